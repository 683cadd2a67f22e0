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

/**
 * 6月4日（周日）09:00–11:00; both days if it ends on another one.
 *
 * @param now as for {@link dayWords}.
 */
export function rangeWords(
  { start, end }: { readonly start: Date; readonly end: Date },
  now = new Date(),
): Words {
  const [from, to] = [DAY.format(start), DAY.format(end)];
  const isMidnight = CLOCK.format(end) === "00:00";
  const isOneDay = from === (isMidnight ? DAY.format(new Date(end.getTime() - 1)) : to);
  const until = isMidnight ? "24:00" : CLOCK.format(end);
  return isOneDay
    ? {
        zh: `${instantWords(start, now).zh}–${until}`,
        en: `${from} ${CLOCK.format(start)}–${until} (${ZONE})`,
      }
    : {
        zh: `${instantWords(start, now).zh} 至 ${instantWords(end, now).zh}`,
        en: `${from} ${CLOCK.format(start)} to ${to} ${CLOCK.format(end)} (${ZONE})`,
      };
}

function dayInChinese(instant: Date, now: Date): string {
  const [year = "", month, day] = DAY.format(instant).split("-");
  const isThisYear = year === DAY.format(now).slice(0, 4);
  return `${isThisYear ? "" : `${year}年`}${Number(month)}月${Number(day)}日（${WEEKDAY.format(instant)}）`;
}
