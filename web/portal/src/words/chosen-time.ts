import {
  type Day,
  addDays,
  dayOf,
  daysBetween,
  endTimeOf,
  instantAt,
  lastDayOf,
  showDay,
  showTime,
} from "./time.ts";

/** A time as forms and addresses have it: hours of a day, or from an hour of one day to an hour of a later one. */
export interface ChosenTime {
  readonly day: Day;
  /** Only where it ends on another day than it begins. */
  readonly lastDay?: Day | undefined;
  readonly from: string;
  readonly to: string;
}

/** The same as far as somebody has chosen it. */
export type TimeWish = { readonly [Part in keyof ChosenTime]?: ChosenTime[Part] | undefined };

interface Range {
  readonly start: string;
  readonly end: string;
}

/** Its parts out of whatever else there is beside it; those that are not chosen are left out. */
export function timeWishOf({ day, lastDay, from, to }: TimeWish): TimeWish {
  return {
    ...(day === undefined ? {} : { day }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The time, once all of it is chosen; it must end after it begins. */
export function chosenTime({ day, lastDay, from, to }: TimeWish): ChosenTime | undefined {
  if (day === undefined || from === undefined || to === undefined) return undefined;
  const time = { day, from, to, ...(lastDay === undefined || lastDay === day ? {} : { lastDay }) };
  const { start, end } = rangeOfTime(time);
  return Date.parse(start) < Date.parse(end) ? time : undefined;
}

/** Another first day: whoever moves it means as many days as before. */
export function movedTo({ day: before, lastDay }: TimeWish, day: Day | undefined): TimeWish {
  if (before === undefined || lastDay === undefined || day === undefined) return { day };
  return { day, lastDay: addDays(day, daysBetween(before, lastDay)) };
}

/** From when to when it lasts. */
export const rangeOfTime = ({ day, lastDay = day, from, to }: ChosenTime): Range => ({
  start: instantAt(day, from),
  end: instantAt(lastDay, to),
});

/** Whether two ranges are one, however their instants are written. */
export const isSameRange = (one: Range, other: Range): boolean =>
  Date.parse(one.start) === Date.parse(other.start) &&
  Date.parse(one.end) === Date.parse(other.end);

/** A time as a form has it. */
export function timeOfRange(range: Range): ChosenTime {
  const [day, lastDay] = [dayOf(range.start), lastDayOf(range)];
  return {
    day,
    from: showTime(range.start),
    to: endTimeOf(range),
    ...(lastDay === day ? {} : { lastDay }),
  };
}

/**
 * A time in few words: 当天 14:00–16:00; 12月4日 周五 14:00 至 12月7日 周一 10:00.
 *
 * @param today the day that needs no name.
 */
export function showChosenTime(time: ChosenTime, today?: Day): string {
  const { day, lastDay, from, to } = time;
  const first = day === today ? "当天" : showDay(day);
  return lastDay === undefined
    ? `${first} ${from}–${to}`
    : `${first} ${from} 至 ${showDay(lastDay)} ${to}`;
}
