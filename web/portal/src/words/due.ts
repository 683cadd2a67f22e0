import { dayOf, daysBetween, lastDayOf, showDay, showTime } from "./time.ts";

/** How near a time is, in the order in which tasks are shown. */
export const DUE_GROUPS = {
  overdue: "已逾期",
  today: "今天",
  week: "七天内",
  later: "以后",
  never: "没有期限",
} as const;

export type DueGroup = keyof typeof DUE_GROUPS;

/** The days that count as near. */
const WEEK_DAYS = 7;

/** @param dueAt an instant before which it is to be done; null if there is none. */
export function dueGroupOf(dueAt: string | null | undefined, now: Date): DueGroup {
  if (dueAt == null) return "never";
  if (Date.parse(dueAt) <= now.getTime()) return "overdue";
  const days = daysBetween(dayOf(now), lastDayOf({ start: dueAt, end: dueAt }));
  return days <= 0 ? "today" : days <= WEEK_DAYS ? "week" : "later";
}

/** 12月6日 周日 14:00前; without the time where it is the end of a day. */
export function showDue(dueAt: string): string {
  const time = showTime(dueAt);
  const isWholeDay = time === "00:00";
  const day = isWholeDay ? lastDayOf({ start: dueAt, end: dueAt }) : dayOf(dueAt);
  return `${showDay(day)}${isWholeDay ? "" : ` ${time}`}前`;
}

/** 逾期 2 天; 今天已逾期. */
export function showOverdue(dueAt: string, now: Date): string {
  const days = daysBetween(lastDayOf({ start: dueAt, end: dueAt }), dayOf(now));
  return days > 0 ? `逾期 ${days} 天` : "今天已逾期";
}
