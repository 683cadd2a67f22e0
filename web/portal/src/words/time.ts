/** Times as people here read them: Asia/Shanghai, with the weekday. The page's own script decides the characters. */
const ZONE = "Asia/Shanghai";
const locale =
  // A test of what reckons with times has no page.
  typeof document !== "undefined" && document.documentElement.lang === "zh-Hant"
    ? "zh-TW"
    : "zh-CN";

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
const dayFormat = format({ month: "long", day: "numeric", weekday: "short" });
const dayOfYearFormat = format({
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: "short",
});
const timeFormat = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const partsFormat = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, dateStyle: "short" });

/** A day there, `YYYY-MM-DD`; an instant stands for its day. */
export type Day = string;

/** The day of an instant. */
export const dayOf = (instant: string | Date): Day => partsFormat.format(new Date(instant));

/** The day that is so many days after another. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** How many days there are from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How far off a day is: 还有 3 天, 今天, 已过 2 天. */
export function showDaysLeft(day: Day): string {
  const days = daysBetween(dayOf(new Date()), day);
  return days > 0 ? `还有 ${days} 天` : days === 0 ? "今天" : `已过 ${-days} 天`;
}

/** By when something is needed: 12月14日 周一前; 10月26日 周一前（已过 34 天）. */
export const showNeededBy = (day: Day): string =>
  `${showDay(day)}前${day < dayOf(new Date()) ? `（${showDaysLeft(day)}）` : ""}`;

/** The instant of a time of a day there (`HH:MM`, up to 24:00), with its offset. */
export const instantAt = (day: Day, time: string): string =>
  time === "24:00" ? instantAt(addDays(day, 1), "00:00") : `${day}T${time}:00+08:00`;

/** 11月29日周日; with the year where it is another one than this. */
export function showDay(day: Day): string {
  const date = new Date(day.length === 10 ? instantAt(day, "12:00") : day);
  const isThisYear = dayOf(date).slice(0, 4) === dayOf(new Date()).slice(0, 4);
  return isThisYear ? spaced(dayFormat.format(date)) : showDayOfYear(day);
}

/** 2026年11月29日 周日. */
export const showDayOfYear = (day: Day): string =>
  spaced(dayOfYearFormat.format(new Date(day.length === 10 ? instantAt(day, "12:00") : day)));

const spaced = (day: string): string => day.replace(/(\S)[\s(（]*([周週].)[)）]?$/u, "$1 $2");

/** 11月29日 周日 至 12月31日 周四; both with their year where one of them is in another one than this. */
export function showDays(from: Day, to: Day): string {
  const year = dayOf(new Date()).slice(0, 4);
  const isThisYear = from.startsWith(year) && to.startsWith(year);
  const show = isThisYear ? showDay : showDayOfYear;
  return `${show(from)} 至 ${show(to)}`;
}

/** 14:00. */
export const showTime = (instant: string): string => timeFormat.format(new Date(instant));

/** 11月29日 周日 14:00. */
export const showInstant = (instant: string): string =>
  `${showDay(dayOf(instant))} ${showTime(instant)}`;

/** 11月29日 周日 14:00–16:00; both days where it ends on another, no times where it lasts whole days. */
export function showRange(range: Range): string {
  const { start, end } = range;
  const [first, last] = [dayOf(start), lastDayOf(range)];
  const days = first === last ? showDay(first) : `${showDay(first)} 至 ${showDay(last)}`;
  if (isWholeDays(range)) return `${days} 全天`;
  if (first === last) return `${days} ${showTime(start)}–${endTimeOf(range)}`;
  return `${showDay(first)} ${showTime(start)} 至 ${showDay(dayOf(end))} ${showTime(end)}`;
}

interface Range {
  readonly start: string;
  readonly end: string;
}

/** The last day that a range touches; its end is not included. */
export const lastDayOf = ({ end }: Range): Day => dayOf(new Date(Date.parse(end) - 1));

/** When a range ends on its last day: 16:00, and 24:00 at midnight. */
export const endTimeOf = (range: Range): string =>
  lastDayOf(range) === dayOf(range.end) ? showTime(range.end) : "24:00";

/** Whether a range lasts from midnight to midnight. */
export const isWholeDays = ({ start, end }: Range): boolean =>
  showTime(start) === "00:00" && showTime(end) === "00:00";
