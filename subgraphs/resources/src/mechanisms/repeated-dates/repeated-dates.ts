import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";

const DAY_MS = 86_400_000;

/** A rule of recurrence, with one of `until` and `count`. */
export interface RepeatRule {
  readonly every: "WEEK" | "MONTH";
  /** Every so many weeks or months. */
  readonly step: number;
  /** The last day on which a date may begin, `YYYY-MM-DD`. */
  readonly until: string | null;
  /** How many dates. */
  readonly count: number | null;
}

/** A date of a rule; `during` is null where the month has no such day. */
export interface RepeatedDate {
  readonly during: TimeRangeInput | null;
  /** The month without that day, `YYYY-MM`; null for a date that there is. */
  readonly missing: string | null;
}

/**
 * The dates of a rule, from the first, by the calendar in Asia/Shanghai, which has no daylight saving time. Months
 * without the day of the first do not count (RFC 5545, section 3.3.10, likewise ignores them); they are in the list.
 *
 * @param most stops after so many dates.
 */
export function repeatedDates(
  first: TimeRangeInput,
  rule: RepeatRule,
  most: number,
): RepeatedDate[] {
  const { every, step, until, count } = rule;
  const dates: RepeatedDate[] = [];
  const day = shanghaiDay(first.start);
  let left = Math.min(count ?? most, most);
  for (let turn = 0; left > 0; turn += 1) {
    const moved = every === "WEEK" ? inWeeks(day, turn * step) : inMonths(day, turn * step);
    // Every month has a day before the 29th, so a month without the wanted one does not end the loop for good.
    if (until !== null && moved.day > until) break;
    if (moved.exists) {
      const by = Date.parse(moved.day) - Date.parse(day);
      const at = (instant: Date) => new Date(instant.getTime() + by);
      dates.push({ during: { start: at(first.start), end: at(first.end) }, missing: null });
      left -= 1;
    } else dates.push({ during: null, missing: moved.day.slice(0, 7) });
  }
  return dates;
}

const inWeeks = (day: string, weeks: number) => ({
  day: new Date(Date.parse(day) + weeks * 7 * DAY_MS).toISOString().slice(0, 10),
  exists: true,
});

function inMonths(day: string, months: number): { day: string; exists: boolean } {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const all = year * 12 + month - 1 + months;
  const [itsYear, itsMonth] = [Math.floor(all / 12), (all % 12) + 1];
  const lastDay = new Date(Date.UTC(itsYear, itsMonth, 0)).getUTCDate();
  const two = (number: number) => String(number).padStart(2, "0");
  return { day: `${itsYear}-${two(itsMonth)}-${two(date)}`, exists: date <= lastDay };
}
