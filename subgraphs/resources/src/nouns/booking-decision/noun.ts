import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./booking-decision.resolver.ts";

/** The provider's answer to requests; it has no separate record. */
export const bookingDecision = {
  name: "BookingDecision",
  loaders: {},
  resolvers,
} satisfies Noun;
