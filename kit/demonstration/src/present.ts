import { dayOf } from "./days.ts";
import { publishedPeriod } from "./published-figures.ts";

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;

/**
 * The present of the demonstration is told as a history: on each day something is entered, such as a booking of
 * next week. What was entered on a day follows from the place and the day alone; what has become of it by now
 * follows from that and today. So the present can be continued at each start from where it ended.
 *
 * Days are numbers: counted from 1970-01-01 where the people are.
 */
export interface PresentSpan {
  /** Last day whose entries are there already; null at the first time. */
  readonly enteredUntil: number | null;
  /** First day whose entries are missing. */
  readonly from: number;
  /** Last one: yesterday, so that nothing is entered later than now. */
  readonly until: number;
  readonly today: number;
}

/** Days before today from which on there are entries: a year, and what was then planned ahead. */
export const PRESENT_DAYS = 365 + 92;

/** The first day of any present: the published figures count what is before. */
const FIRST_DAY = dayNumberOf(publishedPeriod.to) + 1;

/**
 * What is missing of the present, or undefined if nothing is.
 *
 * @param enteredUntil the last day whose entries are there; null if there are none. What is missing from before
 *   the usual past stays so: however long nobody started the hub, a start adds a limited number of records.
 */
export function missingSpan(enteredUntil: number | null, now: Date): PresentSpan | undefined {
  const today = dayNumber(now);
  const from = Math.max((enteredUntil ?? -Infinity) + 1, today - PRESENT_DAYS, FIRST_DAY);
  return from >= today ? undefined : { enteredUntil, from, until: today - 1, today };
}

/** The days of a span whose entries are wanted by a noun of which only so much of the past is kept. */
export function daysOf({ from, until, today }: PresentSpan, pastDays = PRESENT_DAYS): number[] {
  const first = Math.max(from, today - pastDays);
  return Array.from({ length: Math.max(0, until - first + 1) }, (_, at) => first + at);
}

/** The days whose entries are there and may have changed since: so many days after entry a record is settled. */
export function unsettledDays({ enteredUntil }: PresentSpan, settledAfterDays: number): number[] {
  if (enteredUntil === null) return [];
  return Array.from(
    { length: settledAfterDays },
    (_, at) => enteredUntil - settledAfterDays + 1 + at,
  );
}

/** The day of an instant. */
export function dayNumber(instant: Date): number {
  return Math.floor((instant.getTime() + ZONE_MS) / DAY_MS);
}

/** An instant of a day, by the hour there: 14.5 is half past two. */
export function instantOn(day: number, hour: number): Date {
  return new Date(day * DAY_MS - ZONE_MS + hour * 3_600_000);
}

/** A day as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return dayOf(instantOn(day, 12));
}

/** The number of a day that is written as `YYYY-MM-DD`. */
export function dayNumberOf(text: string): number {
  return Math.round(Date.parse(text) / DAY_MS);
}

/** Monday is 1, Sunday 7. */
export function weekday(day: number): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Version and times of a record that was entered at an instant and changed last at another. */
export function enteredAt(
  createdAt: Date,
  updatedAt = createdAt,
): { version: number; createdAt: Date; updatedAt: Date } {
  return { version: 1, createdAt, updatedAt };
}
