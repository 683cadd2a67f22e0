import { isRecord, oneOf } from "@alliance-hub/kit/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/kit/database/within-region";
import { LEVEL_POSITION } from "@alliance-hub/kit/sharing/place";
import { isId } from "@alliance-hub/kit/subgraph/loader";
import { Opening } from "@alliance-hub/kit/updates/opening";
import { type Expression, type SqlBool, sql } from "kysely";
import type { ActivitiesBase } from "../context.ts";
import { canRead } from "../activity/activity.policy.ts";
import { encodePosition } from "../update-log/update-log.entity.ts";
import {
  type LiveUpdate,
  placeIn,
  readCleared,
  readLog,
  requireKept,
} from "../update-log/update-log.loaders.ts";
import type { ActivityUpdate } from "./activity-update.entity.ts";
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
  /**
   * What comes behind a position, and then what happens next, without gap or overlap; in between, up to
   * where all has been told.
   *
   * @param after default: only what happens next.
   * @throws HubError as {@link since}, from the first step.
   */
  follow(
    filter: ActivityUpdateFilter,
    after: string | null,
  ): AsyncIterable<ActivityUpdateRow | Opening>;
}

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
      if (after !== null) requireKept(await readCleared(rows), behind);
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

async function* follow(
  context: ActivitiesBase,
  filter: ActivityUpdateFilter,
  after: string | null,
): AsyncGenerator<ActivityUpdateRow | Opening> {
  const { rows, viewer, tail, signal } = context;
  const updates = createActivityUpdateLoaders(context);
  const isWanted = await matcher(context, filter);
  let position = after;
  for (;;) {
    using follower = await tail.follow();
    // Whoever waits for the next update is woken by the end of the call, too.
    const leave = (): void => follower[Symbol.dispose]();
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) return;
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };
    const log = await readLog(rows);
    let reached = position === null ? follower.from : placeIn(log, position);
    // What is there already is read from the log itself, to its very end: another process may have told
    // somebody of more than the tail here has read yet.
    for (let isBehind = position !== null; isBehind;) {
      const stretch = await updates.since({ filter, after: position, size: CATCH_UP });
      yield* stretch.nodes;
      position = stretch.endPosition;
      reached = placeIn(log, position);
      isBehind = stretch.hasMore || reached < follower.from;
    }
    position ??= encodePosition({ epoch: log.epoch, number: reached });
    yield new Opening(position);
    for await (const update of follower) {
      if (update.number <= reached) continue;
      reached = update.number;
      position = encodePosition({ epoch: log.epoch, number: update.number });
      if (canRead(viewer, update) && isWanted(update)) yield { ...update, position };
    }
    if (signal.aborted || tail.isClosed) return;
  }
}

const CATCH_UP = 100;

/**
 * The filter as a question about one update: the same rule as {@link conditions} and the region's,
 * which a test holds equal; and refused as they are.
 */
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
