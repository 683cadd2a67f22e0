import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a handover. */
export const HandoverState = { PLANNED: "PLANNED", CURRENT: "CURRENT", ENDED: "ENDED" } as const;
export type HandoverState = (typeof HandoverState)[keyof typeof HandoverState];

/** What may be done with a handover: it can be ended, also before it begins. */
export const HANDOVER_STATES: StateMachine<HandoverState> = {
  PLANNED: ["ENDED"],
  CURRENT: ["ENDED"],
  ENDED: [],
};

/** The days of a handover, and when somebody ended it. */
interface HandoverDays {
  readonly from: string;
  readonly until: string;
  readonly endedAt: Date | null;
}

/** The state on a day (`YYYY-MM-DD`), by its own days; it also ends with the seats, which are not asked for here. */
export function handoverStateOn(handover: HandoverDays, today: string): HandoverState {
  if (handover.endedAt !== null || today > handover.until) return HandoverState.ENDED;
  return today < handover.from ? HandoverState.PLANNED : HandoverState.CURRENT;
}

export const HandoverSchema = defineEntity({
  name: "Handover",
  tableName: "handover",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    /** The deputy's seat. */
    seatId: p.uuid(),
    /** The seat of the secretary who handed over. */
    bySeatId: p.uuid(),
    from: p.date(),
    until: p.date(),
    note: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    endedAt: p.datetime().nullable().strictNullable(),
    endReason: keptOut("PERSONAL", p.string().nullable().strictNullable()),
  },
});

/** The secretary lets a deputy run the committee from a day to a day (代行). */
export class Handover extends HandoverSchema.class {}
HandoverSchema.setClass(Handover);
