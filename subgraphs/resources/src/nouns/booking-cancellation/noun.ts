import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./booking-cancellation.resolver.ts";

/** A booking that is given up; it has no separate record. */
export const bookingCancellation = {
  name: "BookingCancellation",
  loaders: {},
  resolvers,
} satisfies Noun;
