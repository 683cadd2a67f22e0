import type { OnHolidays, ResourceOfPageFragment } from "../../graph/generated/graphql.ts";
import type { ChosenTime } from "../../words/chosen-time.ts";
import { type Day, addDays, instantAt } from "../../words/time.ts";

type OpeningHours = ResourceOfPageFragment["openingHours"][number];

/** Number of a day's weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** A day off, or a working day at a weekend instead of one. */
export interface Holiday {
  readonly name: string;
  readonly isOff: boolean;
}

/** What says when a resource is open: its weekly hours, and the published holidays where it keeps them. */
export interface Opening {
  readonly openingHours: readonly OpeningHours[];
  readonly bookingRules: { readonly onHolidays: OnHolidays };
  readonly holidays: ReadonlyMap<Day, Holiday>;
}

/** The holiday that a resource keeps on a day. */
export const holidayOn = ({ bookingRules, holidays }: Opening, day: Day): Holiday | undefined =>
  bookingRules.onHolidays === "CLOSED" ? holidays.get(day) : undefined;

/**
 * The periods of weekly hours that count on a day, earliest first: none on a day off, and on a working day at a weekend
 * those of a Monday, if it has none of its own then. It is the rule of the hub's function `opening`.
 */
export function hoursOn(opening: Opening, day: Day): readonly OpeningHours[] {
  const holiday = holidayOn(opening, day);
  if (holiday?.isOff) return [];
  const valid = opening.openingHours
    .filter(
      ({ validFrom, validTo }) =>
        (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day),
    )
    .toSorted((one, other) => one.from.localeCompare(other.from));
  const own = valid.filter(({ weekday }) => weekday === weekdayOf(day));
  return own.length === 0 && holiday ? valid.filter(({ weekday }) => weekday === 1) : own;
}

/** Hours of a day, 00:00 to 24:00. */
interface Period {
  readonly from: string;
  readonly to: string;
}

/** When it is open on a day; periods that touch are one. Where there are no hours at all, it is open all day. */
export function openOn(opening: Opening, day: Day): readonly Period[] {
  if (opening.openingHours.length === 0)
    return holidayOn(opening, day)?.isOff ? [] : [{ from: "00:00", to: "24:00" }];
  const open: Period[] = [];
  for (const { from, to } of hoursOn(opening, day)) {
    const last = open.at(-1);
    if (!last || from > last.to) open.push({ from, to });
    else if (to > last.to) open[open.length - 1] = { from: last.from, to };
  }
  return open;
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

/** The times of a day at which it is not open. */
export function outsideHours(opening: Opening, day: Day): readonly Closed[] {
  const reason = "不在开放时间内";
  const closed: Closed[] = [];
  let at = instantAt(day, "00:00");
  for (const { from, to } of openOn(opening, day)) {
    const start = instantOn(day, from);
    if (start > at) closed.push({ start: at, end: start, reason });
    at = instantOn(day, to);
  }
  const midnight = instantAt(addDays(day, 1), "00:00");
  return at < midnight ? [...closed, { start: at, end: midnight, reason }] : closed;
}

/** 24:00 is the beginning of the next day. */
const instantOn = (day: Day, time: string): string =>
  time === "24:00" ? instantAt(addDays(day, 1), "00:00") : instantAt(day, time);

/** The first day of a time on which not all of it lies within the opening hours: it is never free. */
export function firstDayNotOpen(opening: Opening, time: ChosenTime): Day | undefined {
  const { lastDay = time.day } = time;
  for (let day = time.day; day <= lastDay; day = addDays(day, 1)) {
    const from = day === time.day ? time.from : "00:00";
    const to = day === lastDay ? time.to : "24:00";
    // A time that ends at midnight takes nothing of the day that begins then.
    const isOpen =
      from === to || openOn(opening, day).some((one) => one.from <= from && one.to >= to);
    if (!isOpen) return day;
  }
  return undefined;
}
