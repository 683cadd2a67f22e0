import { isRecord, oneOf } from "@alliance-hub/kit/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/kit/database/within-region";
import { HubError } from "@alliance-hub/kit/errors/hub-error";
import { isId } from "@alliance-hub/kit/subgraph/loader";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import type { ActivitiesBase } from "../context.ts";
import type { ActivitiesTables } from "../database.ts";
import { type ActivityUpdate, decodePosition, encodePosition } from "./activity-update.entity.ts";
import type { ActivityUpdateFilter } from "./activity-update.input.ts";
import { readableUpdate } from "./activity-update.policy.ts";

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
  /** Where the log ends now: before whatever is committed from now on. */
  end(): Promise<string>;
}

/** Loaders of one call. */
export function createActivityUpdateLoaders(context: ActivitiesBase): ActivityUpdateLoaders {
  const { rows, viewer } = context;
  return {
    end: async () => {
      const log = await readLog(rows);
      return encodePosition({ epoch: log.epoch, number: log.settled });
    },
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
      const end = encodePosition({ epoch: log.epoch, number: log.settled });
      return { nodes, hasMore, endPosition: (hasMore && nodes.at(-1)?.position) || end };
    },
  };
}

/** The log as it is now. */
interface Log {
  readonly epoch: string;
  /** Up to here nothing can appear any more, for statements that begin afterwards. */
  readonly settled: number;
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
      settled_update_number() as settled,
      cleared_number as cleared
    from update_log, pg_control_system(), pg_control_checkpoint()`.execute(rows);
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
