import { type Span, nearestTimes as nearestOf } from "@alliance-hub/sharing/nearest-times";
import type { TimeRangeInput } from "../scalars/time-range.ts";
import { type FreeSlot, type Taking, capacityOf, freeSlots } from "./free-time.ts";

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];
/** How far around a time that cannot be had others are looked for, in days. */
const AROUND_DAYS = 14;

/** The rules of a resource that bound the times of a booking; null where one is not set. */
export interface BookingLimits {
  readonly minNoticeMinutes: number;
  readonly maxAheadDays: number | null;
  /** Bookings begin and end on multiples of it, counted from midnight. Default: any minute. */
  readonly slotMinutes: number | null;
  /** What is longer is offered at this length. Default: any length. */
  readonly maxLengthMinutes: number | null;
}

/** The range in which other times are looked for: from the earliest start of a booking on, if that is nearer. */
export interface Around extends TimeRangeInput {
  /** The same, with the buffer after it: what is taken there counts. */
  readonly held: TimeRangeInput;
}

/** Where to look for other times than a wanted one; null if no time can be had. */
export function lookAround(asked: {
  readonly during: TimeRangeInput;
  readonly now: Date;
  readonly bufferMinutes: number;
  /** Default: none. */
  readonly limits: BookingLimits | undefined;
}): Around | null {
  const { during, now, bufferMinutes, limits } = asked;
  const earliest = new Date(now.getTime() + (limits?.minNoticeMinutes ?? 0) * MINUTE_MS);
  const maxAheadDays = limits?.maxAheadDays ?? null;
  const latest = maxAheadDays === null ? Infinity : now.getTime() + maxAheadDays * DAY_MS;
  const start = new Date(
    Math.max(earliest.getTime(), during.start.getTime() - AROUND_DAYS * DAY_MS),
  );
  const end = new Date(
    Math.min(latest, Math.max(during.end.getTime(), earliest.getTime()) + AROUND_DAYS * DAY_MS),
  );
  if (end <= start) return null;
  const held = { start, end: new Date(end.getTime() + bufferMinutes * MINUTE_MS) };
  return { start, end, held };
}

/** What a time must have to be offered, and what is there. */
export interface Wanted {
  readonly during: TimeRangeInput;
  readonly quantity: number;
  /** Default: none. */
  readonly limits: BookingLimits | undefined;
  /** What is taken around it. */
  readonly takings: readonly Taking[];
  /** When the resource may be used. Default: always. */
  readonly opening?: readonly TimeRangeInput[];
  /** Whether it has opening hours. */
  readonly hasHours: boolean;
}

/** The times of the same length, in whole slots, that are nearest to a wanted one, in order of time: up to three. */
export function nearestTimes(
  resource: { readonly capacity: number | null; readonly bufferMinutes: number },
  around: Around,
  { during, quantity, limits, takings, opening, hasHours }: Wanted,
): TimeRangeInput[] {
  const rules = {
    capacity: capacityOf(resource),
    bufferMs: resource.bufferMinutes * MINUTE_MS,
    ...(opening ? { opening } : {}),
  };
  return nearestOf({
    wanted: spanOf(during),
    free: periodsOf(freeSlots(rules, around, takings), quantity).map(spanOf),
    searched: spanOf(around),
    slotMinutes: limits?.slotMinutes ?? null,
    maxLengthMinutes: limits?.maxLengthMinutes ?? null,
    hasHours,
  }).map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }));
}

const spanOf = ({ start, end }: TimeRangeInput): Span => ({
  start: start.getTime(),
  end: end.getTime(),
});

/** Periods in which as much is free as is wanted, however the rest changes within them. */
function periodsOf(slots: readonly FreeSlot[], quantity: number): TimeRangeInput[] {
  const periods: { start: Date; end: Date }[] = [];
  for (const slot of slots) {
    if (slot.quantity < quantity) continue;
    const last = periods.at(-1);
    if (last?.end.getTime() === slot.start.getTime()) last.end = slot.end;
    else periods.push({ start: slot.start, end: slot.end });
  }
  return periods;
}
