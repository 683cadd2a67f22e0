import { isRecord, oneOf } from "@alliance-hub/kit/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/kit/database/within-region";
import type { Row } from "@alliance-hub/kit/database/row";
import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { Log as Report } from "@alliance-hub/kit/log/log";
import { LEVEL_POSITION } from "@alliance-hub/kit/sharing/place";
import { listenTo } from "@alliance-hub/kit/updates/notifications";
import { type Numbered, type Tail, createTail } from "@alliance-hub/kit/updates/tail";
import { isId } from "@alliance-hub/kit/subgraph/loader";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import type { ActivitiesBase } from "../context.ts";
import { type ActivitiesTables, SCHEMA } from "../database.ts";
import { type ActivityUpdate, decodePosition, encodePosition } from "./activity-update.entity.ts";
import type { ActivityUpdateFilter } from "./activity-update.input.ts";
import { canReadUpdate, readableUpdate } from "./activity-update.policy.ts";

/** An update as the log gives it. */
export interface ActivityUpdateRow extends Pick<
  ActivityUpdate,
  "id" | "type" | "occurredAt" | "activityId"
> {
  readonly position: string;
}

/** A stretch of the log. */
export interface LogStretch {
  readonly nodes: readonly ActivityUpdateRow[];
  /** Everything up to here has been looked at. */
  readonly endPosition: string;
  readonly hasMore: boolean;
}

/** What is asked of the log. */
export interface LogQuestion {
  readonly filter: ActivityUpdateFilter;
  /** Default: from the oldest entry that is kept. */
  readonly after: string | null;
  readonly size: number;
}

/** Reads of the update log; only what the viewer may see is ever fetched. */
export interface ActivityUpdateLoaders {
  /**
   * What came behind a position and can no longer be preceded by anything.
   *
   * @throws HubError `RESYNC_REQUIRED` where that cannot be told any more, `BAD_USER_INPUT` for what is
   *   no position.
   */
  since(question: LogQuestion): Promise<LogStretch>;
  /**
   * What comes behind a position, and then what happens next, without gap or overlap.
   *
   * @param after default: only what happens next.
   * @throws HubError as {@link since}, from the first step.
   */
  follow(filter: ActivityUpdateFilter, after: string | null): AsyncIterable<ActivityUpdateRow>;
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
      return { rows: found, end, isMoreNear: isCut || settled < last };
    },
    listen: (wake) => listenTo({ url, schema: SCHEMA, channel: "activity_update" }, wake),
    onFault: (err) => log.warn({ err }, "the update log could not be read; it is tried again"),
  });
}

const LIVE_STRETCH = 500;

/** Loaders of one call. */
export function createActivityUpdateLoaders(context: ActivitiesBase): ActivityUpdateLoaders {
  const { rows, viewer } = context;
  return {
    follow: (filter, after) => follow(context, filter, after),
    since: async ({ filter, after, size }) => {
      const log = await readLog(rows);
      const behind = after === null ? 0 : placeIn(log, after);
      let query = rows
        .selectFrom("activityUpdate")
        .innerJoin("activity", "activity.id", "activityUpdate.activityId")
        .select([
          "activityUpdate.id",
          "activityUpdate.type",
          "activityUpdate.occurredAt",
          "activityUpdate.activityId",
          "activityUpdate.number",
        ])
        .where("activityUpdate.number", ">", behind)
        // What open transactions may still write comes behind this, and behind all that is given.
        .where("activityUpdate.number", "<=", log.settled)
        .where(readableUpdate(viewer));
      for (const condition of conditions(filter)) query = query.where(condition);
      if (filter.regionCode != null) {
        const place = elementOf("activityUpdate.regionPath");
        query = query.where(
          await withinRegion(context.database.regionLevels, filter.regionCode, place),
        );
      }
      const found = await query
        .orderBy("activityUpdate.number")
        .limit(sql.lit(size + 1))
        .execute();
      const nodes = found.slice(0, size).map(({ number, ...row }) => ({
        ...row,
        position: encodePosition({ epoch: log.epoch, number }),
      }));
      const hasMore = found.length > size;
      const last = found[nodes.length - 1]?.number ?? 0;
      const end = hasMore ? last : Math.max(behind, last, log.committed);
      return { nodes, hasMore, endPosition: encodePosition({ epoch: log.epoch, number: end }) };
    },
  };
}

