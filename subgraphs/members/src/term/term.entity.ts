import { baseProperties } from "@alliance-hub/kit/database/base-entity";
import type { StateMachine } from "@alliance-hub/kit/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a term. */
export const TermState = { PLANNED: "PLANNED", CURRENT: "CURRENT", PAST: "PAST" } as const;
export type TermState = (typeof TermState)[keyof typeof TermState];

/** A term runs once: it is planned, is current, and is over. */
export const TERM_STATES: StateMachine<TermState> = {
  PLANNED: ["CURRENT"],
  CURRENT: ["PAST"],
  PAST: [],
};

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
  },
});

/** A committee's term of office (届、任期). */
export class Term extends TermSchema.class {}
TermSchema.setClass(Term);
