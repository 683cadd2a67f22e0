import { readDay, readText, searchReader, wordOf } from "../../app/address.ts";
import { type Day, addDays, instantAt, mondayOf } from "../../words/time.ts";

/** Which day and place the board shows, as it stands in the page's address. */
export interface BoardSearch {
  /** Default: today. */
  readonly day?: Day | undefined;
  readonly place?: string | undefined;
  /** Default: one day. */
  readonly view?: "week" | undefined;
}

export const readBoardSearch = searchReader<BoardSearch>({
  day: readDay,
  place: readText,
  view: wordOf("week"),
});

/** The days that are shown: one, or a week from its Monday. */
export function daysShown(day: Day, view: BoardSearch["view"]): readonly Day[] {
  if (view !== "week") return [day];
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, number) => addDays(monday, number));
}

/** From the beginning of the first day to the end of the last one. */
export function rangeOf(days: readonly Day[]): { readonly start: string; readonly end: string } {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return { start: instantAt(first, "00:00"), end: instantAt(addDays(last, 1), "00:00") };
}
