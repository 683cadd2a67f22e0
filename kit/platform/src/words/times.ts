import type { Words } from "./words.ts";

/** The zone of people here. */
const ZONE = "Asia/Shanghai";

const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
const DAY = format("en-CA", { dateStyle: "short" });
const WEEKDAY = format("zh-CN", { weekday: "short" });
const CLOCK = format("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/**
 * 6月4日（周日）, and the year in front if it is another one than this; in English 2026-06-04.
 *
 * @param now by which this year is told. Default: the system's clock.
 */
export function dayWords(day: string, now = new Date()): Words {
  return { zh: dayInChinese(new Date(`${day}T12:00:00+08:00`), now), en: day };
}

/**
 * 6月4日（周日）09:00, in Asia/Shanghai; in English 2026-06-04 09:00 (Asia/Shanghai).
 *
 * @param now as for {@link dayWords}.
 */
export function instantWords(instant: Date, now = new Date()): Words {
  return {
    zh: `${dayInChinese(instant, now)}${CLOCK.format(instant)}`,
    en: `${DAY.format(instant)} ${CLOCK.format(instant)} (${ZONE})`,
  };
}

/** A stretch of time; its end is not included. */
interface Range {
  readonly start: Date;
  readonly end: Date;
}

/**
 * 6月4日（周日）09:00–11:00; both days if it ends on another one.
 *
 * @param now as for {@link dayWords}.
 */
export function rangeWords(range: Range, now = new Date()): Words {
  const { from, to, begin, until, isOneDay } = partsOf(range);
  return {
    zh: rangeInChinese(range, now),
    en: isOneDay
      ? `${from} ${begin}–${until} (${ZONE})`
      : `${from} ${begin} to ${to} ${until} (${ZONE})`,
  };
}

/**
 * When something is, within a sentence: "on 2026-06-04 from 09:00 to 11:00 (Asia/Shanghai)". In Chinese as
 * {@link rangeWords}.
 *
 * @param now as for {@link dayWords}.
 */
export function whenWords(range: Range, now = new Date()): Words {
  const { from, to, begin, until, isOneDay } = partsOf(range);
  return {
    zh: rangeInChinese(range, now),
    en: isOneDay
      ? `on ${from} from ${begin} to ${until} (${ZONE})`
      : `from ${from} ${begin} to ${to} ${until} (${ZONE})`,
  };
}

/** The time of day, as in both languages: 09:00. */
export function clockWords(instant: Date): string {
  return CLOCK.format(instant);
}

/** An English message in which the zone is named where the first time stands, and not again. */
export function zoneOnce(message: string): string {
  const zone = ` (${ZONE})`;
  const [head, ...rest] = message.split(zone);
  return rest.length === 0 ? message : `${head}${zone}${rest.join("")}`;
}

/** Days and times of a range; what ends at midnight ends at 24:00 of the day that it began. */
function partsOf({ start, end }: Range) {
  const [from, to] = [DAY.format(start), DAY.format(end)];
  const isMidnight = CLOCK.format(end) === "00:00";
  const isOneDay = from === (isMidnight ? DAY.format(new Date(end.getTime() - 1)) : to);
  const until = isOneDay && isMidnight ? "24:00" : CLOCK.format(end);
  return { from, to, begin: CLOCK.format(start), until, isOneDay };
}

function rangeInChinese(range: Range, now: Date): string {
  const { until, isOneDay } = partsOf(range);
  const start = instantWords(range.start, now).zh;
  return isOneDay ? `${start}–${until}` : `${start} 至 ${instantWords(range.end, now).zh}`;
}

function dayInChinese(instant: Date, now: Date): string {
  const [year = "", month, day] = DAY.format(instant).split("-");
  const isThisYear = year === DAY.format(now).slice(0, 4);
  return `${isThisYear ? "" : `${year}年`}${Number(month)}月${Number(day)}日（${WEEKDAY.format(instant)}）`;
}
