import { type Condition, condition, nothing } from "@alliance-hub/platform/conditions/condition";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { currentOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { Row, ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { List } from "@alliance-hub/platform/pagination/list";
import { nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import {
  ANY_LENGTH_DAYS,
  type TimeRangeInput,
  requireRange,
} from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { Participant } from "../../mechanisms/participant-list/participant.ts";
import type { VenueLoaders } from "../../mechanisms/venue/venue.loaders.ts";
import { MAX_ACTIVITY_DAYS } from "../../mechanisms/activity-time/activity-time.ts";
import { ActivitySchema, type Activity } from "./activity.entity.ts";
import type { ActivityOrder } from "../../vocabulary/activity-order.ts";
import type { ActivityFilter } from "./activity.input.ts";
import { readable } from "./activity.policy.ts";

/** Maximum number of activities of one calendar. */
const MAX_CALENDAR_SIZE = 500;
const DAY_MS = 86_400_000;

/** An activity as lists and loaders give it. */
export type ActivityRow = ReadRow<Activity>;

/** The tables that activities are read from. */
export interface ActivityTables extends DirectoryTables {
  activity: Row<Activity>;
  participant: Row<Participant>;
}

/** What activities need of a call. */
export interface ActivityContext extends BaseContext<ActivityTables>, WithDirectory {
  readonly activities: ActivityLoaders;
  readonly venues: VenueLoaders;
}

type ActivityList = List<ActivityTables, "activity", ActivityRow>;

/** Reads of activities. They never fetch what the viewer may not see. */
export type ActivityLoaders = ReturnType<typeof createActivityLoaders>;

/** Loaders of one call. */
export function createActivityLoaders(context: BaseContext<ActivityTables>) {
  const activities = recordReads(context, {
    table: "activity",
    entity: ActivitySchema,
    readable: forViewer("activity", context.viewer, readable),
  });
  return {
    byId: activities.byId,
    ofCommittee: activities.below("committee.activities", "committeeId", {
      order: byStart("desc"),
    }),
    /** Those that an organisation hosts or takes part in. */
    ofOrganization: nestedPages({
      rows: context.rows,
      // Sorted by the activity's columns that the participant repeats; an index has them for each organisation.
      list: {
        name: "organization.activities",
        query: activities.all.innerJoin("participant", "participant.activityId", "activity.id"),
        ...byStart("desc", "participant.startsAt", "participant.activityId"),
      },
      parent: sql.ref("participant.organizationId"),
      parentType: "uuid",
    }),
    list: (filter: ActivityFilter, orderBy?: ActivityOrder | null) => {
      const { text, kinds, states, committeeId, organizationId, during, theme } = filter;
      if (during) requireRange("filter.during", during, ANY_LENGTH_DAYS);
      const where = [
        textCondition("activity", text),
        oneOf("activity.kind", kinds),
        oneOf("activity.state", states),
        isRecord("activity.committeeId", committeeId),
        organizationId == null ? undefined : naming(organizationId),
        during ? overlapping(during) : undefined,
        oneOf("activity.theme", theme == null ? null : [theme]),
        activities.within(filter.regionCode),
      ];
      // A cursor holds in one direction only.
      return orderBy === "START_ASC"
        ? activities.list("activities asc by start", where, byStart("asc"))
        : activities.list("activities", where, byStart("desc"));
    },
    /**
     * The activities on a committee's calendar that overlap a range, in order of their start.
     *
     * @throws HubError `BAD_USER_INPUT` for a range that is too long or has too many activities.
     */
    calendar: calendars(context, activities.all),
  };
}

/** The order of all lists. */
function byStart(
  direction: "asc" | "desc",
  start = "activity.startsAt",
  id = "activity.id",
): Pick<ActivityList, "order" | "direction"> {
  return {
    order: [
      { column: sql.ref(start), type: "timestamptz", value: (row) => row.startsAt.toISOString() },
      { column: sql.ref(id), type: "uuid", value: (row) => row.id },
    ],
    direction,
  };
}

/** The condition that an organisation hosts or takes part. A value that is not an id matches nothing. */
function naming(organizationId: string): Condition {
  if (!isId(organizationId)) return nothing;
  return condition(
    "activity names",
    [organizationId],
    (id) => sql<SqlBool>`activity.participant_ids @> array[${currentOrganization(id)}]`,
  );
}

/** No activity is longer than the limit, so the index on the start finds all that overlap. */
function overlapping({ start, end }: TimeRangeInput): Condition {
  const earliest = new Date(start.getTime() - MAX_ACTIVITY_DAYS * DAY_MS);
  return condition(
    "activity during",
    [end, earliest, start],
    (to, since, from) =>
      sql<SqlBool>`(activity.starts_at < ${to} and activity.starts_at > ${since} and activity.ends_at > ${from})`,
  );
}

/** Calendars of many committees over one range: one statement. */
function calendars(
  context: BaseContext<ActivityTables>,
  visible: ActivityList["query"],
): (committeeId: string, during: TimeRangeInput) => Promise<ActivityRow[]> {
  const loaders = new Map<string, DataLoader<string, ActivityRow[]>>();
  const read = async (
    committeeIds: readonly string[],
    during: TimeRangeInput,
  ): Promise<(ActivityRow[] | Error)[]> => {
    const one = visible
      .where(sql<SqlBool>`activity.committee_id = committee.id`)
      .where(overlapping(during))
      .orderBy("activity.startsAt", "asc")
      .orderBy("activity.id", "asc")
      .limit(MAX_CALENDAR_SIZE + 1);
    const found = await sql<ActivityRow>`
      select item.* from unnest(${committeeIds}::uuid[]) as committee(id) cross join lateral (${one}) as item
      order by item.starts_at, item.id`.execute(context.rows);
    const byCommittee = Map.groupBy(found.rows, (row) => row.committeeId);
    return committeeIds.map((id) => requireFewEnough(byCommittee.get(id) ?? []));
  };
  return async (committeeId, during) => {
    requireRange("during", during);
    const slot = `${during.start.toISOString()}/${during.end.toISOString()}`;
    const loader =
      loaders.get(slot) ?? new DataLoader((ids: readonly string[]) => read(ids, during));
    loaders.set(slot, loader);
    return await loader.load(committeeId);
  };
}

/** An error of one calendar leaves those of the other committees as they are. */
function requireFewEnough(found: ActivityRow[]): ActivityRow[] | Error {
  if (found.length <= MAX_CALENDAR_SIZE) return found;
  return badInput("during", {
    zh: `此时段内该委员会的活动超过 ${MAX_CALENDAR_SIZE} 项。请缩短时段，或用活动列表逐页查看。`,
    en: `"during" contains more than ${MAX_CALENDAR_SIZE} activities of the committee. Ask for a shorter range, or page through activities(filter:).`,
  });
}
