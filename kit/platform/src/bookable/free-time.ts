import type { TimeRangeInput } from "../scalars/time-range.ts";

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

/** What a booking takes, and when; its end is that of the buffer after it. */
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

/** What decides how much of a resource can be booked when, besides what is booked. */
export interface Bookability {
  readonly capacity: number;
  /** How long it stays unused after a booking, in milliseconds. Default: not at all. */
  readonly bufferMs?: number;
  /** When it may be used, in order of time. Default: always. */
  readonly opening?: readonly TimeRangeInput[];
}

/**
 * The periods in which at least one can be booked. A booking keeps the buffer after it free, too. So at each moment as
 * much can be booked as is left from then to the end of a buffer.
 */
export function freeSlots(
  { capacity, bufferMs = 0, opening }: Bookability,
  during: TimeRangeInput,
  takings: readonly Taking[],
): FreeSlot[] {
  const until = { start: during.start, end: new Date(during.end.getTime() + bufferMs) };
  const before = left(capacity, until, takings);
  const bookable = bufferMs === 0 ? before : leastAhead(before, bufferMs);
  return (opening ?? [during])
    .flatMap((period) => within(bookable, period))
    .filter(({ quantity }) => quantity > 0);
}

/** At each moment the least of what is left from then on for some time. */
function leastAhead(slots: readonly FreeSlot[], ms: number): FreeSlot[] {
  const moments = [
    ...new Set(slots.flatMap(({ start }) => [start.getTime(), start.getTime() - ms])),
  ]
    .filter((at) => at >= (slots[0]?.start.getTime() ?? 0))
    .toSorted((a, b) => a - b);
  const end = slots.at(-1)?.end ?? new Date(0);
  const least: FreeSlot[] = [];
  for (const [i, at] of moments.entries()) {
    const next = moments[i + 1] ?? end.getTime();
    // Between two moments it is the same everywhere, but not at the first one itself.
    const between = (at + next) / 2;
    const ahead = slots.filter(
      (slot) => slot.start.getTime() < between + ms && slot.end.getTime() > between,
    );
    const quantity = Math.min(...ahead.map((slot) => slot.quantity));
    append(least, { start: new Date(at), end: new Date(next), quantity });
  }
  return least;
}

/** The parts of periods that lie within another one. */
function within(slots: readonly FreeSlot[], { start, end }: TimeRangeInput): FreeSlot[] {
  return slots
    .filter((slot) => slot.start < end && slot.end > start)
    .map((slot) => ({
      ...slot,
      start: slot.start < start ? start : slot.start,
      end: slot.end > end ? end : slot.end,
    }));
}

/** Adds a period, or makes the last one longer where as much is left. */
function append(slots: FreeSlot[], slot: FreeSlot): void {
  const last = slots.at(-1);
  if (last?.quantity === slot.quantity) slots[slots.length - 1] = { ...last, end: slot.end };
  else slots.push(slot);
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
