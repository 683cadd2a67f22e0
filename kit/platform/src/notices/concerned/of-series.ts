import { at, number } from "../facts.ts";
import { BOOKING_NOTICES } from "../kinds/booking.ts";
import type { Notice } from "../notice-kind.ts";
import { type BookingAbout, factsOfBooking } from "./of-resources.ts";

/**
 * What the unit that booked is told of a series to which nobody came.
 *
 * @param next the first booking of the rest. @param of how many dates are left, to how many nobody came, and until when to answer.
 */
export function seriesUnused(
  next: BookingAbout,
  of: { readonly dates: number; readonly times: number; readonly until: Date },
): readonly Notice[] {
  const { id, organizationId } = next;
  const { dates, times, until } = of;
  return BOOKING_NOTICES.tell(
    "SERIES_UNUSED",
    id,
    { organizationId },
    { ...factsOfBooking(next), dates: number(dates), times: number(times), until: at(until) },
  );
}

/** What the provider is told if the unit has not answered. */
export function seriesUnanswered(next: BookingAbout, dates: number): readonly Notice[] {
  const { id, providerId: organizationId } = next;
  const facts = { ...factsOfBooking(next), dates: number(dates) };
  return BOOKING_NOTICES.tell("SERIES_UNANSWERED", id, { organizationId }, facts);
}

/** What the provider is told if the unit keeps the rest. */
export function seriesKept(next: BookingAbout, dates: number): readonly Notice[] {
  const { id, providerId: organizationId } = next;
  const facts = { ...factsOfBooking(next), dates: number(dates) };
  return BOOKING_NOTICES.tell("SERIES_KEPT", id, { organizationId }, facts);
}
