import { readText, searchReader, wordOf } from "../../app/address.ts";
import type { ActivityFilter } from "../../graph/generated/graphql.ts";
import { type Day, addDays, dayOf, instantAt } from "../../words/time.ts";

/** Which meetings, as it stands in the page's address. */
export interface MeetingSearch {
  readonly time?: "past" | undefined;
  readonly committee?: string | undefined;
  readonly place?: string | undefined;
  readonly text?: string | undefined;
}

export const readMeetingSearch = searchReader<MeetingSearch>({
  time: wordOf("past"),
  committee: readText,
  place: readText,
  text: readText,
});

/** Further ahead, and further back, the hub has none. */
const [FIRST_DAY, DAYS_AHEAD] = ["1990-01-01", 900] as const;

/** Those of today count as ahead until the day is over. */
export function meetingFilterOf(
  search: MeetingSearch,
  ownPlace: string | undefined,
  today: Day = dayOf(new Date()),
): ActivityFilter {
  const { committee, text } = search;
  const place = search.place ?? (committee === undefined ? ownPlace : undefined);
  const [start, end] =
    search.time === "past" ? [FIRST_DAY, today] : [today, addDays(today, DAYS_AHEAD)];
  return {
    kinds: ["MEETING"],
    during: { start: instantAt(start, "00:00"), end: instantAt(end, "00:00") },
    ...(place === undefined ? {} : { regionCode: place }),
    ...(committee === undefined ? {} : { committeeId: committee }),
    ...(text === undefined ? {} : { text }),
  };
}
