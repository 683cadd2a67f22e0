import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./booking-change.resolver.ts";

/** A booking that is moved to another time or quantity; it has no separate record. */
export const bookingChange = {
  name: "BookingChange",
  loaders: {},
  resolvers,
} satisfies Noun;
