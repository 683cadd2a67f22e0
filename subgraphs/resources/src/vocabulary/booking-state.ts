/** States of a booking. */
export const BookingState = {
  REQUESTED: "REQUESTED",
  CONFIRMED: "CONFIRMED",
  DENIED: "DENIED",
  CANCELLED: "CANCELLED",
  DONE: "DONE",
} as const;
export type BookingState = (typeof BookingState)[keyof typeof BookingState];

/** States in which a booking takes, or took, its quantity of the resource. */
export const TAKING_STATES: readonly BookingState[] = ["REQUESTED", "CONFIRMED", "DONE"];
