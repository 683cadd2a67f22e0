import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import {
  ANY_LENGTH_DAYS,
  type TimeRangeInput,
  requireRange,
} from "@alliance-hub/platform/scalars/time-range";
import { byId, isId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import type { ActivitiesBase } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { MAX_ACTIVITY_DAYS } from "./activity.entity.ts";
import type { ActivityFilter } from "./activity.input.ts";
import { readable } from "./activity.policy.ts";

/** Columns that are read: all but those that only search uses. */
const COLUMNS = [
  "activity.id",
  "activity.version",
  "activity.createdAt",
  "activity.updatedAt",
  "activity.committeeId",
  "activity.hostId",
  "activity.title",
  "activity.kind",
  "activity.state",
  "activity.startsAt",
  "activity.endsAt",
  "activity.audience",
  "activity.venueId",
  "activity.description",
  "activity.theme",
  "activity.attendance",
  "activity.cancelReason",
  "activity.heldAt",
  "activity.participantIds",
  "activity.regionCode",
  "activity.regionPath",
  "activity.allianceCode",
] as const;

/** Most activities of one calendar. */
const MAX_CALENDAR_SIZE = 500;
const DAY_MS = 86_400_000;

/** An activity as lists and loaders give it. */
export type ActivityRow = Omit<ActivitiesTables["activity"], "searchKey" | "searchGrams">;

type ActivityList = List<ActivitiesTables, "activity", ActivityRow>;

/** Reads of activities; only what the viewer may see is ever fetched. */
export interface ActivityLoaders {
  readonly byId: DataLoader<string, ActivityRow | null>;
  readonly ofCommittee: NestedPages<ActivityRow>;
  /** Those that an organisation hosts or takes part in. */
  readonly ofOrganization: NestedPages<ActivityRow>;
  list(filter: ActivityFilter): Promise<ActivityList>;
  /**
   * What overlaps a range on a committee's calendar, by its start.
   *
   * @throws HubError `BAD_USER_INPUT` for a range too long or too full.
   */
  calendar(committeeId: string, during: TimeRangeInput): Promise<ActivityRow[]>;
}

/** Loaders of one call. */
export function createActivityLoaders(context: ActivitiesBase): ActivityLoaders {
  const { rows, viewer } = context;
  const visible = () => rows.selectFrom("activity").select(COLUMNS).where(readable(viewer));
  return {
    byId: byId((ids) =>
      visible()
        .where(anyOf("activity.id", ids, "uuid"))
        .execute(),
    ),
    ofCommittee: nestedPages({
      rows,
      list: { name: "committee.activities", query: visible(), ...latestFirst() },
      parent: sql.ref("activity.committeeId"),
      parentType: "uuid",
    }),
    ofOrganization: nestedPages({
      rows,
      // Sorted by what the participant repeats of the activity, which an index has for each organisation.
      list: {
        name: "organization.activities",
        query: visible().innerJoin("participant", "participant.activityId", "activity.id"),
        ...latestFirst("participant.startsAt", "participant.activityId"),
      },
      parent: sql.ref("participant.organizationId"),
      parentType: "uuid",
    }),
    list: async (filter) => {
      let query = visible();
      for (const condition of conditions(filter)) query = query.where(condition);
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(
            context.database.regionLevels,
            filter.regionCode,
            elementOf("activity.regionPath"),
          ),
        );
      }
      return { name: "activities", query, ...latestFirst() };
    },
    calendar: calendars(context, () => visible()),
  };
}

/** The order of all lists but the calendar. */
function latestFirst(
  start = "activity.startsAt",
  id = "activity.id",
): Pick<ActivityList, "order" | "direction"> {
  return {
    order: [
      { column: sql.ref(start), type: "timestamptz", value: (row) => row.startsAt.toISOString() },
      { column: sql.ref(id), type: "uuid", value: (row) => row.id },
    ],
    direction: "desc",
  };
}

function conditions(filter: ActivityFilter): Expression<SqlBool>[] {
  const wanted: Expression<SqlBool>[] = [];
  const { text, kinds, states, committeeId, organizationId, during, theme } = filter;
  if (text != null) wanted.push(textCondition("activity", text));
  if (kinds) wanted.push(oneOf("activity.kind", kinds));
  if (states) wanted.push(oneOf("activity.state", states));
  if (committeeId != null) wanted.push(isRecord("activity.committeeId", committeeId));
  if (organizationId != null) wanted.push(naming(organizationId));
  if (during) {
    requireRange("filter.during", during, ANY_LENGTH_DAYS);
    wanted.push(overlapping(during));
  }
  if (theme != null) wanted.push(sql<SqlBool>`activity.theme = ${theme}`);
  return wanted;
}

/** That an organisation hosts or takes part; what has not the form of an id names none. */
function naming(organizationId: string): Expression<SqlBool> {
  if (!isId(organizationId)) return sql<SqlBool>`false`;
  return sql<SqlBool>`activity.participant_ids @> array[${organizationId}]::uuid[]`;
}

/** No activity is longer than the limit, so the index on the start finds all that overlap. */
function overlapping(during: TimeRangeInput): Expression<SqlBool> {
  const earliest = new Date(during.start.getTime() - MAX_ACTIVITY_DAYS * DAY_MS);
  return sql<SqlBool>`(activity.starts_at < ${during.end} and activity.starts_at > ${earliest} and activity.ends_at > ${during.start})`;
}

/** Calendars of many committees over one range: one statement. */
function calendars(
  context: ActivitiesBase,
  visible: () => ActivityList["query"],
): ActivityLoaders["calendar"] {
  const loaders = new Map<string, DataLoader<string, ActivityRow[]>>();
  const read = async (
    committeeIds: readonly string[],
    during: TimeRangeInput,
  ): Promise<(ActivityRow[] | Error)[]> => {
    const one = visible()
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
  return badInput(
    "during",
    `"during" holds more than ${MAX_CALENDAR_SIZE} activities of the committee. Ask for a shorter range, or page through activities(filter:).`,
  );
}
