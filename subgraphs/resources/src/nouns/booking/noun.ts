import type { Noun } from "@alliance-hub/platform/noun/noun";
import { BookingSchema } from "./booking.entity.ts";
import { type BookingContext, createBookingLoaders } from "./booking.loaders.ts";
import * as resolvers from "./booking.resolver.ts";

export const booking = {
  name: "Booking",
  entity: BookingSchema,
  loaders: { bookings: createBookingLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { bookings }: BookingContext) => bookings.byId.load(id),
} satisfies Noun;
