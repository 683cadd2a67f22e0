import type { BackupHeader, BackupManifest, BackupTable, TableContent } from "./backup-format.ts";
import { createBackupWriter } from "./backup-writer.ts";
import { copyRows } from "./copy-rows.ts";
import { toldIfLost } from "./lost-connection.ts";
import type { OrderedLog } from "@alliance-hub/platform/subgraph/ordered-log";
import { takeSnapshot } from "./snapshot.ts";
import { countSecrets, readSequences, workAs } from "./stored-tables.ts";
import { verifyBackup } from "./verify-backup.ts";

/** What to back up, and where. */
export interface BackupConfig {
  readonly url: string;
  readonly path: string;
  /** Logs whose readers keep their positions outside the hub, by schema. Default: none. */
  readonly logs?: Readonly<Record<string, OrderedLog>>;
  /** Called for each step, with a text for a person. Default: nothing. */
  readonly report?: (step: string) => void;
  /** Ends it early; then no file remains. Default: nothing. */
  readonly signal?: AbortSignal;
}

/** A backup that was written and verified. */
export interface WrittenBackup {
  readonly header: BackupHeader;
  readonly manifest: BackupManifest;
  /** In bytes. */
  readonly size: number;
}

/**
 * Writes all of a hub's database into one file, as it is at one moment, while the hub runs. The file gets its
 * name once it is on the disk and has been read back and verified.
 *
 * @throws BackupFault for problems that a person can solve; otherwise an error of the database or the disk.
 */
export async function writeBackup(config: BackupConfig): Promise<WrittenBackup> {
  return await toldIfLost(() => write(config), "No backup was made. Run the command again.");
}

async function write(config: BackupConfig): Promise<WrittenBackup> {
  const { url, path, logs = {}, report = () => undefined, signal } = config;
  await using writer = await createBackupWriter(path);
  await using snapshot = await takeSnapshot(url, logs);
  const { session, header, tables } = snapshot;
  report(`The moment: ${header.takenAt}`);
  await writer.frame("H", header);
  const contents: (BackupTable & TableContent)[] = [];
  for (const { owner, ...table } of tables) {
    await workAs(session, owner);
    await writer.frame("T", table);
    const digest = await copyRows(session, table, {
      take: async (bytes) => {
        signal?.throwIfAborted();
        await writer.frame("D", bytes);
      },
      onProgress: (rows) => report(`${table.name}: ${rows} rows so far`),
    });
    const content = { rows: digest.rows, digest: digest.value };
    await writer.frame("E", content);
    contents.push({ ...table, ...content });
    report(`${table.name}: ${content.rows} rows`);
  }
  const manifest = {
    tables: contents,
    sequences: await readSequences(session),
    secrets: await countSecrets(session, tables),
  };
  await writer.frame("M", manifest);
  await session.query("commit");
  session.isDone = true;
  const size = await writer.finish();
  report("Reading it back");
  signal?.throwIfAborted();
  await verifyBackup(writer.draft);
  signal?.throwIfAborted();
  await writer.publish();
  return { header, manifest, size };
}
