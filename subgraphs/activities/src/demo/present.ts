import { demonstrationAlliance } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { insertMissing } from "@alliance-hub/demonstration/load";
import {
  type PresentSpan,
  unsettledDays,
  daysOf,
  enteredAt,
} from "@alliance-hub/demonstration/present";
import { leavePresentNotices } from "@alliance-hub/demonstration/present-notices";
import { type Kysely, sql } from "kysely";
import type { ActivitiesTables } from "../database.ts";
import { MATTERS } from "./matters.ts";
import {
  ACTIVITY_SETTLED_DAYS,
  type PresentActivity,
  presentActivities,
} from "./present-activities.ts";
import { changesOfActivity, changesOfIssue } from "./present-changes.ts";
import { ISSUE_SETTLED_DAYS, presentIssues } from "./present-issues.ts";

/** Days of the past for which issues are entered. */
const ISSUE_DAYS = 365;

/** Enters what is missing of the present: the calendar and the issues, and what has become of earlier ones. */
export async function loadPresent(
  rows: Kysely<ActivitiesTables>,
  span: PresentSpan,
): Promise<string> {
  const places = demonstrationAlliance();
  const { today } = span;
  const activities = (days: readonly number[]) =>
    places.flatMap((place) => days.flatMap((day) => presentActivities(place, day, today)));
  const issues = (days: readonly number[]) =>
    places.flatMap((place) => days.flatMap((day) => presentIssues(place, day, today)));
  const [planned, raised] = [activities(daysOf(span)), issues(daysOf(span, ISSUE_DAYS))];
  const earlier = {
    activities: activities(unsettledDays(span, ACTIVITY_SETTLED_DAYS)),
    issues: issues(unsettledDays(span, ISSUE_SETTLED_DAYS)),
  };
  await settleActivities(rows, earlier.activities);
  await settleInvitations(rows, earlier.activities);
  await settleIssues(rows, earlier.issues);
  await insertMissing(
    rows,
    "activity",
    planned.map(({ activity }) => activity),
  );
  await insertMissing(
    rows,
    "participant",
    planned.flatMap(({ participants, invitations }) => [...participants, ...invitations]),
  );
  await insertMissing(
    rows,
    "rescheduling",
    planned.flatMap(({ moved }) => moved ?? []),
  );
  await insertMissing(rows, "agendaItem", planned.flatMap(agendaOf));
  await insertMissing(rows, "issue", raised);
  await leavePresentNotices(rows, span, [
    ...[...earlier.activities, ...planned].flatMap(changesOfActivity),
    ...[...earlier.issues, ...raised].flatMap(changesOfIssue),
  ]);
  if (span.enteredUntil === null) await orderNotices(rows);
  return `activities: ${planned.length} activities and ${raised.length} issues of the present`;
}

/**
 * Puts the notices that all subgraphs have left into the order of their time: each has left its own ones before the
 * next. Nobody has read them yet, for the hub does not listen before its first load.
 */
async function orderNotices(rows: Kysely<ActivitiesTables>): Promise<void> {
  await sql`
    update notice set number = ordered.number
    from (select id, nextval('activity_update_number_seq') as number
      from (select id from notice order by occurred_at, number) as by_time) as ordered
    where notice.id = ordered.id`.execute(rows);
}

/** A report first, then two matters, and what comes next. */
function agendaOf({ activity }: PresentActivity): ActivitiesTables["agendaItem"][] {
  if (activity.kind !== "MEETING") return [];
  const chance = chanceOf("agenda", activity.id);
  const titles = [
    "通报上次会议事项办理情况",
    ...[0, 1].map(() => `研究${chance.pick(MATTERS).title}问题`),
    chance.pick(["商定下季度联办活动", "通报清单征集进展", "听取各单位意见"]),
  ];
  return [...new Set(titles)].map((title, at) => ({
    id: demonstrationId("agenda-item", activity.id, at),
    activityId: activity.id,
    title,
    detail: null,
    proposedByOrganizationId: activity.participantIds[at] ?? activity.hostId,
    position: at + 1,
    removedAt: null,
    removeReason: null,
    ...enteredAt(activity.createdAt),
  }));
}

