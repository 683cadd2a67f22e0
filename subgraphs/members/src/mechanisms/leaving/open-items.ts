import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { type Kysely, sql } from "kysely";

/** What can be open between a unit and a committee. */
export const OPEN_NOUNS = [
  "Resource",
  "Need",
  "Booking",
  "Agreement",
  "Activity",
  "Issue",
  "Seat",
  "Application",
] as const;
export type OpenNoun = (typeof OPEN_NOUNS)[number];

/** A record that is open between a unit and a committee. */
export interface OpenItem {
  readonly noun: OpenNoun;
  readonly recordId: string;
  readonly title: string;
  readonly state: string;
  /**
   * Of a resource and a need the audience, of a booking which side the unit is or that it is the room of an activity, of a
   * seat its role.
   */
  readonly detail: string | null;
}

/** Of which unit and which committee. */
export interface Pair {
  readonly committeeId: string;
  readonly organizationId: string;
}

/**
 * All that is open between a unit and a committee, in one statement. The other subgraphs publish what is theirs to
 * this one alone.
 *
 * @param at what has begun by then is not open any more.
 */
export async function readOpenItems<DB extends DirectoryTables>(
  rows: Kysely<DB>,
  { committeeId, organizationId }: Pair,
  at: Date,
): Promise<readonly OpenItem[]> {
  const { rows: found } = await sql<OpenItem>`
    with item as (
      select * from directory.open_resources(${committeeId}::uuid, ${organizationId}::uuid, ${at}::timestamptz)
      union all
      select * from directory.open_activities(${committeeId}::uuid, ${organizationId}::uuid, ${at}::timestamptz)
      union all
      select 'Seat', id, holder_name, 'LASTING', role from seat
        where committee_id = ${committeeId}::uuid and organization_id = ${organizationId}::uuid
          and (until is null or counts_to_last_day and until >= ${shanghaiDay(at)}::date)
      union all
      select 'Application', id, coalesce(message, ''), state, null from application
        where committee_id = ${committeeId}::uuid and organization_id = ${organizationId}::uuid and state = 'SUBMITTED'
    )
    select item.noun, record_id, title, item.state, case when room.id is null then detail else 'OF_ACTIVITY' end as detail
    from item left join directory.activity_booking as room on item.noun = 'Booking' and room.id = item.record_id
    -- What the unit's own organisation runs belongs to it, whether it is a member or not.
    where not exists (select from directory.committee where id = ${committeeId}::uuid and organization_id = ${organizationId}::uuid)
      -- The room of an activity goes with it, and is not settled twice.
      and (room.id is null or room.organization_id <> ${organizationId}::uuid or not exists (
        select from item as activity where activity.noun = 'Activity' and activity.record_id = room.activity_id))
    order by array_position(${[...OPEN_NOUNS]}::text[], item.noun), record_id`.execute(rows);
  return found;
}
