import type { Words } from "../words/words.ts";

const [HOUR, DAY] = [60, 1440];

/** A length of time as people say it: 2 小时, 90 分钟, 3 天. @param minutes a whole number. */
export function durationWords(minutes: number): Words {
  if (minutes >= DAY && minutes % DAY === 0) return counted(minutes / DAY, "天", "day");
  if (minutes >= HOUR && minutes % HOUR === 0) return counted(minutes / HOUR, "小时", "hour");
  return counted(minutes, "分钟", "minute");
}

const counted = (count: number, zh: string, en: string): Words => ({
  zh: ` ${count} ${zh}`,
  en: `${count} ${en}${count === 1 ? "" : "s"}`,
});
