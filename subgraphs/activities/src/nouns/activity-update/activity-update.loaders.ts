import { type EntryKey, later } from "@alliance-hub/updates/entry-key";
import type { Tail } from "@alliance-hub/updates/tail";
import type { Opening } from "@alliance-hub/platform/streams/opening";
import { sql } from "kysely";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { ActivityContext, ActivityTables } from "../activity/activity.loaders.ts";
import { isId } from "@alliance-hub/platform/keys/loader";
import {
  type NumberedStretch,
  followLog,
  withPosition,
} from "../../mechanisms/numbered-log/follow-log.ts";
import { type Log, entryAt, readCleared, readLog } from "../../mechanisms/numbered-log/read-log.ts";
import { requireKept } from "../../mechanisms/numbered-log/resync.ts";
import type {
  ActivityUpdateRow,
  UpdateEntry,
} from "../../mechanisms/update-log/activity-update.ts";
import {
  type LiveUpdate,
  UPDATES,
  type UpdateLogTables,
} from "../../mechanisms/update-log/update-log.ts";
import { wantedInLog, wantedLive } from "../../mechanisms/update-log/wanted-updates.ts";
import type { ActivityUpdateFilter } from "./activity-update.input.ts";
import { canReadUpdate, readableUpdate } from "./activity-update.policy.ts";

/** Entries that are read at once to catch up. */
const CATCH_UP = 100;

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
  ): Promise<NumberedStretch<UpdateEntry>>;
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
      const { rows } = context;
      const log = await readLog(rows, UPDATES);
      const from =
        after === null ? undefined : await entryAt({ rows, source: UPDATES }, log, after);
      const { nodes, end, hasMore } = await behind(from, { filter, size }, log);
      return {
        nodes: nodes.map((node) => withPosition<UpdateEntry>(node, log)),
        hasMore,
        endPosition: log.positions.upTo(end ?? from ?? log.cleared),
      };
    },
  };
}

async function readBehind(
  { rows, viewer, database }: UpdateBase,
  question: Omit<LogQuestion, "after"> & {
    readonly from: Pick<EntryKey, "number"> | undefined;
    readonly log: Log;
  },
): Promise<NumberedStretch<UpdateEntry>> {
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
      "activityUpdate.previousStartsAt",
      "activityUpdate.previousEndsAt",
      "activityUpdate.reason",
      "activityUpdate.correctedFields",
      "activityUpdate.number",
    ])
    .where("activityUpdate.number", ">", behind)
    // Whatever open transactions may still write comes after this, and after everything that is returned.
    .where("activityUpdate.number", "<=", log.settled)
    .where(readableUpdate(viewer));
  const reader = { viewer, levels: database.regionLevels };
  for (const condition of await wantedInLog(filter, reader)) query = query.where(condition);
  const found = await query
    .orderBy("activityUpdate.number")
    .limit(sql.lit(size + 1))
    .execute();
  if (from) requireKept(await readCleared({ rows, source: UPDATES }), behind);
  const nodes = found.slice(0, size);
  const hasMore = found.length > size;
  const last = nodes.at(-1);
  const end = hasMore && last ? last : later(log.committed, last);
  return { nodes, hasMore, end: end.number > behind ? end : undefined };
}

/** The filter by the organisation that its id leads to now. */
async function presentFilter(
  { rows }: UpdateBase,
  {
    committeeId = null,
    regionCode = null,
    kinds = null,
    types = null,
    ...of
  }: ActivityUpdateFilter,
): Promise<ActivityUpdateFilter> {
  const { organizationId = null } = of;
  const mayBeMerged = organizationId !== null && isId(organizationId);
  const merged = mayBeMerged
    ? await rows
        .selectFrom("directory.mergedOrganization")
        .select("intoId")
        .where("fromId", "=", organizationId)
        .executeTakeFirst()
    : undefined;
  return {
    committeeId,
    regionCode,
    kinds,
    types,
    organizationId: merged?.intoId ?? organizationId,
  };
}

async function* follow(
  context: UpdateBase,
  filter: ActivityUpdateFilter,
  after: string | null,
): AsyncGenerator<ActivityUpdateRow | Opening> {
  const { viewer, database, rows, tail, signal } = context;
  const reader = { viewer, levels: database.regionLevels };
  const isWanted = await wantedLive(await presentFilter(context, filter), reader);
  const log = { rows, source: UPDATES, tail, signal };
  yield* followLog<UpdateEntry, LiveUpdate>(log, {
    after,
    read: (from, log) => readBehind(context, { from, filter, size: CATCH_UP, log }),
    isWanted: (update) => canReadUpdate(viewer, update) && isWanted(update),
  });
}
