import type { EntryKey } from "@alliance-hub/updates/entry-key";
import { type QueryExecutorProvider, type SqlBool, sql } from "kysely";
import type { LogSource } from "./log-source.ts";
import { type Positions, createPositions } from "./positions.ts";
import { requireKept, resyncRequired } from "./resync.ts";

/** The log as it is now. */
export interface Log {
  readonly positions: Positions;
  /** Up to this number no new entry can appear any more, for statements that begin afterwards. */
  readonly settled: number;
  /**
   * The last visible entry up to there. Positions go no further, because after a crash PostgreSQL may give
   * uncommitted numbers a second time.
   */
  readonly committed: EntryKey;
  /** The last number that was given. Open transactions may still have numbers up to it. */
  readonly last: number;
  /** The last cleared entry; before that, the beginning of the log. */
  readonly cleared: EntryKey;
}

/** What {@link readLog} reads. */
interface LogRow {
  readonly sealKey: Uint8Array;
  readonly settled: number;
  readonly last: number;
  readonly clearedNumber: number;
  readonly clearedId: string;
  readonly number: number | null;
  readonly id: string | null;
}

/** Reads the state of a log. */
export async function readLog(rows: QueryExecutorProvider, of: LogSource): Promise<Log> {
  const { rows: found } = await sql<LogRow>`
    select seal_key, settled, last_update_number() as last, cleared_number, cleared_id, newest.number, newest.id
    from ${sql.table(of.state)} cross join settled_update_number() as settled left join lateral (
      select number, id from ${sql.table(of.entries)} where number <= settled and number > cleared_number
      order by number desc limit 1
    ) as newest on true`.execute(rows);
  const [log] = found;
  if (!log) throw new Error(`Of ${of.name} no row says which log it is.`);
  const { sealKey, settled, last, clearedNumber, clearedId, number, id } = log;
  const cleared = { number: clearedNumber, id: clearedId };
  const committed = number === null || id === null ? cleared : { number, id };
  return { positions: createPositions(sealKey), settled, last, cleared, committed };
}

/**
 * The entry that a position belongs to.
 *
 * @throws HubError `BAD_USER_INPUT` if it is not a position; `RESYNC_REQUIRED` for a position of another log,
 * for a position after which entries were cleared, and for a position whose entry the log does not have,
 * because the log was restored from an older copy.
 */
export async function entryAt(
  { rows, source }: LogReads,
  log: Log,
  after: string,
): Promise<EntryKey> {
  const entry = log.positions.open(after);
  const { isThere, cleared } = await lookFor({ rows, source }, entry);
  requireKept(cleared, entry.number);
  if (!isThere)
    throw resyncRequired({
      zh: "所指的更新已在枢纽由备份恢复时丢失",
      en: "belongs to an entry that was lost when the hub was restored",
    });
  return entry;
}

/** A log, and what reads it. */
export interface LogReads {
  readonly rows: QueryExecutorProvider;
  readonly source: LogSource;
}

/** Whether the log has an entry, or it was the last cleared entry. */
export async function lookFor(
  { rows, source }: LogReads,
  { number, id }: EntryKey,
): Promise<{ readonly isThere: boolean; readonly cleared: number }> {
  const { rows: found } = await sql<{ isThere: SqlBool; cleared: number }>`
    select cleared_number as cleared, (cleared_number = ${number} and cleared_id = ${id}) or exists (
      select from ${sql.table(source.entries)} where number = ${number} and id = ${id}) as is_there
    from ${sql.table(source.state)}`.execute(rows);
  return { isThere: found[0]?.isThere === true, cleared: found[0]?.cleared ?? 0 };
}

/**
 * The number before the first kept entry that happened at a time or later; the last one if nothing happened since.
 */
export async function lastNumberBefore({ rows, source }: LogReads, instant: Date): Promise<number> {
  const { rows: found } = await sql<{ number: number }>`
    select coalesce(min(number) - 1, last_update_number()) as number
    from ${sql.table(source.entries)} where occurred_at >= ${instant}`.execute(rows);
  return Number(found[0]?.number ?? 0);
}

/** Up to which number entries were cleared, for code that has read some before. */
export async function readCleared({ rows, source }: LogReads): Promise<number> {
  const { rows: found } = await sql<{ clearedNumber: number }>`
    select cleared_number from ${sql.table(source.state)}`.execute(rows);
  return found[0]?.clearedNumber ?? 0;
}
