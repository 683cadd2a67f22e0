import { publishedPeriod } from "./published-figures.ts";

const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse(`${publishedPeriod.from}T00:00:00+08:00`);
const DAYS =
  Math.round((Date.parse(publishedPeriod.to) - Date.parse(publishedPeriod.from)) / DAY_MS) + 1;

/** Months of the period. */
export const PERIOD_MONTHS =
  12 * (Number(publishedPeriod.to.slice(0, 4)) - Number(publishedPeriod.from.slice(0, 4)) + 1);

/** The instant at which the demonstration's records count as entered: the beginning of the period. */
export const ENTERED_AT = new Date(FIRST_MS);

/**
 * The current term of every committee, and the one before it. Terms are of five years; the current one
 * is given twice as many, so that nobody's role runs out while the demonstration is tried.
 */
export const CURRENT_TERM = { number: 2, startsOn: "2022-01-01", endsOn: "2031-12-31" } as const;
export const PAST_TERM = { number: 1, startsOn: "2017-01-01", endsOn: "2021-12-31" } as const;

/** An instant of the published period: the hour (Asia/Shanghai) of the day where the nth of so many things lies. */
export function periodInstant(at: number, count: number, hour = 9): Date {
  return new Date(FIRST_MS + Math.floor(((at + 0.5) * DAYS) / count) * DAY_MS + hour * 3_600_000);
}

/** Nine o'clock on the 15th of a month of the period; months are counted from 0, and from the last one backwards if negative. */
export function periodMonth(at: number): Date {
  const [end, months] = [new Date(FIRST_MS + DAYS * DAY_MS), at < 0 ? at : at - PERIOD_MONTHS];
  return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1 + months, 15, 1));
}

/** As {@link periodInstant}, the day: `YYYY-MM-DD`. */
export function periodDay(at: number, count: number): string {
  return dayOf(periodInstant(at, count));
}

/** An instant so many days after today, at an hour of Asia/Shanghai. */
export function instantFromToday(now: Date, days: number, hour: number): Date {
  return new Date(Date.parse(`${dayOf(now)}T00:00:00+08:00`) + days * DAY_MS + hour * 3_600_000);
}

/** So many hours later. */
export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/** The day of an instant in Asia/Shanghai, which has had no daylight saving time since 1991. */
export function dayOf(instant: Date): string {
  return hoursAfter(instant, 8).toISOString().slice(0, 10);
}
