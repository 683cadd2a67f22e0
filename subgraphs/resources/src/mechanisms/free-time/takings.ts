import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import { type BookingState, TAKING_STATES } from "../../vocabulary/booking-state.ts";
import { type Taking, tightest } from "./free-time.ts";

/** What of the table of bookings tells what they take. */
export interface TakingTables {
  booking: Taking & {
    readonly id: string;
    readonly resourceId: string;
    readonly state: BookingState;
    readonly during: string;
  };
}

/** How much bookings take of resources within a range, by resource. @param without bookings that do not count. */
export async function readTakings(
  rows: Kysely<TakingTables>,
  resourceIds: readonly string[],
  during: TimeRangeInput,
  without: readonly string[] = [],
): Promise<Map<string, Taking[]>> {
  if (resourceIds.length === 0) return new Map();
  const found = await rows
    .selectFrom("booking")
    .$if(without.length > 0, (query) => query.where("booking.id", "not in", without))
    .select(["resourceId", "startsAt", sql<Date>`upper(booking.held)`.as("endsAt"), "quantity"])
    .where(anyOf("resourceId", resourceIds, "uuid"))
    .where(isTaking("booking"))
    .where(sql<SqlBool>`booking.held && tstzrange(${during.start}, ${during.end})`)
    .execute();
  return Map.groupBy(found, (booking) => booking.resourceId);
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
