import { type Day, daysBetween } from "../../words/time.ts";

const MOST_DAYS = 366;

/** What is wrong with the last day of a call for lists; undefined if nothing is. */
export function endFault(
  from: Day | undefined,
  to: Day | undefined,
  today: Day,
): string | undefined {
  if (to === undefined) return "请选择截止的日子。";
  if (to < today) return "截止的日子已经过去了。";
  if (from === undefined) return undefined;
  if (to < from) return "截止的日子不能早于开始的日子。";
  return daysBetween(from, to) > MOST_DAYS ? "一次征集最长一年，请改早一些。" : undefined;
}
