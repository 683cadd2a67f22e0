import { type Span, nearestTimes } from "@alliance-hub/sharing/nearest-times";
import { type Day, addDays, dayOf, instantAt, showTime } from "../../words/time.ts";
import { type Ruled, brokenRule } from "./rules.ts";

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

/** How many days around the wanted one are searched for another time. */
const DAYS_SEARCHED = 14;

/** The time in which another time than one of a day is looked for: two weeks around it, from today on. */
export function searchedAround(day: Day, now: Date): Range {
  const [today, first] = [dayOf(now), addDays(day, -DAYS_SEARCHED)];
  const from = day < today ? day : first < today ? today : first;
  return { start: instantAt(from, "00:00"), end: instantAt(addDays(day, DAYS_SEARCHED), "00:00") };
}

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

/** What is wanted, and of what. */
interface NearQuestion {
  readonly wish: Wish;
  readonly resource: Ruled;
  /** What is free of it within {@link searchedAround}. */
  readonly free: readonly FreeTime[];
  readonly now: Date;
  /** Whatever else a time must keep. Default: nothing. */
  readonly isAllowed?: (time: Wish) => boolean;
}

/** Times near a wanted one that are free and just as long, as far as a form takes them: those that the hub would offer. */
export function nearTimes({
  wish,
  resource,
  free,
  now,
  isAllowed = () => true,
}: NearQuestion): readonly Wish[] {
  const { bookingRules, openingHours } = resource;
  const { day, from, to } = wish;
  const times = nearestTimes({
    wanted: spanOf({ start: instantAt(day, from), end: instantAt(day, to) }),
    free: periodsOf(free.filter(({ quantity }) => quantity >= wish.quantity)),
    searched: spanOf(searchedAround(day, now)),
    slotMinutes: bookingRules.slotMinutes,
    maxLengthMinutes: bookingRules.maxLengthMinutes,
    hasHours: openingHours.length > 0,
    isAllowed: (span) => {
      const time = within(wish, span);
      return time !== undefined && brokenRule(resource, time, now) === undefined && isAllowed(time);
    },
  });
  return times.flatMap((span) => within(wish, span) ?? []);
}

/** A time as a form has it; undefined if it does not lie within a day. */
function within(wish: Wish, { start, end }: Span): Wish | undefined {
  const [day, to] = [dayOf(new Date(start)), showTime(new Date(end).toISOString())];
  const isMidnight = Date.parse(instantAt(day, "24:00")) === end;
  if (!isMidnight && dayOf(new Date(end)) !== day) return undefined;
  const from = showTime(new Date(start).toISOString());
  return { ...wish, day, from, to: isMidnight ? "24:00" : to };
}

const spanOf = ({ start, end }: Range): Span => ({
  start: Date.parse(start),
  end: Date.parse(end),
});

/** Ranges in order of time, joined where they touch. */
function periodsOf(ranges: readonly Range[]): Span[] {
  const periods: Span[] = [];
  for (const { start, end } of ranges.map(spanOf).toSorted((a, b) => a.start - b.start)) {
    const last = periods.at(-1);
    if (last && last.end >= start)
      periods[periods.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else periods.push({ start, end });
  }
  return periods;
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
