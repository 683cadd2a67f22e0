/** Orders of a list of bookings. */
export const BookingOrder = {
  NEWEST_FIRST: "NEWEST_FIRST",
  START_ASCENDING: "START_ASCENDING",
  START_DESCENDING: "START_DESCENDING",
} as const;
export type BookingOrder = (typeof BookingOrder)[keyof typeof BookingOrder];
