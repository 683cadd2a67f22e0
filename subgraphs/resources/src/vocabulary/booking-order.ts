/** Orders of a list of bookings. */
export const BookingOrder = {
  NEWEST_FIRST: "NEWEST_FIRST",
  START_ASC: "START_ASC",
  START_DESC: "START_DESC",
} as const;
export type BookingOrder = (typeof BookingOrder)[keyof typeof BookingOrder];
