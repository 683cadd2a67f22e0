import { type Day, addDays, instantAt } from "../../words/time.ts";
import { minutesOf } from "./rules.ts";

/** A stretch of time in which so much is left, as the hub counts it. */
export interface FreeTime {
  readonly start: string;
  readonly end: string;
  readonly quantity: number;
}

interface Range {
  readonly start: string;
  readonly end: string;
}

/** A time that somebody wants: a day, and hours of it. */
export interface Wish {
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

/** How many days from the wanted one are searched for another time. */
export const DAYS_SEARCHED = 14;
const [MOST_SAME_DAY, MOST_OTHER_DAYS] = [2, 2] as const;
/** Nobody wants a room earlier or later than that, unless they say so themselves. */
const [EARLIEST, LATEST] = ["08:00", "21:00"] as const;

/** Whether so much is free all that time. */
export function isFree({ day, from, to, quantity }: Wish, free: readonly FreeTime[]): boolean {
  const end = Date.parse(instantAt(day, to));
  let at = Date.parse(instantAt(day, from));
  for (const slot of free) {
    if (slot.quantity < quantity || Date.parse(slot.end) <= at) continue;
    if (Date.parse(slot.start) > at) return false;
    at = Date.parse(slot.end);
    if (at >= end) return true;
  }
  return false;
}

/**
 * Times near a wanted one that are free and just as long: on that day first, then on those after it.
 *
 * @param isAllowed whether a time keeps the rules.
 */
export function nearTimes(
  wish: Wish,
  free: readonly FreeTime[],
  isAllowed: (time: Wish) => boolean,
): readonly Wish[] {
  const [from, to] = [minutesOf(wish.from), minutesOf(wish.to)];
  const isPossible = (one: Wish): boolean => isAllowed(one) && isFree(one, free);
  const sameDay = Array.from({ length: 48 }, (_, half) => half * 30)
    .filter((start) => start !== from && start + to - from <= 24 * 60 - 30)
    .map((start) => ({ ...wish, from: timeOf(start), to: timeOf(start + to - from) }))
    .filter((one) => one.from >= EARLIEST && one.to <= LATEST && isPossible(one))
    .toSorted(
      (one, other) => Math.abs(minutesOf(one.from) - from) - Math.abs(minutesOf(other.from) - from),
    );
  const otherDays = Array.from({ length: DAYS_SEARCHED - 1 }, (_, days) => ({
    ...wish,
    day: addDays(wish.day, days + 1),
  })).filter(isPossible);
  return [...sameDay.slice(0, MOST_SAME_DAY), ...otherDays.slice(0, MOST_OTHER_DAYS)];
}

/**
 * What is taken of a range, by whomever: all that is neither free nor closed.
 *
 * @param closed times at which it cannot be used.
 */
export function takenTimes(
  during: Range,
  free: readonly Range[],
  closed: readonly Range[],
): readonly Range[] {
  const taken: Range[] = [];
  let at = during.start;
  const others = [...free, ...closed].toSorted(
    (one, other) => Date.parse(one.start) - Date.parse(other.start),
  );
  for (const { start, end } of others) {
    if (Date.parse(start) > Date.parse(at)) taken.push({ start: at, end: start });
    if (Date.parse(end) > Date.parse(at)) at = end;
  }
  if (Date.parse(at) < Date.parse(during.end)) taken.push({ start: at, end: during.end });
  return taken;
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
