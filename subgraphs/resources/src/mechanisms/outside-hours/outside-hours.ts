import { factsOfBooking } from "@alliance-hub/platform/notices/concerned/of-resources";
import { number, text } from "@alliance-hub/platform/notices/facts";
import { BOOKING_NOTICES } from "@alliance-hub/platform/notices/kinds/booking";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import { type Kysely, sql } from "kysely";

/** A booking ahead that lies outside the hours of its resource. */
export interface BookingOutside {
  readonly id: string;
  readonly organizationId: string;
  readonly providerId: string;
  readonly resourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly purpose: string | null;
  /** When the resource is open on its first day, such as "08:00–12:00, 14:00–18:00"; null: not at all. */
  readonly hours: string | null;
}

/**
 * The bookings of a resource that are not over and lie outside its hours or on a day off that it keeps, in order of time.
 * What is blocked is told by itself, and counts as open here.
 */
export async function readOutsideHours<DB>(
  rows: Kysely<DB>,
  resourceId: string,
  now: Date,
): Promise<readonly BookingOutside[]> {
  const { rows: found } = await sql<BookingOutside>`
    select booking.id, organization_id, provider_id, booking.resource_id, starts_at, ends_at, purpose, (
      select string_agg(to_char(lower(period) at time zone 'Asia/Shanghai', 'HH24:MI') || '–'
        || case when upper(period) = upper(day.whole) then '24:00'
          else to_char(upper(period) at time zone 'Asia/Shanghai', 'HH24:MI') end, ', ' order by period)
      from unnest(opening(booking.resource_id, day.whole)) as period) as hours
    from booking cross join lateral (
      select date_trunc('day', starts_at at time zone 'Asia/Shanghai') as first) as at
    cross join lateral (
      select tstzrange(first at time zone 'Asia/Shanghai', (first + interval '1 day') at time zone 'Asia/Shanghai') as whole) as day
    where booking.resource_id = ${resourceId} and booking.state in ('REQUESTED', 'CONFIRMED') and ends_at > ${now}
      and not opening(booking.resource_id, booking.during) + coalesce((
        select range_agg(blocking.during) from blocking where blocking.resource_id = booking.resource_id
          and blocking.state = 'ACTIVE' and blocking.during && booking.during), '{}') @> booking.during
    order by starts_at, booking.id`.execute(rows);
  return found;
}

/** Whom bookings concern that lie outside the hours now: each unit once, with its first one and how many there are. */
export function noticesOfOutside(bookings: readonly BookingOutside[]): readonly Notice[] {
  const byUnit = Map.groupBy(bookings, ({ organizationId }) => organizationId);
  return [...byUnit].flatMap(([organizationId, own]) => {
    const [first] = own;
    if (!first) return [];
    const { resource, provider, during } = factsOfBooking(first);
    const hours = text(first.hours);
    const facts = { resource, provider, during, hours, dates: number(own.length) };
    return BOOKING_NOTICES.tell("OUTSIDE_HOURS", first.id, { organizationId }, facts);
  });
}