/** What has become of activities that were planned before and that nobody has changed since. */
async function settleActivities(
  rows: Kysely<ActivitiesTables>,
  all: readonly PresentActivity[],
): Promise<void> {
  const later = all.filter(({ activity }) => activity.state !== "SCHEDULED");
  const columns = later.map(({ activity }) => activity);
  const settled = await sql<{ id: string }>`
    update activity set state = now.state, starts_at = now.starts_at, ends_at = now.ends_at, held_at = now.held_at,
      cancel_reason = now.cancel_reason, attendance = now.attendance, updated_at = now.updated_at
    from unnest(
      ${columns.map(({ id }) => id)}::uuid[],
      ${columns.map(({ state }) => state)}::text[],
      ${columns.map(({ startsAt }) => startsAt)}::timestamptz[],
      ${columns.map(({ endsAt }) => endsAt)}::timestamptz[],
      ${columns.map(({ heldAt }) => heldAt)}::timestamptz[],
      ${columns.map(({ cancelReason }) => cancelReason)}::text[],
      ${columns.map(({ attendance }) => attendance)}::integer[],
      ${columns.map(({ updatedAt }) => updatedAt)}::timestamptz[]
    ) as now (id, state, starts_at, ends_at, held_at, cancel_reason, attendance, updated_at)
    where activity.id = now.id and activity.version = 1 and activity.state <> now.state
    returning activity.id`.execute(rows);
  const ids = new Set(settled.rows.map(({ id }) => id));
  const changed = later.filter(({ activity }) => ids.has(activity.id));
  const came = changed
    .flatMap(({ participants }) => participants)
    .filter(({ attendance }) => attendance !== null);
  await sql`
    update participant set attendance = now.attendance
    from unnest(
      ${came.map(({ activityId }) => activityId)}::uuid[],
      ${came.map(({ organizationId }) => organizationId)}::uuid[],
      ${came.map(({ attendance }) => attendance)}::integer[]
    ) as now (activity_id, organization_id, attendance)
    where participant.activity_id = now.activity_id and participant.organization_id = now.organization_id`.execute(
    rows,
  );
  await insertMissing(
    rows,
    "rescheduling",
    changed.flatMap(({ moved }) => moved ?? []),
  );
}

/** Units that were invited before and have declined since, to what nobody has changed. */
async function settleInvitations(
  rows: Kysely<ActivitiesTables>,
  all: readonly PresentActivity[],
): Promise<void> {
  const declined = all
    .flatMap(({ invitations }) => invitations)
    .filter(({ state }) => state === "DECLINED");
  await sql`
    with declined as (
      update participant set state = 'DECLINED', ended_at = now.ended_at, reason = now.reason
      from unnest(
        ${declined.map(({ activityId }) => activityId)}::uuid[],
        ${declined.map(({ organizationId }) => organizationId)}::uuid[],
        ${declined.map(({ endedAt }) => endedAt)}::timestamptz[],
        ${declined.map(({ reason }) => reason)}::text[]
      ) as now (activity_id, organization_id, ended_at, reason)
      where participant.activity_id = now.activity_id and participant.organization_id = now.organization_id
        and participant.state = 'INVITED'
        and exists (select from activity where activity.id = participant.activity_id and activity.version = 1)
      returning participant.activity_id, participant.organization_id
    )
    update activity set participant_ids = array(
      select id from unnest(participant_ids) with ordinality as named(id, place)
      where id not in (select organization_id from declined where declined.activity_id = activity.id) order by place)
    where id in (select activity_id from declined)`.execute(rows);
}

/** Issues that were raised before and that have been resolved since. */
async function settleIssues(
  rows: Kysely<ActivitiesTables>,
  all: readonly ActivitiesTables["issue"][],
): Promise<void> {
  const resolved = all.filter(({ state }) => state === "RESOLVED");
  await sql`
    update issue set state = 'RESOLVED', resolved_at = now.at, updated_at = now.at, outcome = now.outcome
    from unnest(
      ${resolved.map(({ id }) => id)}::uuid[],
      ${resolved.map(({ resolvedAt }) => resolvedAt)}::timestamptz[],
      ${resolved.map(({ outcome }) => outcome)}::text[]
    ) as now (id, at, outcome)
    where issue.id = now.id and issue.version = 1 and issue.state = 'RAISED'`.execute(rows);
}
