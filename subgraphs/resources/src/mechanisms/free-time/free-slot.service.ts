import { HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { BookingTables } from "../../nouns/booking/booking.loaders.ts";
import { BOOKABLE_KINDS, type Resource } from "../../nouns/resource/resource.entity.ts";
import { type FreeSlot, capacityOf, tightest } from "./free-time.ts";
import { readTakings } from "./free-slot.loaders.ts";

/** Longest booking, in days. */
const MAX_DAYS = 31;
/** How far ahead a booking may end, in days. */
const MAX_DAYS_AHEAD = 400;

/** The last moment that can be booked. */
function lastMoment(now: Date): Date {
  return new Date(now.getTime() + MAX_DAYS_AHEAD * 86_400_000);
}

/**
 * Refuses a time that is none, or too long.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireLength(during: TimeRangeInput): void {
  requireRange("during", during, MAX_DAYS);
}

/** How long ago "now" may be, in milliseconds: a request takes its time, and clocks differ. */
const GRACE_MS = 60_000;

/**
 * Refuses a time that has begun, or lies too far ahead.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireAhead(during: TimeRangeInput, now: Date): void {
  if (during.start.getTime() < now.getTime() - GRACE_MS) {
    throw badInput(
      "during",
      `"during" starts in the past, at ${during.start.toISOString()}; it is ${now.toISOString()} now. Give a start from now on.`,
    );
  }
  if (during.end > lastMoment(now)) {
    throw badInput(
      "during",
      `"during" ends at ${during.end.toISOString()}, more than ${MAX_DAYS_AHEAD} days ahead. Book nearer to the time.`,
    );
  }
}

/**
 * Refuses to book what cannot be booked, or more of it than there is.
 *
 * @throws HubError `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` where it is not published.
 */
export function requireBookable(
  resource: Pick<Resource, "id" | "kind" | "state" | "capacity">,
  quantity: number,
): void {
  const { id, kind, state } = resource;
  if (!BOOKABLE_KINDS.includes(kind)) {
    throw badInput(
      "resourceId",
      `Resource ${id} is of kind ${kind}; only ${BOOKABLE_KINDS.join(", ")} can be booked. Ask the unit that offers it.`,
    );
  }
  if (state !== "PUBLISHED") {
    throw new HubError(
      "ILLEGAL_TRANSITION",
      `Resource ${id} is ${state}; only a PUBLISHED one can be booked. Choose another with resources(filter:).`,
      {
        state,
        allowed: [],
      },
    );
  }
  if (quantity > capacityOf(resource)) {
    throw badInput(
      "quantity",
      `"quantity" is ${quantity}, but resource ${id} has ${capacityOf(resource)} in all. Give that or less.`,
    );
  }
}

/**
 * Refuses a booking for which too little is left at some moment. The caller holds the lock on the
 * resource's row: without it, what is read here could be taken by another at the same moment.
 *
 * @throws HubError `BOOKING_CONFLICT`.
 */
export async function requireLeft(
  { rows }: Pick<Work<BookingTables>, "rows">,
  resource: { readonly id: string; readonly capacity: number | null },
  { during, quantity }: { during: TimeRangeInput; quantity: number },
): Promise<void> {
  const takings = await readTakings(rows, [resource.id], during);
  const least = tightest(capacityOf(resource), during, takings.get(resource.id) ?? []);
  if (least.quantity < quantity) throw tooLittle(resource.id, quantity, least);
}

/** `BOOKING_CONFLICT`, naming how much is left and when; who has the rest is not the caller's business. */
export function tooLittle(resourceId: string, quantity: number, least: FreeSlot): HubError {
  const remaining = Math.max(least.quantity, 0);
  const [start, end] = [least.start.toISOString(), least.end.toISOString()];
  return new HubError(
    "BOOKING_CONFLICT",
    `Of resource ${resourceId}, ${remaining} is left from ${start} to ${end}; you asked for ${quantity}. Take another time or less of it: resource(id:) { free(during:) } shows what is left.`,
    { left: remaining, start, end },
  );
}

/** Most of a resource that is taken at any moment from now on. */
export async function takenAhead(
  { rows, now }: Work<BookingTables>,
  resourceId: string,
): Promise<number> {
  const ahead = { start: now, end: lastMoment(now) };
  const takings = await readTakings(rows, [resourceId], ahead);
  return -tightest(0, ahead, takings.get(resourceId) ?? []).quantity;
}
