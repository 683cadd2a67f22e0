import { to } from "pg-copy-streams";
import type { BackupTable } from "./backup-format.ts";
import type { CopySession } from "./copy-session.ts";
import { RowsDigest } from "./rows-digest.ts";
import { copied } from "./stored-tables.ts";

/** Rows between two words of progress. */
const TOLD_EVERY = 250_000;

/** What is done with rows while they are read. */
export interface RowsReading {
  /** Given the rows piece by piece; waited for. */
  readonly take: (bytes: Buffer) => Promise<void> | void;
  /** Told now and then how many rows have been read. Default: nobody. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Reads all rows of a table as text, no faster than they are taken.
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
