import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./booking-use.resolver.ts";

/** What became of a booking once its time was over; it has no separate record. */
export const bookingUse = {
  name: "BookingUse",
  loaders: {},
  resolvers,
} satisfies Noun;
