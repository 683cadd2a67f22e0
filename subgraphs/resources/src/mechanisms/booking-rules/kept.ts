import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { type Kysely, sql } from "kysely";

/**
 * What a booking has of a wanted time and quantity: `PREVIOUS`, the time that was confirmed, which it gets back without
 * anybody's approval; `PART`, some of its own time; null: less than all of it.
 */
export type Kept = "PREVIOUS" | "PART" | null;

/**
 * What a booking has already of a time that is wanted. The function `kept_of` of the database says it, for activities that
 * move their bookings, too.
 */
export async function readKept<DB>(
  rows: Kysely<DB>,
  bookingId: string,
  { during, quantity }: { readonly during: TimeRangeInput; readonly quantity: number },
): Promise<Kept> {
  const { rows: found } = await sql<{ kept: Kept }>`
    select kept_of(booking, ${during.start}, ${during.end}, ${quantity}) as kept
    from booking where id = ${bookingId}`.execute(rows);
  return found[0]?.kept ?? null;
}
