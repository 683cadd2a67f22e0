import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { instantWords } from "@alliance-hub/platform/words/times";
import { BOOKING_STEPS, type Booking } from "../booking/booking.entity.ts";
import type { BookingContext, BookingRow } from "../booking/booking.loaders.ts";
import { changes, outOfTime } from "../booking/booking.service.ts";
import { lockBookedResource } from "../booking-cancellation/booking-cancellation.service.ts";
import type { SeriesContext } from "../booking-series/booking-series.service.ts";
import { askAboutRest } from "../booking-series/booking-series.background.ts";
import type { CompleteBookingInput, RecordUseInput } from "./booking-use.input.ts";

/**
 * Records that a booking was used, after it has ended.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function completeBooking(
  context: BookingContext,
  input: CompleteBookingInput,
): Promise<BookingRow> {
  const step = { action: "completeBooking", may: "complete", to: "DONE", input } as const;
  return await changes.change(context, step, (booking, { now }) => requireEnded(booking, now));
}

/**
 * Records whether somebody came, as the provider says, after it has ended. One that was used is done. Of a series, the
 * unit is asked about the rest if nobody came twice running.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function recordUse(
  context: SeriesContext,
  input: RecordUseInput,
): Promise<BookingRow> {
  const step = {
    action: "recordUse",
    may: "recordUse",
    input,
    lockFirst: lockBookedResource,
  } as const;
  return await changes.change(context, step, async (booking, work) => {
    const { id, state, seriesId } = booking;
    if (state !== "DONE")
      requireTransition(BOOKING_STEPS, { id, state }, { noun: "Booking", to: "DONE" });
    requireEnded(booking, work.now);
    Object.assign(booking, { used: input.used, updatedAt: work.now });
    if (input.used) booking.state = "DONE";
    if (seriesId === null) return;
    await work.em.flush();
    await askAboutRest({ ...work, newId: context.newId }, seriesId);
  });
}

function requireEnded(booking: Booking, now: Date): void {
  if (booking.endsAt <= now) return;
  throw outOfTime(booking, {
    zh: `于${instantWords(booking.endsAt).zh}结束，到时才能标为已完成`,
    en: `ends at ${instantWords(booking.endsAt).en} and can be completed only then`,
  });
}
