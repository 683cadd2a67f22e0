import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  type TimeBefore,
  bookingCancelled,
  bookingMade,
  bookingMoved,
  factsOfBooking,
  factsOfMove,
} from "@alliance-hub/platform/notices/concerned/of-resources";
import { type Fact, number, range, text } from "@alliance-hub/platform/notices/facts";
import { BOOKING_NOTICES } from "@alliance-hub/platform/notices/kinds/booking";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
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
  > & { readonly used?: boolean | null; readonly quantity?: number },
  { action, details = {} }: Pick<MadeChange, "action"> & Partial<MadeChange>,
): readonly Notice[] {
  const { id } = booking;
  const asker = { organizationId: booking.organizationId };
  const provider = { organizationId: booking.providerId };
  const facts = { ...factsOfBooking(booking), reason: text(booking.reason) };
  const { tell } = BOOKING_NOTICES;
  switch (action) {
    case "bookResource":
      return bookingMade(booking);
    case "decideBooking":
      if ("wanted" in details)
        return tell("CHANGE_DENIED", id, asker, { ...facts, wanted: rangeIn(details["wanted"]) });
      return tell(booking.state === "CONFIRMED" ? "CONFIRMED" : "DENIED", id, asker, facts);
    case "changeBooking":
      // A purpose that is put better concerns nobody.
      return "before" in details ? bookingMoved(booking, details["before"] as TimeBefore) : [];
    case "cancelBooking":
      return bookingCancelled(booking, facts.reason);
    case "completeBooking":
      return tell("DONE", id, [asker, provider], facts);
    case "recordUse":
      // That it was used is told as that it is done.
      if (booking.used === false) return tell("NOT_USED", id, asker, facts);
      return tell("DONE", id, [asker, provider], facts);
    default:
      return [];
  }
}

/** A series concerns the provider once, however many dates it has. */
export function noticesOfSeries(
  first: Parameters<typeof noticesOfBooking>[0],
  dates: number,
): readonly Notice[] {
  const facts = { ...factsOfBooking(first), dates: number(dates) };
  const type = first.state === "REQUESTED" ? "SERIES_REQUESTED" : "SERIES_BOOKED";
  return BOOKING_NOTICES.tell(type, first.id, { organizationId: first.providerId }, facts);
}

/** A changed series likewise. @param had what its first changed booking had. */
export function noticesOfChangedSeries(
  bookings: readonly Booking[],
  had: { readonly during: TimeRangeInput; readonly quantity: number },
): readonly Notice[] {
  const [first] = bookings;
  if (!first) return [];
  const [start, end] = [had.during.start.toISOString(), had.during.end.toISOString()];
  const facts = {
    ...factsOfMove(first, { start, end, quantity: had.quantity }),
    dates: number(bookings.length),
  };
  const isRequested = bookings.some(({ state }) => state === "REQUESTED");
  const type = isRequested ? "SERIES_CHANGE_REQUESTED" : "SERIES_CHANGED";
  return BOOKING_NOTICES.tell(type, first.id, { organizationId: first.providerId }, facts);
}

/** The rest of a series that is cancelled concerns both units, once. */
export function noticesOfCancelledSeries(bookings: readonly Booking[]): readonly Notice[] {
  const [first] = bookings;
  if (!first) return [];
  const { id, organizationId, providerId, reason } = first;
  const facts = {
    ...factsOfBooking(first),
    dates: number(bookings.length),
    reason: text(reason),
  };
  const both = [{ organizationId }, { organizationId: providerId }];
  return BOOKING_NOTICES.tell("SERIES_CANCELLED", id, both, facts);
}

/** A time, as the details of a change have it. */
function rangeIn(detail: unknown): Fact {
  const { start, end } = detail as TimeBefore; // what the service has noted
  return range(new Date(start), new Date(end));
}
