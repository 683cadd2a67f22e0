import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./booking-basket.resolver.ts";

/** Several resources that are booked together; it has no separate record. */
export const bookingBasket = {
  name: "BookingBasket",
  loaders: {},
  resolvers,
} satisfies Noun;
