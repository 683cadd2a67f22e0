import { type Day, addDays, dayOf, showDay } from "../../words/time.ts";

/** What is wrong with a first day in office that is corrected; undefined if nothing is. */
export function sinceFault(
  day: Day | undefined,
  { earliest = "1990-01-01", latest }: { readonly earliest?: Day; readonly latest: Day },
  /** How many days ahead it may be. */
  ahead = 0,
): string | undefined {
  if (day === undefined) return "请填写日期。";
  if (day < earliest) return `不能早于${showDay(earliest)}。`;
  const last = [latest, addDays(dayOf(new Date()), ahead)].toSorted()[0] ?? latest;
  return day > last ? `不能晚于${showDay(last)}。` : undefined;
}
