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

/** Whatever an address says that is no filter is left out. */
export function readBookingSearch(search: Record<string, unknown>): BookingSearch {
  const { unit, of, state, when } = search;
  return {
    ...(typeof unit === "string" ? { unit } : {}),
    ...(of === "offered" ? { of } : {}),
    ...(typeof state === "string" && state in BOOKING_STATES
      ? { state: state as BookingState }
      : {}),
    ...(when === "past" || when === "all" ? { when } : {}),
  };
}

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
    orderBy: when === undefined ? "START_ASCENDING" : "START_DESCENDING",
  };
}
