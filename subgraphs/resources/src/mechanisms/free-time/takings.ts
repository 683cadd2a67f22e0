import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import { type BookingState, TAKING_STATES } from "../../vocabulary/booking-state.ts";
import { type Taking, tightest } from "@alliance-hub/platform/bookable/free-time";

/** What of the table of bookings tells what they take. */
export interface TakingTables {
  booking: Taking & {
    readonly id: string;
    readonly resourceId: string;
    readonly state: BookingState;
    readonly during: string;
  };
}

/** How much bookings and open offers take of resources within a range, by resource. @param without bookings and offers that do not count. */
export async function readTakings(
  rows: Kysely<TakingTables>,
  resourceIds: readonly string[],
  during: TimeRangeInput,
  without: readonly string[] = [],
): Promise<Map<string, Taking[]>> {
  if (resourceIds.length === 0) return new Map();
  // What is offered to a unit that waits is held for it like a booking. The function `takings_of` of the database says what a booking takes, a time that it may get back included.
  const { rows: found } = await sql<Taking & { readonly resourceId: string }>`
    select booking.resource_id, lower(part.period) as starts_at, upper(part.period) as ends_at, part.amount as quantity
    from booking cross join lateral takings_of(
      booking.held, booking.quantity, booking.previously_held, booking.previous_quantity) as part
    where booking.resource_id = any(${resourceIds}::uuid[]) and ${isTaking("booking")}
      and booking.taken && tstzrange(${during.start}, ${during.end})
      and booking.id <> all(${without}::uuid[])
    union all
    select resource_id, starts_at, upper(held), quantity from waiting_entry
    where resource_id = any(${resourceIds}::uuid[]) and state = 'OFFERED'
      and held && tstzrange(${during.start}, ${during.end}) and id <> all(${without}::uuid[])`.execute(
    rows,
  );
  return Map.groupBy(found, (taking) => taking.resourceId);
}

/** The maximum of a resource that is taken at any moment of a range. */
export async function mostTaken(
  rows: Kysely<TakingTables>,
  resourceId: string,
  during: TimeRangeInput,
): Promise<number> {
  const takings = await readTakings(rows, [resourceId], during);
  return -tightest(0, during, takings.get(resourceId) ?? []).quantity;
}

/**
 * Condition that a booking takes its quantity, or took it. Literals, not parameters, because the planner finds
 * the partial index only by a condition that it can read.
 */
export function isTaking(table: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${table}.state`)} in (${sql.join(TAKING_STATES.map((state) => sql.lit(state)))})`;
}
