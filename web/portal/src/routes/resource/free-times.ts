import { type Span, nearestTimes } from "@alliance-hub/sharing/nearest-times";
import { type ChosenTime, rangeOfTime, timeOfRange } from "../../words/chosen-time.ts";
import { type Day, addDays, dayOf, instantAt } from "../../words/time.ts";
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

/** A time that somebody wants, and how much. */
export interface Wish extends ChosenTime {
  readonly quantity: number;
}

/** How many days around the wanted one are searched for another time. */
const DAYS_SEARCHED = 14;

/** The time in which another one is looked for: two weeks around the wanted days, from today on. */
export function searchedAround(day: Day, now: Date, lastDay = day): Range {
  const [today, first] = [dayOf(now), addDays(day, -DAYS_SEARCHED)];
  const from = day < today ? day : first < today ? today : first;
  return {
    start: instantAt(from, "00:00"),
    end: instantAt(addDays(lastDay, DAYS_SEARCHED), "00:00"),
  };
}

/** Whether so much is free all that time. */
export function isFree({ quantity, ...time }: Wish, free: readonly FreeTime[]): boolean {
  const { start, end } = spanOf(rangeOfTime(time));
  let at = start;
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
  const times = nearestTimes({
    wanted: spanOf(rangeOfTime(wish)),
    free: periodsOf(free.filter(({ quantity }) => quantity >= wish.quantity)),
    searched: spanOf(searchedAround(wish.day, now, wish.lastDay)),
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

/** A time as a form has it; undefined if it ends on another day, and the wanted one does not. */
function within(wish: Wish, { start, end }: Span): Wish | undefined {
  const time = timeOfRange({
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  });
  if (time.lastDay !== undefined && wish.lastDay === undefined) return undefined;
  return { ...time, quantity: wish.quantity };
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