/** The log as it is now. */
interface Log {
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
async function readLog(rows: Kysely<ActivitiesTables>): Promise<Log> {
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

/** @throws HubError `RESYNC_REQUIRED` for a position of another log, or behind which entries are gone. */
function placeIn(log: Log, after: string): number {
  const { epoch, number } = decodePosition(after);
  if (epoch !== log.epoch)
    throw resyncRequired(
      "belongs to another log than this one: the hub was restored or set up anew",
    );
  if (number < log.cleared) throw resyncRequired("is older than what the log keeps");
  return number;
}

async function* follow(
  context: ActivitiesBase,
  filter: ActivityUpdateFilter,
  after: string | null,
): AsyncGenerator<ActivityUpdateRow> {
  const { rows, viewer, tail, signal } = context;
  const updates = createActivityUpdateLoaders(context);
  const isWanted = await matcher(context, filter);
  let position = after;
  for (;;) {
    using follower = await tail.follow();
    // Whoever waits for the next update is woken by the end of the call, too.
    const leave = (): void => follower[Symbol.dispose]();
    signal.addEventListener("abort", leave, { once: true });
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };
    const log = await readLog(rows);
    let reached = position === null ? follower.from : placeIn(log, position);
    // What was there when the tail was joined is read from the log itself.
    while (reached < follower.from) {
      const stretch = await updates.since({ filter, after: position, size: CATCH_UP });
      yield* stretch.nodes;
      position = stretch.endPosition;
      reached = placeIn(log, position);
    }
    for await (const update of follower) {
      if (update.number <= reached) continue;
      reached = update.number;
      position = encodePosition({ epoch: log.epoch, number: update.number });
      if (canReadUpdate(viewer, update) && isWanted(update)) yield { ...update, position };
    }
    if (position === null) position = encodePosition({ epoch: log.epoch, number: follower.from });
    if (signal.aborted || tail.isClosed) return;
  }
}

const CATCH_UP = 100;

/** The filter as a question about one update; the same as {@link conditions} and the region's. */
async function matcher(
  { database }: ActivitiesBase,
  filter: ActivityUpdateFilter,
): Promise<(update: LiveUpdate) => boolean> {
  const { committeeId, organizationId, regionCode, kinds, types } = filter;
  conditions(filter);
  const level = regionCode == null ? undefined : await database.regionLevels.of(regionCode);
  return (update) =>
    (committeeId == null || update.committeeId === committeeId) &&
    (organizationId == null || update.participantIds.includes(organizationId)) &&
    (kinds == null || kinds.includes(update.kind)) &&
    (types == null || types.includes(update.type)) &&
    (regionCode == null ||
      (level !== undefined && update.regionPath[LEVEL_POSITION[level] - 1] === regionCode));
}

function resyncRequired(fault: string): HubError {
  return new HubError(
    "RESYNC_REQUIRED",
    `The position ${fault}, so that something may be missing behind it. Read the activities anew, then go on without "after".`,
    { field: "after" },
  );
}

function conditions(filter: ActivityUpdateFilter): Expression<SqlBool>[] {
  const wanted: Expression<SqlBool>[] = [];
  const { committeeId, organizationId, kinds, types } = filter;
  if (committeeId != null) wanted.push(isRecord("activityUpdate.committeeId", committeeId));
  if (organizationId != null) {
    wanted.push(
      isId(organizationId)
        ? sql<SqlBool>`activity_update.participant_ids @> array[${organizationId}]::uuid[]`
        : sql<SqlBool>`false`,
    );
  }
  if (kinds) wanted.push(oneOf("activityUpdate.kind", kinds));
  if (types) wanted.push(oneOf("activityUpdate.type", types));
  return wanted;
}
