import {
  type Day,
  addDays,
  dayOf,
  endTimeOf,
  instantAt,
  isWholeDays as lastsWholeDays,
  lastDayOf,
} from "../words/time.ts";
import type { ChosenTime } from "../words/chosen-time.ts";
import type { Faults } from "./faults.ts";

/** When something takes place, as a form keeps it. `WhenFields` shows it. */
export interface WhenValues {
  readonly day: Day | undefined;
  /** Only where it lasts longer than a day. */
  readonly lastDay: Day | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly isWholeDays: boolean;
  readonly isLonger: boolean;
}

interface Range {
  readonly start: string;
  readonly end: string;
}

export const NO_TIME: WhenValues = {
  day: undefined,
  lastDay: undefined,
  from: undefined,
  to: undefined,
  isWholeDays: false,
  isLonger: false,
};

/** The fields of a time that there is already. */
export function whenOf(range: Range): WhenValues {
  const isWholeDays = lastsWholeDays(range);
  const [day, lastDay] = [dayOf(range.start), lastDayOf(range)];
  return {
    ...NO_TIME,
    day,
    isWholeDays,
    isLonger: day !== lastDay,
    ...(day === lastDay ? {} : { lastDay }),
    ...(isWholeDays ? {} : { from: timeOf(range.start), to: endTimeOf(range) }),
  };
}

/** The fields for a time that is offered. */
export const whenOfTime = ({ lastDay, ...time }: ChosenTime): Partial<WhenValues> => ({
  ...time,
  lastDay,
  isWholeDays: false,
  isLonger: lastDay !== undefined,
});

/** The time that the fields say; undefined while something is missing or it ends before it starts. */
export function rangeOf(values: WhenValues): Range | undefined {
  const { day, isLonger, isWholeDays } = values;
  const lastDay = isLonger ? values.lastDay : day;
  const [from, to] = isWholeDays ? ["00:00", "00:00"] : [values.from, values.to];
  if (day === undefined || lastDay === undefined || from === undefined || to === undefined)
    return undefined;
  const range = {
    start: instantAt(day, from),
    end: instantAt(isWholeDays ? addDays(lastDay, 1) : lastDay, to),
  };
  return Date.parse(range.start) < Date.parse(range.end) ? range : undefined;
}

/** Whether a time begins before now. */
export const isPast = ({ start }: Range): boolean => Date.parse(start) < Date.now();

/** How far ahead the hub takes bookings, in days. */
const MOST_DAYS_BOOKED = 400;

/** The time that the fields say, if rooms are booked for such a time: neither in the past nor too far ahead or too long. */
export function bookableRange(values: WhenValues): Range | undefined {
  const range = rangeOf(values);
  if (!range || isPast(range)) return undefined;
  const [start, end] = [Date.parse(range.start), Date.parse(range.end)];
  const isNear = end <= Date.now() + MOST_DAYS_BOOKED * DAY_MS;
  return isNear && end - start <= MOST_DAYS * DAY_MS ? range : undefined;
}

const DAY_MS = 86_400_000;

/** The most days that an activity may last, and that it may lie ahead, as the hub has it. */
const [MOST_DAYS, MOST_DAYS_AHEAD] = [31, 800];

/** What is missing or wrong. */
export function checkWhen(values: WhenValues): Faults {
  const { day, lastDay, from, to, isWholeDays, isLonger } = values;
  const late = addDays(dayOf(new Date()), MOST_DAYS_AHEAD);
  return {
    day:
      day === undefined
        ? "请选择日期。"
        : day < "1990-01-01"
          ? "1990 年以前的活动不能补录。"
          : day > late
            ? `最多提前 ${MOST_DAYS_AHEAD} 天安排。`
            : undefined,
    lastDay: isLonger ? checkLastDay(day, lastDay) : undefined,
    from: !isWholeDays && from === undefined ? "请选择开始时间。" : undefined,
    to: isWholeDays
      ? undefined
      : to === undefined
        ? "请选择结束时间。"
        : from !== undefined && (!isLonger || day === lastDay) && to <= from
          ? "结束时间要晚于开始时间。"
          : undefined,
  };
}

function checkLastDay(day: Day | undefined, lastDay: Day | undefined): string | undefined {
  if (lastDay === undefined) return "请选择结束日期。";
  if (day === undefined) return undefined;
  if (lastDay < day) return "结束日期不能早于开始日期。";
  return lastDay > addDays(day, MOST_DAYS - 1) ? `最多持续 ${MOST_DAYS} 天。` : undefined;
}

/** `HH:MM` there, whatever the characters of the page. */
function timeOf(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000);
  return local.toISOString().slice(11, 16);
}
