import { type Day, showDay } from "../../../words/time.ts";

/** How many days before its first day a term may be entered. */
export const MOST_DAYS_AHEAD = { start: 31, plan: 3653 } as const;

/** What is wrong with the number of a term. @param last the highest one so far. */
export const numberFault = (number: number | undefined, last = 0): string | undefined =>
  number === undefined || number <= last || number > 99 ? `请填写 ${last + 1} 到 99。` : undefined;

interface Limits {
  /** The first day of the term before. */
  readonly after: Day | undefined;
  readonly latest: Day;
}

export function termStartFault(
  day: Day | undefined,
  { after, latest }: Limits,
): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (after !== undefined && day <= after) return `须晚于上一届的起日${showDay(after)}。`;
  return day > latest ? `不能晚于${showDay(latest)}。` : undefined;
}

export function termEndFault(day: Day | undefined, first: Day | undefined): string | undefined {
  if (day === undefined) return "请填写日期。";
  return first !== undefined && day <= first ? "须晚于任期起。" : undefined;
}
