import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { BookingSeriesSchema } from "./booking-series.entity.ts";
import { createBookingSeriesLoaders } from "./booking-series.loaders.ts";
import * as resolvers from "./booking-series.resolver.ts";

export const bookingSeries = recordNoun({
  name: "BookingSeries",
  entity: BookingSeriesSchema,
  loaders: { bookingSeries: createBookingSeriesLoaders },
  resolvers,
});
