import {
  at,
  day,
  number,
  range,
  record,
  task,
  text,
  unit,
} from "@alliance-hub/platform/notices/facts";
import type { Facts } from "@alliance-hub/platform/notices/facts";
import { ACTIVITY_NOTICES } from "@alliance-hub/platform/notices/kinds/activity";
import { AGREEMENT_NOTICES } from "@alliance-hub/platform/notices/kinds/agreement";
import { BOOKING_NOTICES } from "@alliance-hub/platform/notices/kinds/booking";
import { TASK_NOTICES } from "@alliance-hub/platform/notices/kinds/task";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { TaskKind } from "@alliance-hub/platform/notices/task-kinds";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { hostsOrTakesPart } from "../participant-list/hosts-or-takes-part.ts";
import { type QueryExecutorProvider, sql } from "kysely";

/** A reminder that has not been left yet. */
export interface DueReminder {
  readonly noun: string;
  readonly recordId: string;
  /** The time that it is about: with it a record is reminded of once. */
  readonly occasion: Date;
  readonly notices: readonly Notice[];
}

/** Most reminders of one noun that are read at once. */
export const MOST_READ = 200;

const MOST = sql.lit(MOST_READ);

/** What is to be reminded of at an instant and has not been yet. */
export async function dueReminders(
  rows: QueryExecutorProvider,
  now: Date,
): Promise<readonly (readonly DueReminder[])[]> {
  return [
    await bookings(rows, now),
    await activities(rows, now),
    await agreements(rows, now),
    await tasks(rows, now),
  ];
}

const units = (ids: readonly string[]): Addressee[] =>
  [...new Set(ids)].map((organizationId) => ({ organizationId }));

async function bookings(rows: QueryExecutorProvider, now: Date): Promise<DueReminder[]> {
  const { rows: found } = await sql<{
    id: string;
    organizationId: string;
    providerId: string;
    resourceId: string;
    startsAt: Date;
    endsAt: Date;
    purpose: string | null;
    ofActivity: boolean;
  }>`
    select * from directory.bookings_near(${now}) as near where not exists (
      select from reminder where noun = 'Booking' and record_id = near.id and occasion = near.starts_at)
    order by starts_at, id limit ${MOST}`.execute(rows);
  return found.map(
    ({ id, organizationId, providerId, resourceId, startsAt, endsAt, purpose, ofActivity }) => ({
      noun: "Booking",
      recordId: id,
      occasion: startsAt,
      // The host of an activity is reminded of that.
      notices: BOOKING_NOTICES.tell(
        "REMINDER",
        id,
        units(ofActivity ? [providerId] : [organizationId, providerId]),
        {
          organization: unit(organizationId),
          resource: record("Resource", resourceId),
          during: range(startsAt, endsAt),
          purpose: text(purpose),
        },
      ),
    }),
  );
}

/** Units that joined later than nine o'clock of the day before know without a reminder, like those who book then. */
async function activities(rows: QueryExecutorProvider, now: Date): Promise<DueReminder[]> {
  const { rows: found } = await sql<{
    id: string;
    hostId: string;
    committeeId: string;
    startsAt: Date;
    endsAt: Date;
    unitIds: string[];
  }>`
    select id, host_id, committee_id, starts_at, ends_at, array(
      select organization_id::text from participant
      where activity_id = activity.id and ${hostsOrTakesPart}
        and coalesce(joined_at, invited_at) <= told_at
      order by coalesce(joined_at, invited_at), organization_id) as unit_ids
    from activity cross join lateral nine_on((starts_at at time zone 'Asia/Shanghai')::date - 1) as told_at
    where state in ('SCHEDULED', 'RESCHEDULED') and starts_at > ${now}
      and starts_at < ${now}::timestamptz + interval '2 days' and told_at <= ${now} and created_at <= told_at
      and not exists (
        select from reminder where noun = 'Activity' and record_id = activity.id and occasion = activity.starts_at)
    order by starts_at, id limit ${MOST}`.execute(rows);
  return found.map(({ id, hostId, committeeId, startsAt, endsAt, unitIds }) => ({
    noun: "Activity",
    recordId: id,
    occasion: startsAt,
    notices: ACTIVITY_NOTICES.tell("REMINDER", id, [...units(unitIds), { committeeId }], {
      activity: record("Activity", id),
      host: unit(hostId),
      during: range(startsAt, endsAt),
    }),
  }));
}

async function agreements(rows: QueryExecutorProvider, now: Date): Promise<DueReminder[]> {
  const { rows: found } = await sql<{
    id: string;
    committeeId: string;
    partyIds: string[];
    termTo: string;
    days: number;
    toldAt: Date;
  }>`
    select id, committee_id, party_ids::text[], term_to, days, told_at
    from directory.agreements_near_end(${now}) as near where not exists (
      select from reminder where noun = 'Agreement' and record_id = near.id and occasion = near.told_at)
    order by term_to, id limit ${MOST}`.execute(rows);
  return found.map(({ id, committeeId, partyIds, termTo, days, toldAt }) => ({
    noun: "Agreement",
    recordId: id,
    occasion: toldAt,
    notices: AGREEMENT_NOTICES.tell("ENDS_SOON", id, [...units(partyIds), { committeeId }], {
      agreement: record("Agreement", id),
      to: day(termTo),
      days: number(days),
    }),
  }));
}

/** At nine o'clock of the day before the last day; at once what was opened later. */
async function tasks(rows: QueryExecutorProvider, now: Date): Promise<DueReminder[]> {
  const { rows: found } = await sql<{
    id: string;
    kind: TaskKind;
    facts: Facts;
    organizationId: string | null;
    committeeId: string | null;
    dueAt: Date;
    regionPath: RegionPath | null;
  }>`
    select id, kind, facts, organization_id, committee_id, region_path, due_at
    from task
    where state = 'OPEN' and due_at > ${now} and due_at < ${now}::timestamptz + interval '2 days'
      and opens_at <= ${now} and (closes_at is null or closes_at > ${now})
      and nine_on(((due_at - interval '1 microsecond') at time zone 'Asia/Shanghai')::date - 1) <= ${now}
      and not exists (
        select from reminder where noun = 'Task' and record_id = task.id and occasion = date_trunc('milliseconds', task.due_at))
    order by due_at, id limit ${MOST}`.execute(rows);
  return found.map(({ id, kind, facts, organizationId, committeeId, regionPath, dueAt }) => ({
    noun: "Task",
    recordId: id,
    occasion: dueAt,
    notices: TASK_NOTICES.tell(
      "DUE_SOON",
      id,
      [
        ...(organizationId === null ? [] : [{ organizationId }]),
        ...(committeeId === null ? [] : [{ committeeId }]),
        ...(regionPath === null ? [] : [{ operatorsOf: regionPath }]),
      ],
      { due: at(dueAt), task: task(kind, facts) },
    ),
  }));
}
