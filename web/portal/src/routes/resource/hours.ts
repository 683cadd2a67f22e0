import type { ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import { type Day, addDays, instantAt } from "../../words/time.ts";

type OpeningHours = ResourceOfPageFragment["openingHours"][number];

/** Number of a day's weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The periods of weekly hours that are valid on a day, earliest first. */
export function hoursOn(hours: readonly OpeningHours[], day: Day): readonly OpeningHours[] {
  const weekday = weekdayOf(day);
  return hours
    .filter(
      (one) =>
        one.weekday === weekday &&
        (one.validFrom === null || one.validFrom <= day) &&
        (one.validTo === null || one.validTo >= day),
    )
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

/** The periods in words: 08:00–12:00、14:00–21:00（夜间开放）. */
export function showHours(periods: readonly OpeningHours[]): string {
  return periods.length === 0
    ? "不开放"
    : periods
        .map(({ from, to, note }) => `${from}–${to}${note === null ? "" : `（${note}）`}`)
        .join("、");
}

/** A time at which it cannot be used, with the reason. */
export interface Closed {
  readonly start: string;
  readonly end: string;
  readonly reason: string;
}

/** The times of a day outside its hours. Where there are no hours at all, it is always open. */
export function outsideHours(hours: readonly OpeningHours[], day: Day): readonly Closed[] {
  if (hours.length === 0) return [];
  const reason = "不在开放时间内";
  const closed: Closed[] = [];
  let at = instantAt(day, "00:00");
  for (const { from, to } of hoursOn(hours, day)) {
    const [start, end] = [instantOn(day, from), instantOn(day, to)];
    if (start > at) closed.push({ start: at, end: start, reason });
    if (end > at) at = end;
  }
  const midnight = instantAt(addDays(day, 1), "00:00");
  return at < midnight ? [...closed, { start: at, end: midnight, reason }] : closed;
}

/** 24:00 is the beginning of the next day. */
const instantOn = (day: Day, time: string): string =>
  time === "24:00" ? instantAt(addDays(day, 1), "00:00") : instantAt(day, time);

/** Whether hours of a day lie within its opening hours: others are never free. */
export const isOpenThroughout = (
  hours: readonly OpeningHours[],
  { day, from, to }: { readonly day: Day; readonly from: string; readonly to: string },
): boolean =>
  hours.length === 0 || hoursOn(hours, day).some((one) => one.from <= from && one.to >= to);
