import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { defineEntity, p } from "@mikro-orm/core";

/** How often a series repeats. */
export const RepeatEvery = { WEEK: "WEEK", MONTH: "MONTH" } as const;
export type RepeatEvery = (typeof RepeatEvery)[keyof typeof RepeatEvery];

/** What a series does about a date that cannot be had. */
export const OnConflict = { FAIL: "FAIL", SKIP: "SKIP" } as const;
export type OnConflict = (typeof OnConflict)[keyof typeof OnConflict];

/** What becomes of a date of a series. */
export const SeriesOutcome = {
  BOOKED: "BOOKED",
  WOULD_BOOK: "WOULD_BOOK",
  SKIPPED: "SKIPPED",
} as const;
export type SeriesOutcome = (typeof SeriesOutcome)[keyof typeof SeriesOutcome];

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
