import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";

/**
 * A stretch of time, end not included, and how much of a resource is left throughout it. It is computed from
 * the bookings whenever it is needed, and not stored.
 */
export interface FreeSlot {
  readonly start: Date;
  readonly end: Date;
  readonly quantity: number;
}

/** Maximum range for free time, in days. */
export const MAX_DAYS_SEARCHED = 400;

/** What a booking takes, and when. */
export interface Taking {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly quantity: number;
}

/** How much of a resource can be booked at once; one if its provider has not said. */
export function capacityOf(resource: { readonly capacity: number | null }): number {
  return resource.capacity ?? 1;
}

/**
 * How much is left over time: periods that cover the range without gaps, each with another quantity than its
 * neighbours. It goes once through the starts and ends of the bookings, in order of time.
 */
export function left(
  capacity: number,
  during: TimeRangeInput,
  takings: readonly Taking[],
): FreeSlot[] {
  const [from, to] = [during.start.getTime(), during.end.getTime()];
  const steps = new Map<number, number>([[from, 0]]);
  const step = (at: number, quantity: number) => steps.set(at, (steps.get(at) ?? 0) + quantity);
  for (const { startsAt, endsAt, quantity } of takings) {
    if (startsAt.getTime() >= to || endsAt.getTime() <= from) continue;
    step(Math.max(startsAt.getTime(), from), -quantity);
    if (endsAt.getTime() < to) step(endsAt.getTime(), quantity);
  }
  let quantity = capacity;
  const slots: { start: Date; end: Date; quantity: number }[] = [];
  for (const [at, change] of [...steps].toSorted(([a], [b]) => a - b)) {
    quantity += change;
    const last = slots.at(-1);
    if (last?.quantity === quantity) continue;
    if (last) last.end = new Date(at);
    slots.push({ start: new Date(at), end: during.end, quantity });
  }
  return slots;
}

/** The periods in which at least one is left. */
export function freeSlots(
  capacity: number,
  during: TimeRangeInput,
  takings: readonly Taking[],
): FreeSlot[] {
  return left(capacity, during, takings).filter((slot) => slot.quantity > 0);
}

/** The earliest period with the smallest quantity left in the range. */
export function tightest(
  capacity: number,
  during: TimeRangeInput,
  takings: readonly Taking[],
): FreeSlot {
  return left(capacity, during, takings).reduce((least, slot) =>
    slot.quantity < least.quantity ? slot : least,
  );
}
