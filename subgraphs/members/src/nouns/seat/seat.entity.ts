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
    /** Of which seat of the term before it is a copy, which follows that one until its term begins. */
    carriedFromId: keptOut("BOOKKEEPING", p.uuid().nullable().strictNullable()),
    /** Whether it was taken out before its term began: it never counted, and no list shows it. */
    takenOut: keptOut("BOOKKEEPING", p.boolean()),
    /** Whether it is valid until its last day is over. Otherwise it is not valid from the moment when it ended. */
    countsToLastDay: keptOut("BOOKKEEPING", p.boolean()),
    endReason: keptOut("PERSONAL", p.string().nullable().strictNullable()),
  },
});

/** A person's seat in a committee for a term (委员、兼职委员). */
export class Seat extends SeatSchema.class {}
SeatSchema.setClass(Seat);

/** Until when a seat lasted that nobody ended: the last day of its term; null if that day is not over. */
export function lastDayOf(
  term: { readonly endsOn: string } | null,
  seat: { readonly since: string },
  today: string,
): string | null {
  if (!term || term.endsOn >= today) return null;
  return seat.since > term.endsOn ? seat.since : term.endsOn;
}
