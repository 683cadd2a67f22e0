import { type Kysely, sql } from "kysely";
import type { ResourcesTables } from "../database.ts";
import type { BookingRow } from "./present-bookings.ts";

/**
 * Inserts bookings as far as their time is free: what people have booked or blocked meanwhile stays. The rows of the resources
 * are locked, as everybody does who books.
 */
export async function insertBookings(
  rows: Kysely<ResourcesTables>,
  bookings: readonly BookingRow[],
): Promise<void> {
  if (bookings.length === 0) return;
  const resourceIds = [...new Set(bookings.map(({ resourceId }) => resourceId))];
  await sql`select id from resource where id = any (${resourceIds}::uuid[]) order by id for update`.execute(
    rows,
  );
  const of = <Column extends keyof BookingRow>(column: Column): BookingRow[Column][] =>
    bookings.map((booking) => booking[column]);
  await sql`
    insert into booking (id, version, created_at, updated_at, resource_id, organization_id, provider_id, committee_id,
      starts_at, ends_at, quantity, exclusive, state, purpose, reason)
    select wanted.id, 1, wanted.created_at, wanted.updated_at, resource.id, wanted.organization_id, resource.provider_id,
      resource.committee_id, wanted.starts_at, wanted.ends_at, least(wanted.quantity, coalesce(resource.capacity, 1)),
      coalesce(resource.capacity, 1) = 1, wanted.state, wanted.purpose, wanted.reason
    from unnest(
      ${of("id")}::uuid[], ${of("createdAt")}::timestamptz[], ${of("updatedAt")}::timestamptz[],
      ${of("resourceId")}::uuid[], ${of("organizationId")}::uuid[], ${of("startsAt")}::timestamptz[],
      ${of("endsAt")}::timestamptz[], ${of("quantity")}::integer[], ${of("state")}::text[], ${of("purpose")}::text[],
      ${of("reason")}::text[]
    ) as wanted (id, created_at, updated_at, resource_id, organization_id, starts_at, ends_at, quantity, state, purpose, reason)
    join resource on resource.id = wanted.resource_id and resource.state = 'PUBLISHED'
    where not exists (
      select from booking
      where booking.resource_id = wanted.resource_id and booking.state in ('REQUESTED', 'CONFIRMED', 'DONE')
        and booking.during && tstzrange(wanted.starts_at, wanted.ends_at)
    ) and not exists (
      select from blocking
      where blocking.resource_id = wanted.resource_id and blocking.state = 'ACTIVE'
        and blocking.during && tstzrange(wanted.starts_at, wanted.ends_at)
    )
    on conflict do nothing`.execute(rows);
}

/** What has become of bookings that were made before and that nobody has changed since. */
export async function settleBookings(
  rows: Kysely<ResourcesTables>,
  bookings: readonly BookingRow[],
): Promise<void> {
  const later = bookings.filter(({ state }) => state !== "REQUESTED");
  await sql`
    update booking set state = now.state, reason = now.reason, updated_at = now.updated_at
    from unnest(
      ${later.map(({ id }) => id)}::uuid[],
      ${later.map(({ state }) => state)}::text[],
      ${later.map(({ reason }) => reason)}::text[],
      ${later.map(({ updatedAt }) => updatedAt)}::timestamptz[]
    ) as now (id, state, reason, updated_at)
    where booking.id = now.id and booking.version = 1 and booking.state in ('REQUESTED', 'CONFIRMED')
      and booking.state <> now.state`.execute(rows);
}
