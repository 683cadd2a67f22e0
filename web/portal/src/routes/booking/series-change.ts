import type { ChangeSeriesInput } from "../../graph/generated/graphql.ts";
import { dayOf, daysBetween, endTimeOf, lastDayOf, showTime } from "../../words/time.ts";
import { weekdayOf } from "../resource/hours.ts";
import { minutesOf } from "../resource/rules.ts";

interface Range {
  readonly start: string;
  readonly end: string;
}

/** When the dates of a series are, as a form keeps it. */
export interface SeriesTime {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** So many days after the one on which it begins it ends. */
  readonly endsAfter: string;
  readonly weekday: string;
}

/** What the fields say of a booking as it is. One that ends at midnight ends at 24:00 of its own day. */
export function seriesTimeOf(during: Range): SeriesTime {
  const [day, lastDay] = [dayOf(during.start), lastDayOf(during)];
  return {
    from: showTime(during.start),
    to: endTimeOf(during),
    endsAfter: String(daysBetween(day, lastDay)),
    weekday: String(weekdayOf(day)),
  };
}

/** What a change gives to the hub. */
export type SeriesChange = Pick<ChangeSeriesInput, "startTime" | "lengthMinutes" | "weekday">;

/**
 * What differs from a booking as it is: the other dates keep what nobody has changed, so one that was moved by itself
 * to another day stays there. Undefined while a time is missing, or it would end before it begins.
 */
export function seriesChangeOf(during: Range, time: SeriesTime): SeriesChange | undefined {
  const before = seriesTimeOf(during);
  const { from, weekday } = time;
  const length = lengthOf(time);
  if (from === undefined || length === undefined || length <= 0) return undefined;
  return {
    ...(from === before.from ? {} : { startTime: from }),
    ...(length === lengthOf(before) ? {} : { lengthMinutes: length }),
    ...(weekday === before.weekday ? {} : { weekday: Number(weekday) }),
  };
}

/** In minutes. There is no daylight saving time in Asia/Shanghai. */
const lengthOf = ({ from, to, endsAfter }: SeriesTime): number | undefined =>
  from === undefined || to === undefined
    ? undefined
    : Number(endsAfter) * 24 * 60 + minutesOf(to) - minutesOf(from);
