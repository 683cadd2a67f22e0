import type { HubError } from "@alliance-hub/platform/errors/hub-error";
import { reworded } from "@alliance-hub/platform/errors/reworded";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { whenWords } from "@alliance-hub/platform/words/times";
import type { Words } from "@alliance-hub/platform/words/words";
import type { BookingContext, BookingRow } from "../../nouns/booking/booking.loaders.ts";
import { isAfterKnown, readKnownUntil } from "../known-holidays/known-holidays.ts";
import type { SeriesOutcome } from "../../vocabulary/series-date.ts";

/** What became of a date, as it is kept for a repeated call. */
export interface DateResult {
  /** Null where the month has no such day. */
  readonly during: TimeRangeInput | null;
  readonly outcome: SeriesOutcome;
  /** Why it cannot be had, in the caller's language. */
  readonly reason: string | null;
  readonly bookingId: string | null;
}

/** What became of a date, as the graph gives it. */
export type SeriesDate = Omit<DateResult, "bookingId"> & {
  readonly booking: BookingRow | null;
  /** Whether it may turn out to be a public holiday on which the resource is closed. */
  readonly holidaysUnknown: boolean;
};

/**
 * Dates of a series of a resource with their bookings, also those of a repeated call, whose times were kept as text.
 */
export async function withBookings(
  { bookings, rows }: Pick<BookingContext, "bookings" | "rows">,
  resourceId: string,
  results: readonly DateResult[],
): Promise<SeriesDate[]> {
  const [knownUntil, ...found] = await Promise.all([
    readKnownUntil(rows, resourceId),
    ...results.map(({ bookingId }) =>
      bookingId ? bookings.byId.load(bookingId) : Promise.resolve(null),
    ),
  ]);
  return results.map(({ bookingId: _id, during: kept, ...date }, place) => {
    const during = kept && { start: new Date(kept.start), end: new Date(kept.end) };
    const isHad = during !== null && date.outcome !== "SKIPPED";
    return {
      ...date,
      during,
      booking: found[place] ?? null,
      holidaysUnknown: isHad && isAfterKnown(during, knownUntil),
    };
  });
}

/** What is done with the dates of a series, where one that cannot be had refuses all. */
const REFUSED = {
  book: { zh: "一次也没有预约", en: "none was booked" },
  change: { zh: "一次也没有更改", en: "none was changed" },
} satisfies Readonly<Record<string, Words>>;

/** Refuses all dates for one, naming it. */
export function refusedFor(
  during: TimeRangeInput,
  error: HubError,
  step: keyof typeof REFUSED,
): HubError {
  const { zh, en } = error.words;
  const [range, none] = [whenWords(during), REFUSED[step]];
  return reworded(
    error,
    {
      zh: `系列中 ${range.zh} 订不到，${none.zh}：${zh}可改选跳过订不到的日期。`,
      en: `The date of the series ${range.en} cannot be had, so ${none.en}: ${en} You can skip such dates with onConflict: SKIP.`,
    },
    { date: { start: during.start.toISOString(), end: during.end.toISOString() } },
  );
}
