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

/** A stretch of the log, by its numbers: for whoever works on the log itself. */
export interface NumberedStretch {
  readonly nodes: readonly (Omit<ActivityUpdateRow, "position"> & EntryKey)[];
  /** The last entry that has been looked at; undefined where there is none behind the one it began with. */
  readonly end: EntryKey | undefined;
  readonly hasMore: boolean;
}

/** The tables that updates are read from. */
export interface ActivityUpdateTables extends ActivityTables, UpdateLogTables {}

/** What the loaders of updates stand on. */
interface UpdateBase extends BaseContext<ActivityUpdateTables> {
  /** The live end of the update log, one for the whole process. */
  readonly tail: Tail<LiveUpdate>;
}

/** What updates need of a call. */
export interface ActivityUpdateContext extends UpdateBase, Pick<ActivityContext, "activities"> {
  readonly updates: ActivityUpdateLoaders;
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
   * The same by numbers of the log that was read.
   *
   * @param from undefined for the oldest entry that is kept.
   * @throws HubError `RESYNC_REQUIRED` where entries behind it are gone.
   */
  behind(
    from: Pick<EntryKey, "number"> | undefined,
    question: Omit<LogQuestion, "after">,
    log: Log,
  ): Promise<NumberedStretch>;
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
    // What open transactions may still write comes behind this, and behind all that is given.
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
    // Whoever waits for the next update is woken by the end of the call, too.
    const leave = (): void => follower[Symbol.dispose]();
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) return;
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };
    const begun = await readLog(rows);
    let reached = position === null ? follower.from : await entryAt(rows, begun, position);
    // What is there already is read from the log itself, to its very end: another process may have told
    // somebody of more than the tail here has read yet.
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
 * The filter as a question about one update: the same rule as {@link conditions} and the region's,
 * which a test holds equal; and refused as they are.
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
