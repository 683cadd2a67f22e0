import { type Day, addDays, dayOf } from "../../words/time.ts";

/** What is wrong with the first day of something that is entered today; undefined if nothing is. */
export function beginFault(day: Day | undefined, earliest: Day = "1990-01-01"): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < earliest) return `不能早于 ${earliest}。`;
  return day > addDays(dayOf(new Date()), 1) ? "至多提前一天登记。" : undefined;
}
