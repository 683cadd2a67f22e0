import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { inLanguage } from "@alliance-hub/platform/words/in-language";
import {
  auditSeries,
  lockSeries,
  requireAny,
} from "../../mechanisms/rest-of-series/rest-of-series.ts";
import {
  type DateResult,
  type SeriesDate,
  withBookings,
} from "../../mechanisms/series-dates/series-dates.ts";
import type { Booking } from "../booking/booking.entity.ts";
import type { BookingRow } from "../booking/booking.loaders.ts";
import { noticesOfCancelledSeries } from "../booking/booking.notices.ts";
import { firstStart, requireInTime } from "../booking-cancellation/booking-cancellation.service.ts";
import type { BookingSeriesRow } from "../booking-series/booking-series.loaders.ts";
import type { SeriesContext, SeriesTables } from "../booking-series/booking-series.service.ts";
import { moveWaitingOn } from "../waiting-entry/waiting-entry.background.ts";
import type { CancelSeriesInput } from "./series-cancellation.input.ts";

/** What cancelling gives. */
export interface CancelSeries {
  readonly series: BookingSeriesRow | null;
  readonly cancelled: readonly BookingRow[];
  readonly skipped: readonly SeriesDate[];
}

interface Cancelled {
  readonly id: string;
  readonly cancelled: readonly string[];
  readonly skipped: readonly DateResult[];
}

/**
 * Cancels the dates of a series from a day on, those that the caller may cancel and that have not begun. A date for which
 * it is too late stays, and the answer says so; if all are, nothing is cancelled.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function cancelSeries(
  context: SeriesContext,
  input: CancelSeriesInput,
): Promise<CancelSeries> {
  const reload = (id: string) => Promise.resolve({ id, cancelled: [], skipped: [] });
  const done = await change<SeriesTables, Cancelled>(
    context,
    { action: "cancelSeries", input, reload },
    (work) => cancelDates(context, work, input),
  );
  const cancelled = await Promise.all(done.cancelled.map((id) => context.bookings.byId.load(id)));
  const series = await context.bookingSeries.byId.load(input.id);
  return {
    series,
    cancelled: cancelled.filter((booking) => booking !== null),
    skipped: series ? await withBookings(context, series.resourceId, done.skipped) : [],
  };
}

async function cancelDates(
  context: SeriesContext,
  work: Work<SeriesTables>,
  input: CancelSeriesInput,
) {
  const { rows, now } = work;
  const { id, from } = input;
  const checks = new InputChecks();
  const locked = await checks.of(async () => {
    const found = await lockSeries(context, work, { id, from, may: "cancel" });
    requireVersion(found.series, input.version);
    return found;
  });
  const given = await checks.of(() => REASON.check("reason", input.reason));
  await checks.of(() => requireAny(locked().ahead, from));
  checks.end();
  const { series, resource, ahead } = locked();
  const cancelled: Booking[] = [];
  const late: { readonly booking: Booking; readonly error: HubError }[] = [];
  for (const booking of ahead) {
    try {
      const start = firstStart(booking);
      await requireInTime(rows, booking, { viewer: context.viewer, now, start });
      cancelled.push(booking);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      late.push({ booking, error });
    }
  }
  const [first] = late;
  if (cancelled.length === 0 && first) throw first.error;
  for (const booking of cancelled)
    Object.assign(booking, { state: "CANCELLED", reason: given(), updatedAt: now });
  series.updatedAt = now;
  await work.em.flush();
  await moveWaitingOn({ ...work, newId: context.newId }, resource.id);
  await leaveNotices(context, work, noticesOfCancelledSeries(cancelled));
  const skipped = late.map(({ booking, error }): DateResult => {
    const during = { start: booking.startsAt, end: booking.endsAt };
    const reason = inLanguage(error.words, context.language);
    return { during, outcome: "SKIPPED", reason, bookingId: booking.id };
  });
  const details = { cancelled: cancelled.length, skipped: skipped.length };
  const audit = await auditSeries(context, work, {
    action: "cancelSeries",
    series,
    bookings: cancelled,
    details,
  });
  return { record: { id, cancelled: cancelled.map((one) => one.id), skipped }, audit };
}
