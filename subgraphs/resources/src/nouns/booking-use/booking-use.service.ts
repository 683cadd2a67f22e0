import { instantWords } from "@alliance-hub/platform/words/times";
import type { BookingContext, BookingRow } from "../booking/booking.loaders.ts";
import { changes, outOfTime } from "../booking/booking.service.ts";
import type { CompleteBookingInput } from "./booking-use.input.ts";

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
  return await changes.change(context, step, (booking, { now }) => {
    if (booking.endsAt > now)
      throw outOfTime(booking, {
        zh: `于${instantWords(booking.endsAt).zh}结束，到时才能标为已完成`,
        en: `ends at ${instantWords(booking.endsAt).en} and can be completed only then`,
      });
  });
}
