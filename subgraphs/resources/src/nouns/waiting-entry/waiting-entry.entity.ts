import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a waiting entry. */
export const WaitingState = {
  WAITING: "WAITING",
  OFFERED: "OFFERED",
  BOOKED: "BOOKED",
  LAPSED: "LAPSED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type WaitingState = (typeof WaitingState)[keyof typeof WaitingState];

/** The steps a waiting entry may take. */
export const WAITING_STEPS: StateMachine<WaitingState> = {
  // Withdrawn by the unit, or because it has got the time in another way.
  WAITING: ["OFFERED", "LAPSED", "WITHDRAWN"],
  // An offer whose time the provider blocks is taken back.
  OFFERED: ["BOOKED", "LAPSED", "WITHDRAWN", "WAITING"],
  BOOKED: [],
  LAPSED: [],
  WITHDRAWN: [],
};

export const WaitingEntrySchema = defineEntity({
  name: "WaitingEntry",
  tableName: "waiting_entry",
  // All columns except the range, because start, end and buffer say the same.
  properties: {
    ...baseProperties,
    resourceId: p.uuid(),
    organizationId: p.uuid(),
    providerId: p.uuid(),
    lineNumber: p.integer(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    bufferMinutes: p.integer(),
    quantity: p.integer(),
    purpose: p.string().nullable().strictNullable(),
    state: p.string().$type<WaitingState>(),
    offeredUntil: p.datetime().nullable().strictNullable(),
    bookingId: p.uuid().nullable().strictNullable(),
  },
});

/** A unit's wish for a time that is taken (候补). */
export class WaitingEntry extends WaitingEntrySchema.class {}
WaitingEntrySchema.setClass(WaitingEntry);
