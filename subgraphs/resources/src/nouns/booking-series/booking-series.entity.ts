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
    // When the unit was asked whether it keeps the rest, until when it should answer, and when it has kept it.
    askedAt: p.datetime().nullable().strictNullable(),
    answerBy: p.datetime().nullable().strictNullable(),
    keptAt: p.datetime().nullable().strictNullable(),
    // When the provider was told that there is no answer.
    unansweredAt: p.datetime().nullable().strictNullable(),
  },
});

/** Bookings by a rule of recurrence (系列预约). Whose they are, they say themselves. */
export class BookingSeries extends BookingSeriesSchema.class {}
BookingSeriesSchema.setClass(BookingSeries);
