import { capacityOf } from "@alliance-hub/platform/bookable/free-time";
import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { defineEntity, p } from "@mikro-orm/core";
import type { Resource } from "../resource/resource.entity.ts";
import type { BookingState } from "../../vocabulary/booking-state.ts";

/** The steps a booking may take. */
export const BOOKING_STEPS: StateMachine<BookingState> = {
  REQUESTED: ["CONFIRMED", "DENIED", "CANCELLED"],
  // A changed booking may need approval again.
  CONFIRMED: ["REQUESTED", "CANCELLED", "DONE"],
  DENIED: [],
  CANCELLED: [],
  DONE: [],
};

export const BookingSchema = defineEntity({
  name: "Booking",
  tableName: "booking",
  // All columns except the range, because start and end say the same.
  properties: {
    ...baseProperties,
    resourceId: p.uuid(),
    organizationId: p.uuid(),
    // Columns of the resource. They follow it while the booking is not over (followCommittee, 0010, 0021), so the
    // booking alone decides who may see and do what. One that is over keeps the committee on whose list it was made.
    providerId: p.uuid(),
    committeeId: p.uuid().nullable().strictNullable(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    quantity: p.integer(),
    exclusive: p.boolean(),
    state: p.string().$type<BookingState>(),
    purpose: p.string().nullable().strictNullable(),
    reason: p.string().nullable().strictNullable(),
    // The series that it was made by; it stands on its own feet.
    seriesId: p.uuid().nullable().strictNullable(),
    // The activity that booked it; it decides about it.
    activityId: p.uuid().nullable().strictNullable(),
    // Whether somebody came, as the provider says.
    used: p.boolean().nullable().strictNullable(),
    // What a changed booking gets back if its provider denies the change; held until that is decided.
    previousStartsAt: p.datetime().nullable().strictNullable(),
    previousEndsAt: p.datetime().nullable().strictNullable(),
    previousQuantity: p.integer().nullable().strictNullable(),
  },
});

/** The use of a resource for a time (预约). */
export class Booking extends BookingSchema.class {}
BookingSchema.setClass(Booking);

/** A booking that is to be made. */
export interface NewBooking {
  readonly organizationId: string;
  readonly during: TimeRangeInput;
  readonly quantity: number;
  readonly purpose: string | null;
  /** The series that it belongs to. Default: none. */
  readonly seriesId?: string | null;
}

/** The columns of a new booking that follow from its resource. The provider does not need its own approval. */
export function columnsOf(
  resource: Readonly<Resource>,
  { organizationId, during, quantity }: Omit<NewBooking, "purpose" | "seriesId">,
) {
  const { id: resourceId, providerId, committeeId, approval } = resource;
  return {
    resourceId,
    providerId,
    committeeId,
    organizationId,
    startsAt: during.start,
    endsAt: during.end,
    quantity,
    exclusive: capacityOf(resource) === 1,
    state:
      approval && organizationId !== providerId ? ("REQUESTED" as const) : ("CONFIRMED" as const),
  };
}
