import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { BookingSchema } from "./booking.entity.ts";
import { createBookingLoaders } from "./booking.loaders.ts";
import * as resolvers from "./booking.resolver.ts";

export const booking = recordNoun({
  name: "Booking",
  entity: BookingSchema,
  loaders: { bookings: createBookingLoaders },
  resolvers,
});
