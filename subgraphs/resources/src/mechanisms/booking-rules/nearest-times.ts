import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { FreeSlot } from "../free-time/free-time.ts";

const MINUTE_MS = 60_000;
/** How many times are offered instead of one that cannot be had. */
const OFFERED = 3;
/** Where nothing else is said, bookings begin on the quarter of an hour. */
const QUARTER = 15;
/** Midnight in Asia/Shanghai is 16:00 UTC, a multiple of any slot that divides an hour; others count from midnight. */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** What a time must have to be offered. */
export interface Wanted {
  readonly during: TimeRangeInput;
  readonly quantity: number;
  /** Bookings begin and end on multiples of it, counted from midnight. Default: any quarter of an hour. */
  readonly slotMinutes: number | null;
  /** What is longer is offered at this length. Default: any length. */
  readonly maxLengthMinutes: number | null;
  /** The earliest start. */
  readonly earliest: Date;
}

/**
 * The times of the same length, in whole slots, that are nearest to a wanted one, in order of time: up to three.
 *
 * @param slots where something is free, as `freeSlots` gives them.
 */
export function nearestTimes(
  slots: readonly FreeSlot[],
  { during, quantity, slotMinutes, maxLengthMinutes, earliest }: Wanted,
): TimeRangeInput[] {
  const wanted = during.start.getTime();
  const slot = (slotMinutes ?? 1) * MINUTE_MS;
  const asked = Math.ceil((during.end.getTime() - wanted) / slot) * slot;
  const most = maxLengthMinutes === null ? asked : maxLengthMinutes * MINUTE_MS;
  const length = asked <= most ? asked : Math.floor(most / slot) * slot;
  if (length === 0) return [];
  const step = (slotMinutes ?? QUARTER) * MINUTE_MS;
  const starts = periodsOf(slots, quantity).flatMap(({ start, end }) => {
    const first = ceil(Math.max(start.getTime(), earliest.getTime()), step);
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
