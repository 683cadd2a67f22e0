import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import { isId } from "@alliance-hub/platform/keys/loader";
import { type EntryKey, later } from "@alliance-hub/updates/entry-key";
import { Opening } from "@alliance-hub/platform/streams/opening";
import { type Expression, type SqlBool, sql } from "kysely";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Tail } from "@alliance-hub/updates/tail";
import type { ActivityContext, ActivityTables } from "../activity/activity.loaders.ts";
import { canRead } from "../activity/activity.policy.ts";
import {
  type LiveUpdate,
  type Log,
  entryAt,
  readCleared,
  readLog,
  requireKept,
} from "../../mechanisms/update-log/read-log.ts";
import type {
  ActivityUpdate,
  UpdateLogTables,
} from "../../mechanisms/update-log/activity-update.ts";
import type { ActivityUpdateFilter } from "./activity-update.input.ts";
import { readableUpdate } from "./activity-update.policy.ts";

/** An update, as the log returns it. */
export interface ActivityUpdateRow extends Pick<
  ActivityUpdate,
  "id" | "type" | "occurredAt" | "activityId"
> {
  readonly position: string;
}

/** A part of the log. */
export interface LogStretch {
  readonly nodes: readonly ActivityUpdateRow[];
  /** Everything up to here has been checked. */
  readonly endPosition: string;
  readonly hasMore: boolean;
}

/** A query of the log. */
export interface LogQuestion {
  readonly filter: ActivityUpdateFilter;
  /** Default: from the oldest entry in the log. */
  readonly after: string | null;
  readonly size: number;
}

/** A part of the log, by its numbers, for code that works on the log itself. */
export interface NumberedStretch {
  readonly nodes: readonly (Omit<ActivityUpdateRow, "position"> & EntryKey)[];
  /** The last entry that has been checked; undefined if there is none after the one it began with. */
  readonly end: EntryKey | undefined;
  readonly hasMore: boolean;
}

/** The tables that updates are read from. */
export interface ActivityUpdateTables extends ActivityTables, UpdateLogTables {}

/** What the loaders of updates need. */
interface UpdateBase extends BaseContext<ActivityUpdateTables> {
  /** The live end of the update log. There is one for the whole process. */
  readonly tail: Tail<LiveUpdate>;
}

/** What updates need of a call. */
export interface ActivityUpdateContext extends UpdateBase, Pick<ActivityContext, "activities"> {
  readonly updates: ActivityUpdateLoaders;
}

/** Reads of the update log. They never fetch what the viewer may not see. */
export interface ActivityUpdateLoaders {
  /**
   * The settled entries after a position.
   *
   * @throws HubError `RESYNC_REQUIRED` if entries may be missing, `BAD_USER_INPUT` if it is not a position.
   */
  since(question: LogQuestion): Promise<LogStretch>;
  /**
   * The same by numbers of the log that was read.
   *
   * @param from undefined for the oldest entry in the log.
   * @throws HubError `RESYNC_REQUIRED` if entries after it were cleared.
   */
  behind(
    from: Pick<EntryKey, "number"> | undefined,
    question: Omit<LogQuestion, "after">,
    log: Log,
  ): Promise<NumberedStretch>;
  /**
   * The entries after a position, and then new ones as they come, without gap or overlap. In between comes the
   * position up to which everything was delivered.
   *
   * @param after default: only new entries.
   * @throws HubError as {@link since}, from the first step.
   */
  follow(
    filter: ActivityUpdateFilter,
    after: string | null,
  ): AsyncIterable<ActivityUpdateRow | Opening>;
}

