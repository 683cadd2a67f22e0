import { type Condition, condition, nothing } from "@alliance-hub/platform/conditions/condition";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { currentOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { Row, ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { ANY_LENGTH_DAYS, requireRange } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { Participant } from "../../mechanisms/participant-list/participant.ts";
import { divided } from "../../mechanisms/activities-in-places/divided.ts";
import { hostsOrTakesPart } from "../../mechanisms/participant-list/hosts-or-takes-part.ts";
import type { VenueLoaders } from "../../mechanisms/venue/venue.loaders.ts";
import { overlapping } from "../../mechanisms/overlap/overlapping.ts";
import { createCalendars } from "../../mechanisms/calendar/calendars.ts";
import { ActivitySchema, type Activity } from "./activity.entity.ts";
import type { ActivityOrder } from "../../vocabulary/activity-order.ts";
import type { ActivityFilter } from "./activity.input.ts";
import { readable } from "./activity.policy.ts";

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
    ofCommittee: inEitherOrder((direction, cursors) =>
      activities.below(`committee.activities${cursors}`, "committeeId", {
        order: byStart(direction),
      }),
    ),
    /** The activity that made a booking; null if there is none that the viewer may see. */
    ofBooking: new DataLoader<string, ActivityRow | null>(async (ids) => {
      const found = await activities.all
        .innerJoin("directory.activityBooking as booking", "booking.activityId", "activity.id")
        .select("booking.id as bookingId")
        .where(anyOf("booking.id", ids, "uuid"))
        .execute();
      const byBooking = new Map(found.map((row) => [row.bookingId, row]));
      return ids.map((id) => byBooking.get(id) ?? null);
    }),
    /** Those that an organisation hosts or takes part in. */
    ofOrganization: inEitherOrder((direction, cursors) =>
      nestedPages({
        rows: context.rows,
        // Sorted by the activity's columns that the participant repeats; an index has them for each organisation.
        list: {
          name: `organization.activities${cursors}`,
          query: activities.all
            .innerJoin("participant", "participant.activityId", "activity.id")
            .where(hostsOrTakesPart),
          ...byStart(direction, "participant.startsAt", "participant.activityId"),
        },
        parent: sql.ref("participant.organizationId"),
        parentType: "uuid",
      }),
    ),
    list: async (filter: ActivityFilter, orderBy?: ActivityOrder | null) => {
      const { text, kinds, states, committeeId, organizationId, during, theme } = filter;
      if (during) requireRange("filter.during", during, ANY_LENGTH_DAYS);
      const { parts, rest } = await divided(context, filter);
      const where = [
        textCondition("activity", text),
        oneOf("activity.kind", kinds),
        oneOf("activity.state", states),
        isRecord("activity.committeeId", committeeId),
        organizationId == null ? undefined : naming(organizationId),
        during ? overlapping(during) : undefined,
        oneOf("activity.theme", theme == null ? null : [theme]),
        activities.within(filter.regionCode),
        ...rest,
      ];
      const { direction, cursors } = orderOf(orderBy);
      return activities.list(`activities${cursors}`, where, byStart(direction), parts);
    },
    /**
     * The activities on a committee's calendar that overlap a range, in order of their start.
     *
     * @throws HubError `BAD_USER_INPUT` for a range that is too long, `QUERY_TOO_COMPLEX` for too many activities.
     */
    calendar: createCalendars({ rows: context.rows, visible: activities.all }),
  };
}

/** A direction, and what the cursors of its list have in their name: a cursor holds in one direction only. */
function orderOf(orderBy: string | null | undefined) {
  return orderBy === "START_ASC"
    ? ({ direction: "asc", cursors: " asc by start" } as const)
    : ({ direction: "desc", cursors: "" } as const);
}

/** Lists below other records, in the order that is asked for; those of one call are read together. */
function inEitherOrder(
  pages: (direction: "asc" | "desc", cursors: string) => NestedPages<ActivityRow>,
): (orderBy: string | null | undefined) => NestedPages<ActivityRow> {
  const made = new Map<string, NestedPages<ActivityRow>>();
  return (orderBy) => {
    const { direction, cursors } = orderOf(orderBy);
    const known = made.get(direction) ?? pages(direction, cursors);
    made.set(direction, known);
    return known;
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
    (id) => sql<SqlBool>`(activity.participant_ids @> array[${currentOrganization(id)}] and exists (
      select from participant where participant.activity_id = activity.id
        and participant.organization_id = ${currentOrganization(id)} and ${hostsOrTakesPart}))`,
  );
}
