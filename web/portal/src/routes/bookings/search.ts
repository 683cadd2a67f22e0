import { oneOf, readText, searchReader, wordOf } from "../../app/address.ts";
import type { BookingFilter, BookingOrder, BookingState } from "../../graph/generated/graphql.ts";
import { BOOKING_STATES } from "../../words/labels.ts";

/** Which bookings are listed, as it stands in the page's address. */
export interface BookingSearch {
  /** Id of the viewer's unit; the first of them by default. */
  readonly unit?: string | undefined;
  /** `offered`: of what the unit offers. Default: what it has booked itself. */
  readonly of?: "offered" | undefined;
  readonly state?: BookingState | undefined;
  /** Default: what is still to come. */
  readonly when?: "past" | "all" | undefined;
}

export const TIMES = { coming: "今后的", past: "过去的", all: "全部" } as const;

export const readBookingSearch = searchReader<BookingSearch>({
  unit: readText,
  of: wordOf("offered"),
  state: oneOf(BOOKING_STATES),
  when: wordOf("past", "all"),
});

/** Days within which bookings are looked for: nobody can book further ahead, and the hub is not older. */
const [DAYS_AHEAD, DAYS_BACK] = [401, 3650] as const;
const DAY_MS = 86_400_000;

/** The list that is asked for: what comes next first, or what was last. */
export function bookingsWanted(
  { of, state, when }: BookingSearch,
  unit: string,
  now: Date,
): { readonly filter: BookingFilter; readonly orderBy: BookingOrder } {
  const at = (days: number): string => new Date(now.getTime() + days * DAY_MS).toISOString();
  const during =
    when === "past" ? { start: at(-DAYS_BACK), end: at(0) } : { start: at(0), end: at(DAYS_AHEAD) };
  return {
    filter: {
      ...(of === "offered" ? { providerId: unit } : { organizationId: unit }),
      ...(state === undefined ? {} : { states: [state] }),
      ...(when === "all" ? {} : { during }),
    },
    orderBy: when === undefined ? "START_ASC" : "START_DESC",
  };
}
