import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

/** How often a series repeats. */
export const RepeatEvery = { WEEK: "WEEK", MONTH: "MONTH" } as const;
export type RepeatEvery = (typeof RepeatEvery)[keyof typeof RepeatEvery];

export const BookingSeriesSchema = defineEntity({
  name: "BookingSeries",
  tableName: "booking_series",
  properties: {
    ...baseProperties,
    resourceId: p.uuid(),
    every: p.string().$type<RepeatEvery>(),
    step: p.integer(),
  },
});

/** Bookings by a rule of recurrence (系列预约). Whose they are, they say themselves. */
export class BookingSeries extends BookingSeriesSchema.class {}
BookingSeriesSchema.setClass(BookingSeries);
