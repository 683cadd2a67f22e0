import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  bookingCancelled,
  factsOfBooking,
} from "@alliance-hub/platform/notices/concerned/of-resources";
import { text } from "@alliance-hub/platform/notices/facts";
import { BOOKING_NOTICES } from "@alliance-hub/platform/notices/kinds/booking";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Booking } from "./booking.entity.ts";

/** Whom a change of a booking concerns: the unit that booked, and the unit that offers the resource. */
export function noticesOfBooking(
  booking: Pick<
    Booking,
    | "id"
    | "organizationId"
    | "providerId"
    | "resourceId"
    | "startsAt"
    | "endsAt"
    | "purpose"
    | "reason"
    | "state"
  >,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { id } = booking;
  const asker = { organizationId: booking.organizationId };
  const provider = { organizationId: booking.providerId };
  const facts = { ...factsOfBooking(booking), reason: text(booking.reason) };
  const { tell } = BOOKING_NOTICES;
  switch (action) {
    case "bookResource":
      return tell(booking.state === "REQUESTED" ? "REQUESTED" : "BOOKED", id, provider, facts);
    case "decideBooking":
      return tell(booking.state === "CONFIRMED" ? "CONFIRMED" : "DENIED", id, asker, facts);
    case "cancelBooking":
      return bookingCancelled(booking, facts.reason);
    case "completeBooking":
      return tell("DONE", id, [asker, provider], facts);
    default:
      return [];
  }
}
