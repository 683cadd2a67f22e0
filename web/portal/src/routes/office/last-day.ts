import { type Day, dayOf, showDay } from "../../words/time.ts";

/** What is wrong with the last day of something that began; undefined if nothing is. */
export function lastDayFault(day: Day | undefined, first: Day): string | undefined {
  const today = dayOf(new Date());
  if (day === undefined) return "请填写日期。";
  if (day < first) return `不能早于${showDay(first)}。`;
  if (day > today && day > first) return "不能晚于今天。";
  return undefined;
}
