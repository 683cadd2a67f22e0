import {
  listOf,
  oneOf,
  readDay,
  readList,
  readText,
  searchReader,
  wordOf,
} from "../../app/address.ts";
import type { ActivityFilter, ActivityKind } from "../../graph/generated/graphql.ts";
import { ACTIVITY_KINDS } from "../../words/labels.ts";
import { type Day, addDays, dayOf, instantAt, mondayOf } from "../../words/time.ts";

/** What the calendar shows, as it stands in the page's address. */
export interface CalendarSearch {
  readonly view?: CalendarView | undefined;
  /** A day of the month or week that is shown. Default: today. */
  readonly day?: Day | undefined;
  readonly kind?: ActivityKind | undefined;
  /** Codes of places, with commas between. */
  readonly place?: string | undefined;
  /** Ids of committees, with commas between. */
  readonly committee?: string | undefined;
  /** A unit that hosts or takes part. */
  readonly unit?: string | undefined;
  readonly text?: string | undefined;
}

/** The list shows a month, as the month does. */
export type CalendarView = "month" | "week" | "list";

export const readCalendarSearch = searchReader<CalendarSearch>({
  view: wordOf("month", "week", "list"),
  day: readDay,
  kind: oneOf(ACTIVITY_KINDS),
  place: readList,
  committee: readList,
  unit: readText,
  text: readText,
});

/** The days that are shown, the end not included: a week, or exactly the month, in the list and in the picture. */
export function daysOf({ view, day = dayOf(new Date()) }: CalendarSearch): [Day, Day] {
  if (view === "week") return [mondayOf(day), addDays(mondayOf(day), 7)];
  const first = `${day.slice(0, 7)}-01`;
  return [first, `${addDays(first, 31).slice(0, 7)}-01`];
}

/** The same for the list and the calendar: what one shows, the other does. */
export function activityFilterOf(
  search: CalendarSearch,
  ownPlace: string | undefined,
): ActivityFilter {
  const [start, end] = daysOf(search);
  const { kind, unit, text } = search;
  const committees = listOf(search.committee);
  const isNamed = committees.length > 0 || unit !== undefined;
  const places = listOf(search.place ?? (isNamed ? undefined : ownPlace));
  return {
    during: { start: instantAt(start, "00:00"), end: instantAt(end, "00:00") },
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(places.length === 0 ? {} : { regionCodes: [...places] }),
    ...(committees.length === 0 ? {} : { committeeIds: [...committees] }),
    ...(unit === undefined ? {} : { organizationId: unit }),
    ...(text === undefined ? {} : { text }),
  };
}
