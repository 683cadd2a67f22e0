import { to } from "pg-copy-streams";
import type { BackupTable } from "./backup-format.ts";
import type { CopySession } from "./copy-session.ts";
import { RowsDigest } from "./rows-digest.ts";
import { copied } from "./stored-tables.ts";

/** Number of rows between two progress messages. */
const TOLD_EVERY = 250_000;

/** What to do with rows while they are read. */
export interface RowsReading {
  /** Gets the rows piece by piece; the reader waits for it. */
  readonly take: (bytes: Buffer) => Promise<void> | void;
  /** Called now and then with the number of rows so far. Default: nothing. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Reads all rows of a table as text, no faster than they are consumed.
 *
 * @throws Error if the server says that it sent another number of rows.
 */
export async function copyRows(
  session: CopySession,
  table: BackupTable,
  { take, onProgress }: RowsReading,
): Promise<RowsDigest> {
  const digest = new RowsDigest();
  let told = TOLD_EVERY;
  const sent = session.query(to(`copy ${copied(table)} to stdout`));
  for await (const chunk of sent) {
    digest.update(chunk as Buffer);
    await take(chunk as Buffer);
    if (digest.rows < told) continue;
    told = digest.rows + TOLD_EVERY;
    onProgress?.(digest.rows);
  }
  // The server's own count comes after the rows, and before the answer to anything asked later.
  await session.query("select");
  if (sent.rowCount !== digest.rows)
    throw new Error(`${table.name}: ${digest.rows} rows came of ${sent.rowCount}.`);
  return digest;
}