/** Loaders of one call. */
export function createActivityUpdateLoaders(context: UpdateBase): ActivityUpdateLoaders {
  const behind: ActivityUpdateLoaders["behind"] = (from, question, log) =>
    readBehind(context, { from, ...question, log });
  return {
    behind,
    follow: (filter, after) => follow(context, filter, after),
    since: async ({ filter, after, size }) => {
      const log = await readLog(context.rows);
      const from = after === null ? undefined : await entryAt(context.rows, log, after);
      const { nodes, end, hasMore } = await behind(from, { filter, size }, log);
      return {
        nodes: nodes.map((node) => withPosition(node, log)),
        hasMore,
        endPosition: log.positions.upTo(end ?? from ?? log.cleared),
      };
    },
  };
}

function withPosition(
  { number, ...row }: NumberedStretch["nodes"][number],
  { positions }: Log,
): ActivityUpdateRow {
  return { ...row, position: positions.of({ number, id: row.id }) };
}

async function readBehind(
  { rows, viewer, database }: UpdateBase,
  question: Omit<LogQuestion, "after"> & {
    readonly from: Pick<EntryKey, "number"> | undefined;
    readonly log: Log;
  },
): Promise<NumberedStretch> {
  const { from, filter, size, log } = question;
  const behind = from?.number ?? 0;
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
    // Whatever open transactions may still write comes after this, and after everything that is returned.
    .where("activityUpdate.number", "<=", log.settled)
    .where(readableUpdate(viewer));
  for (const condition of conditions(filter)) query = query.where(condition);
  if (filter.regionCode != null) {
    const place = elementOf("activityUpdate.regionPath");
    query = query.where(await withinRegion(database.regionLevels, filter.regionCode, place));
  }
  const found = await query
    .orderBy("activityUpdate.number")
    .limit(sql.lit(size + 1))
    .execute();
  if (from) requireKept(await readCleared(rows), behind);
  const nodes = found.slice(0, size);
  const hasMore = found.length > size;
  const last = nodes.at(-1);
  const end = hasMore && last ? last : later(log.committed, last);
  return { nodes, hasMore, end: end.number > behind ? end : undefined };
}

async function* follow(
  context: UpdateBase,
  filter: ActivityUpdateFilter,
  after: string | null,
): AsyncGenerator<ActivityUpdateRow | Opening> {
  const { rows, viewer, tail, signal } = context;
  const isWanted = await matcher(context, filter);
  let position = after;
  for (;;) {
    using follower = await tail.follow();
    // The end of the call also wakes a reader that waits for the next update.
    const leave = (): void => follower[Symbol.dispose]();
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) return;
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };
    const begun = await readLog(rows);
    let reached = position === null ? follower.from : await entryAt(rows, begun, position);
    // Existing entries are read from the log itself, up to its end, because another process may have delivered
    // more than the tail here has read yet.
    for (let isBehind = position !== null; isBehind;) {
      const log = await readLog(rows);
      const stretch = await readBehind(context, { from: reached, filter, size: CATCH_UP, log });
      for (const node of stretch.nodes) yield withPosition(node, log);
      reached = stretch.end ?? reached;
      isBehind = stretch.hasMore || reached.number < follower.from.number;
    }
    position = begun.positions.upTo(reached);
    yield new Opening(position);
    for await (const update of follower) {
      if (update.number <= reached.number) continue;
      reached = update;
      position = update.position;
      if (canRead(viewer, update) && isWanted(update)) yield { ...update, position };
    }
    if (signal.aborted || tail.isClosed) return;
  }
}

const CATCH_UP = 100;

/**
 * The filter as a function of one update. It is the same rule as {@link conditions} and the region's condition,
 * with the same errors; a test compares them.
 */
async function matcher(
  { database }: UpdateBase,
  filter: ActivityUpdateFilter,
): Promise<(update: LiveUpdate) => boolean> {
  const { committeeId, organizationId, regionCode, kinds, types } = filter;
  conditions(filter);
  const level = regionCode == null ? undefined : await database.regionLevels.of(regionCode);
  return (update) =>
    (committeeId == null || update.committeeId === committeeId) &&
    (organizationId == null || update.participantIds.includes(organizationId)) &&
    (kinds == null || kinds.some((kind) => kind === update.kind)) &&
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
