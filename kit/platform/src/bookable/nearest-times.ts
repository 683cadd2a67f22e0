import type { TimeRangeInput } from "../scalars/time-range.ts";
import { type FreeSlot, type Taking, capacityOf, freeSlots } from "./free-time.ts";

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];
/** How far around a time that cannot be had others are looked for, in days. */
const AROUND_DAYS = 14;
/** How many times are offered instead of one that cannot be had. */
const OFFERED = 3;
/** Where nothing else is said, bookings begin on the quarter of an hour. */
const QUARTER = 15;
/** Midnight in Asia/Shanghai is 16:00 UTC, a multiple of any slot that divides an hour; others count from midnight. */
const ZONE_MS = 8 * 3_600_000;

/** The rules of a resource that bound the times of a booking; null where one is not set. */
export interface BookingLimits {
  readonly minNoticeMinutes: number;
  readonly maxAheadDays: number | null;
  /** Bookings begin and end on multiples of it, counted from midnight. Default: any quarter of an hour. */
  readonly slotMinutes: number | null;
  /** What is longer is offered at this length. Default: any length. */
  readonly maxLengthMinutes: number | null;
}

/** The range in which other times are looked for. */
export interface Around extends TimeRangeInput {
  /** The same, with the buffer after it: what is taken there counts. */
  readonly held: TimeRangeInput;
  /** The earliest start of a booking. */
  readonly earliest: Date;
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
  return { start, end, held, earliest };
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
}

/** The times of the same length, in whole slots, that are nearest to a wanted one, in order of time: up to three. */
export function nearestTimes(
  resource: { readonly capacity: number | null; readonly bufferMinutes: number },
  around: Around,
  { during, quantity, limits, takings, opening }: Wanted,
): TimeRangeInput[] {
  const { slotMinutes = null, maxLengthMinutes = null } = limits ?? {};
  const rules = {
    capacity: capacityOf(resource),
    bufferMs: resource.bufferMinutes * MINUTE_MS,
    ...(opening ? { opening } : {}),
  };
  const slots = freeSlots(rules, around, takings);
  const wanted = during.start.getTime();
  const slot = (slotMinutes ?? 1) * MINUTE_MS;
  const asked = Math.ceil((during.end.getTime() - wanted) / slot) * slot;
  const most = maxLengthMinutes === null ? asked : maxLengthMinutes * MINUTE_MS;
  const length = asked <= most ? asked : Math.floor(most / slot) * slot;
  if (length === 0) return [];
  const step = (slotMinutes ?? QUARTER) * MINUTE_MS;
  const starts = periodsOf(slots, quantity).flatMap(({ start, end }) => {
    const first = ceil(Math.max(start.getTime(), around.earliest.getTime()), step);
    const last = end.getTime() - length;
    if (first > last) return [];
    // The nearest one of a period, and those that follow it.
    const nearest = Math.min(Math.max(ceil(wanted, step), first), floor(last, step));
    return [nearest - length, nearest, nearest + length]
      .map((at) => ceil(at, step))
      .filter((at) => at >= first && at <= last);
  });
  return [...new Set(starts)]
    .filter((at) => at !== wanted || length !== during.end.getTime() - wanted)
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    .slice(0, OFFERED)
    .toSorted((a, b) => a - b)
    .map((at) => ({ start: new Date(at), end: new Date(at + length) }));
}

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

const dayBegins = (at: number): number => Math.floor((at + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
const floor = (at: number, step: number): number =>
  dayBegins(at) + Math.floor((at - dayBegins(at)) / step) * step;
const ceil = (at: number, step: number): number => {
  const below = floor(at, step);
  return below === at ? at : Math.min(below + step, dayBegins(at) + DAY_MS);
};
