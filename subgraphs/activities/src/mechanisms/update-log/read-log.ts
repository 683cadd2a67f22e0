import type { Row } from "@alliance-hub/platform/database/row";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log as Report } from "@alliance-hub/platform/log/log";
import type { EntryKey } from "@alliance-hub/updates/entry-key";
import { listenTo } from "@alliance-hub/updates/notifications";
import { type Tail, createTail } from "@alliance-hub/updates/tail";
import { type Kysely, type SqlBool, sql } from "kysely";
import type { ActivityUpdate, UpdateLogTables } from "./activity-update.ts";
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

/** Reads the state of the log. */
export async function readLog(rows: Kysely<UpdateLogTables>): Promise<Log> {
  const { rows: found } = await sql<LogRow>`
    select seal_key, settled, last_update_number() as last, cleared_number, cleared_id, newest.number, newest.id
    from update_log cross join settled_update_number() as settled left join lateral (
      select number, id from activity_update where number <= settled and number > cleared_number
      order by number desc limit 1
    ) as newest on true`.execute(rows);
  const [log] = found;
  if (!log) throw new Error("The update log has no row that says which log it is.");
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
  rows: Kysely<UpdateLogTables>,
  log: Log,
  after: string,
): Promise<EntryKey> {
  const entry = log.positions.open(after);
  const { isThere, cleared } = await lookFor(rows, entry);
  requireKept(cleared, entry.number);
  if (!isThere)
    throw resyncRequired({
      zh: "所指的更新已在枢纽由备份恢复时丢失",
      en: "belongs to an entry that was lost when the hub was restored",
    });
  return entry;
}

/** Whether the log has an entry, or it was the last cleared entry. */
async function lookFor(
  rows: Kysely<UpdateLogTables>,
  { number, id }: EntryKey,
): Promise<{ readonly isThere: boolean; readonly cleared: number }> {
  const { rows: found } = await sql<{ isThere: SqlBool; cleared: number }>`
    select cleared_number as cleared, (cleared_number = ${number} and cleared_id = ${id}) or exists (
      select from activity_update where number = ${number} and id = ${id}) as is_there
    from update_log`.execute(rows);
  return { isThere: found[0]?.isThere === true, cleared: found[0]?.cleared ?? 0 };
}

/**
 * The number before the first kept entry that happened at a time or later; the last one if nothing happened since.
 */
export async function lastNumberBefore(
  rows: Kysely<UpdateLogTables>,
  instant: Date,
): Promise<number> {
  const { rows: found } = await sql<{ number: number }>`
    select coalesce(min(number) - 1, last_update_number()) as number
    from activity_update where occurred_at >= ${instant}`.execute(rows);
  return Number(found[0]?.number ?? 0);
}

/** Up to which number entries were cleared, for code that has read some before. */
export async function readCleared(rows: Kysely<UpdateLogTables>): Promise<number> {
  const log = await rows.selectFrom("updateLog").select("clearedNumber").executeTakeFirstOrThrow();
  return log.clearedNumber;
}

/**
 * An entry from the live end of the log: the columns for the filters and the rule of sharing, and its position.
 */
export type LiveUpdate = Row<ActivityUpdate> & EntryKey & { readonly position: string };

/** The live end of the log. @param config where it is, and where faults are reported. */
export function createUpdateTail(config: {
  readonly url: string;
  /** The PostgreSQL schema of the log. */
  readonly schema: string;
  readonly rows: Kysely<UpdateLogTables>;
  readonly log: Report;
}): Tail<LiveUpdate> {
  const { url, schema, rows, log } = config;
  return createTail<LiveUpdate>({
    end: async () => (await readLog(rows)).committed,
    read: async (behind) => {
      const { settled, last, committed, positions } = await readLog(rows);
      const found = await rows
        .selectFrom("activityUpdate")
        .selectAll()
        .where("number", ">", behind.number)
        .where("number", "<=", settled)
        .orderBy("number")
        .limit(sql.lit(LIVE_STRETCH))
        .execute();
      const { isThere, cleared } = await lookFor(rows, behind);
      // The present server has lost the entry that the tail is at, so its entries after that number are not the
      // next ones.
      if (!isThere && cleared < behind.number)
        return { rows: [], end: committed, isMoreNear: true, hasGap: true };
      const isCut = found.length === LIVE_STRETCH;
      const newest = found.at(-1);
      return {
        rows: found.map((row) => ({ ...row, position: positions.of(row) })),
        end: newest ? { number: newest.number, id: newest.id } : behind,
        isMoreNear: isCut || settled < last,
        hasGap: cleared > behind.number,
      };
    },
    listen: (wake) => listenTo({ url, schema, channel: "activity_update", log }, wake),
    onFault: (err) => {
      // An outage has its own log line.
      if (!awayIn(err)) log.warn({ err }, "the update log could not be read; it is tried again");
    },
  });
}

const LIVE_STRETCH = 500;
