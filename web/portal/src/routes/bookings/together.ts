import type { AwaitingSeriesFragment } from "../../graph/generated/graphql.ts";
import { WEEKDAYS } from "../../words/place.ts";
import { dayOf, daysBetween, endTimeOf, lastDayOf, showDay, showTime } from "../../words/time.ts";
import { weekdayOf } from "../resource/hours.ts";
import { showRepeat } from "../resource/repeat.ts";

/** The most that are decided about together, as the hub has it. */
export const MOST_DECIDED = 50;

/** A request that is decided about, as the hub is told of it. */
export interface DecidedItem {
  readonly id: string;
  readonly version: number;
}

export const asItem = ({ id, version }: DecidedItem): DecidedItem => ({ id, version });

/** 系列预约：每周，周六 09:00–11:00，5 次待答复，到 12月31日 周四 为止. */
export function showAwaiting(series: AwaitingSeriesFragment): string {
  const { every, interval, awaiting } = series;
  const last = awaiting.at(-1);
  const until = last ? `，到 ${showDay(dayOf(last.during.start))} 为止` : "";
  return `系列预约：${showRepeat(every, interval)}，${showHoursOf(series)}，${awaiting.length} 次待答复${until}`;
}

/** What was answered, in words: 已同意 4 次. */
export const showAnswered = (count: number, isConfirmed: boolean): string =>
  `${isConfirmed ? "已同意" : "已回绝"} ${count} 次`;

type Range = AwaitingSeriesFragment["awaiting"][number]["during"];

/** On which weekday and when all its dates are: 周六 09:00–11:00; only when, where it is no weekly one. */
export function showHoursOf({ every, awaiting }: AwaitingSeriesFragment): string {
  const times = new Set(
    awaiting.map(({ during }) =>
      every === "WEEK"
        ? `${WEEKDAYS[weekdayOf(dayOf(during.start))]} ${hoursOf(during)}`
        : hoursOf(during),
    ),
  );
  const [first = ""] = times;
  return times.size > 1 ? "时间不一" : first;
}

/** 09:00–11:00; 22:00 至次日 02:00. */
function hoursOf(during: Range): string {
  const days = daysBetween(dayOf(during.start), lastDayOf(during));
  const [from, to] = [showTime(during.start), endTimeOf(during)];
  if (days === 0) return `${from}–${to}`;
  return `${from} 至${days === 1 ? "次日" : `第 ${days + 1} 天`} ${to}`;
}

/** A series of which several dates await an answer: they are decided about together. */
export const isTogether = (
  series: AwaitingSeriesFragment | null | undefined,
): series is AwaitingSeriesFragment => series != null && series.awaiting.length > 1;
