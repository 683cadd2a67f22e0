import { type BackupHeader, type BackupManifest, type TableContent } from "./backup-format.ts";
import { requireWholeFile, visitBackup } from "./backup-reader.ts";
import { BackupFault } from "./backup-fault.ts";
import { RowsDigest } from "./rows-digest.ts";

/** What a backup says about itself. */
export interface VerifiedBackup {
  readonly header: BackupHeader;
  readonly manifest: BackupManifest;
}

/**
 * Reads a backup from its beginning to its end, and compares it with its checksum, and the rows of every table
 * with the manifest.
 *
 * @throws BackupFault if anything differs.
 */
export async function verifyBackup(path: string): Promise<VerifiedBackup> {
  await requireWholeFile(path);
  const found = new Map<string, RowsDigest>();
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  await visitBackup(path, {
    header: (read) => void (header = read),
    table: ({ name }) => {
      const digest = new RowsDigest();
      found.set(name, digest);
      return { rows: (bytes) => digest.update(bytes), end: () => undefined };
    },
    manifest: (read) => void (manifest = read),
  });
  if (!header || !manifest) throw new Error("A backup that was read whole has both.");
  const names = manifest.tables.map(({ name }) => name);
  if (names.join() !== [...found.keys()].join())
    throw new BackupFault(`${path} has other tables than its manifest names. Use another backup.`);
  for (const { name, ...stated } of manifest.tables)
    requireSame(name, stated, found.get(name) ?? new RowsDigest());
  return { header, manifest };
}

/** @throws BackupFault if rows that were read are not those that are stated. */
export function requireSame(name: string, stated: TableContent, found: RowsDigest): void {
  if (stated.rows === found.rows && stated.digest === found.value) return;
  throw new BackupFault(
    `The table ${name} has ${found.rows} rows, not the ${stated.rows} of the backup, or other ones. The restore was undone.`,
  );
}
