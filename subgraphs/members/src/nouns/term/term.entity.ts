import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a term. */
export const TermState = { PLANNED: "PLANNED", CURRENT: "CURRENT", PAST: "PAST" } as const;
export type TermState = (typeof TermState)[keyof typeof TermState];

/** The steps of a term: planned, current, over. */
export const TERM_STATES: StateMachine<TermState> = {
  PLANNED: ["CURRENT"],
  CURRENT: ["PAST"],
  PAST: [],
};

/**
 * The state on a day (`YYYY-MM-DD`). It follows from the days of the term, so that no job has to run at midnight.
 * The column only says which term began last (`CURRENT`) and which one comes next (`PLANNED`); the next change
 * of the committee's terms or seats settles it.
 */
export function termStateOn(
  term: { readonly startsOn: string; readonly endsOn: string },
  today: string,
): TermState {
  if (today < term.startsOn) return TermState.PLANNED;
  return today > term.endsOn ? TermState.PAST : TermState.CURRENT;
}

export const TermSchema = defineEntity({
  name: "Term",
  tableName: "term",
  properties: {
    ...baseProperties,
    committeeId: p.uuid(),
    number: p.integer(),
    state: p.string().$type<TermState>(),
    startsOn: p.date(),
    endsOn: p.date(),
    /** Whether it was planned, and nobody has been told yet that it took over. */
    takeoverUntold: keptOut("BOOKKEEPING", p.boolean()),
    /** The last day that it would have if no next term cut it short; null if none does. */
    ownEndsOn: keptOut("BOOKKEEPING", p.date().nullable().strictNullable()),
  },
});

/** A committee's term of office (届、任期). */
export class Term extends TermSchema.class {}
TermSchema.setClass(Term);
