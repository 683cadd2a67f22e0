import type { PresentChange } from "@alliance-hub/demonstration/present-notices";
import { noticesOfBooking } from "../nouns/booking/booking.notices.ts";
import type { BookingState } from "../vocabulary/booking-state.ts";
import type { BookingRow } from "./present-bookings.ts";

/** What led to each state, and which side did it. */
const LAST: Readonly<Partial<Record<BookingState, readonly [action: string, by: Side]>>> = {
  CONFIRMED: ["decideBooking", "providerId"],
  DENIED: ["decideBooking", "providerId"],
  CANCELLED: ["cancelBooking", "organizationId"],
  DONE: ["completeBooking", "providerId"],
};

type Side = "providerId" | "organizationId";

/** What was done with a booking of the present: it was made, and came to the state that it has. */
export function changesOfBooking(booking: BookingRow): PresentChange[] {
  const { state, createdAt, updatedAt, organizationId } = booking;
  const isSettled = updatedAt > createdAt;
  const wasAsked =
    state === "REQUESTED" || state === "DENIED" || (state === "CONFIRMED" && isSettled);
  const at = { ...booking, state: wasAsked ? "REQUESTED" : "CONFIRMED" } as const;
  const last = isSettled ? LAST[state] : undefined;
  return [
    {
      at: createdAt,
      by: { unit: organizationId },
      notices: noticesOfBooking(at, { action: "bookResource" }),
    },
    ...(last
      ? [
          {
            at: updatedAt,
            by: { unit: booking[last[1]] },
            notices: noticesOfBooking(booking, { action: last[0] }),
          },
        ]
      : []),
  ];
}
