import type { Row } from "@alliance-hub/kit/database/row";
import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { Log as Report } from "@alliance-hub/kit/log/log";
import { listenTo } from "@alliance-hub/kit/updates/notifications";
import { type Numbered, type Tail, createTail } from "@alliance-hub/kit/updates/tail";
import { type Kysely, sql } from "kysely";
import type { ActivityUpdate } from "../activity-update/activity-update.entity.ts";
import { type ActivitiesTables, SCHEMA } from "../database.ts";
import { decodePosition } from "./update-log.entity.ts";

/** The log as it is now. */
export interface Log {
  readonly epoch: string;
  /** Up to here nothing can appear any more, for statements that begin afterwards. */
  readonly settled: number;
  /**
   * The last entry that was seen up to there. Positions go no further: after a crash, numbers that were
   * given and never committed are given once more.
   */
  readonly committed: number;
  /** The number given last; what is open may still have some up to it. */
  readonly last: number;
  /** Up to here entries are gone. */
  readonly cleared: number;
}

/**
 * The epoch changes with a dump that is loaded elsewhere, with recovery to a point in time, and when
 * the log is made anew: positions of before name other entries then, or none.
 */
export async function readLog(rows: Kysely<ActivitiesTables>): Promise<Log> {
  const { rows: found } = await sql<Log>`
    select
      left(md5(concat_ws('/', update_log.epoch, system_identifier, timeline_id,
        (select oid from pg_database where datname = current_database()))), 12) as epoch,
      settled,
      greatest(cleared_number, (select max(number) from activity_update where number <= settled)) as committed,
      last_update_number() as last,
      cleared_number as cleared
    from update_log, settled_update_number() as settled, pg_control_system(), pg_control_checkpoint()`.execute(
    rows,
  );
  const [log] = found;
  if (!log) throw new Error("The update log has no row that says which log it is.");
  return log;
}

/**
 * The number of a position.
 *
 * @throws HubError `BAD_USER_INPUT` for what is no position, `RESYNC_REQUIRED` for a position of another log, or behind which
 *   entries are gone.
 */
export function placeIn(log: Log, after: string): number {
  const { epoch, number } = decodePosition(after);
  if (epoch !== log.epoch)
    throw resyncRequired(
      "belongs to another log than this one: the hub was restored or set up anew",
    );
  requireKept(log.cleared, number);
  return number;
}

/**
 * Refuses a reader behind whose place entries are gone. Asked once more after entries were read: they
 * may have been cleared between the two.
 *
 * @throws HubError `RESYNC_REQUIRED`.
 */
export function requireKept(cleared: number, behind: number): void {
  if (behind < cleared) throw resyncRequired("is older than what the log keeps");
}

/** Up to where entries are gone, for whoever has read some before. */
export async function readCleared(rows: Kysely<ActivitiesTables>): Promise<number> {
  const log = await rows.selectFrom("updateLog").select("clearedNumber").executeTakeFirstOrThrow();
  return log.clearedNumber;
}

function resyncRequired(fault: string): HubError {
  return new HubError(
    "RESYNC_REQUIRED",
    `The position ${fault}, so that something may be missing behind it. Read the activities anew, then go on without "after".`,
    { field: "after" },
  );
}

/** What the live end of the log gives: whatever the filters and the rule of sharing look at. */
export type LiveUpdate = Row<ActivityUpdate> & Numbered;

/** The live end of the log. @param config where it is, and who hears of faults. */
export function createUpdateTail(config: {
  readonly url: string;
  readonly rows: Kysely<ActivitiesTables>;
  readonly log: Report;
}): Tail<LiveUpdate> {
  const { url, rows, log } = config;
  return createTail<LiveUpdate>({
    end: async () => (await readLog(rows)).committed,
    read: async (behind) => {
      const { settled, last } = await readLog(rows);
      const found = await rows
        .selectFrom("activityUpdate")
        .selectAll()
        .where("number", ">", behind)
        .where("number", "<=", settled)
        .orderBy("number")
        .limit(sql.lit(LIVE_STRETCH))
        .execute();
      const isCut = found.length === LIVE_STRETCH;
      const end = found.at(-1)?.number ?? behind;
      const hasGap = (await readCleared(rows)) > behind;
      return { rows: found, end, isMoreNear: isCut || settled < last, hasGap };
    },
    listen: (wake) => listenTo({ url, schema: SCHEMA, channel: "activity_update" }, wake),
    onFault: (err) => log.warn({ err }, "the update log could not be read; it is tried again"),
  });
}

const LIVE_STRETCH = 500;
