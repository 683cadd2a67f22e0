import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

/** The role of a person in a committee. */
export const SeatRole = {
  SECRETARY: "SECRETARY",
  DEPUTY_SECRETARY: "DEPUTY_SECRETARY",
  MEMBER: "MEMBER",
  PART_TIME: "PART_TIME",
} as const;
export type SeatRole = (typeof SeatRole)[keyof typeof SeatRole];

export const SeatSchema = defineEntity({
  name: "Seat",
  tableName: "seat",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    termId: p.uuid(),
    organizationId: p.uuid(),
    holderName: keptOut("PERSONAL", p.string()),
    role: p.string().$type<SeatRole>(),
    subject: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    since: p.date(),
    until: p.date().nullable().strictNullable(),
    /** Whether it ended with its term, on a day that may be in the future. It is valid until then. */
    countsToLastDay: keptOut("BOOKKEEPING", p.boolean()),
    endReason: keptOut("PERSONAL", p.string().nullable().strictNullable()),
  },
});

/** A person's seat in a committee for a term (委员、兼职委员). */
export class Seat extends SeatSchema.class {}
SeatSchema.setClass(Seat);
