import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { BOOKING_STEPS, type Booking } from "../booking/booking.entity.ts";
import type { BookingContext, BookingRow } from "../booking/booking.loaders.ts";
import { changes } from "../booking/booking.service.ts";
import type { DecideBookingInput } from "./booking-decision.input.ts";

/**
 * The provider's answer to a request. A changed booking whose change is denied gets its previous time back.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function decideBooking(
  context: BookingContext,
  input: DecideBookingInput,
): Promise<BookingRow> {
  const given = () => checkedOrNull(input, { reason: REASON });
  const step = { action: "decideBooking", may: "decide", given, input } as const;
  return await changes.change(context, step, (booking, _work, texts) => {
    const { reason } = texts();
    return decide(booking, { confirm: input.confirm, reason });
  });
}

/** @returns the details that the notices are made of. */
function decide(
  booking: Booking,
  { confirm, reason }: { readonly confirm: boolean; readonly reason: string | null },
): { readonly wanted?: { readonly start: string; readonly end: string } } {
  const { id, state, startsAt, endsAt, previousStartsAt, previousEndsAt, previousQuantity } =
    booking;
  requireTransition(
    BOOKING_STEPS,
    { id, state },
    { noun: "Booking", to: confirm ? "CONFIRMED" : "DENIED" },
  );
  const none = { previousStartsAt: null, previousEndsAt: null, previousQuantity: null };
  Object.assign(booking, { reason, state: confirm ? "CONFIRMED" : "DENIED", ...none });
  if (confirm || !previousStartsAt || !previousEndsAt || previousQuantity === null) return {};
  Object.assign(booking, {
    state: "CONFIRMED",
    startsAt: previousStartsAt,
    endsAt: previousEndsAt,
    quantity: previousQuantity,
  });
  return { wanted: { start: startsAt.toISOString(), end: endsAt.toISOString() } };
}
