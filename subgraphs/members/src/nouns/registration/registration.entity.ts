import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a registration. */
export const RegistrationState = {
  SUBMITTED: "SUBMITTED",
  ACCEPTED: "ACCEPTED",
  RETURNED: "RETURNED",
  ENDED: "ENDED",
} as const;
export type RegistrationState = (typeof RegistrationState)[keyof typeof RegistrationState];

/** The community answers once. A unit that was sent back, or whose registration has ended, can register again. */
export const REGISTRATION_STATES: StateMachine<RegistrationState> = {
  SUBMITTED: ["ACCEPTED", "RETURNED"],
  ACCEPTED: ["ENDED"],
  RETURNED: [],
  ENDED: [],
};

/** How many members served from a day on. */
export interface ReportedHeadcount {
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  readonly on: string;
  readonly headcount: number;
}

export const RegistrationSchema = defineEntity({
  name: "Registration",
  tableName: "registration",
  properties: {
    ...baseProperties,
    ...placeProperties,
    organizationId: p.uuid(),
    communityCode: p.string(),
    state: p.string().$type<RegistrationState>(),
    /** The current one. */
    headcount: p.integer(),
    /** All that were reported, by day; null while only the first one was. */
    headcounts: p.json<ReportedHeadcount[]>().nullable().strictNullable(),
    responsible: p.boolean(),
    submittedAt: p.datetime(),
    acceptedAt: p.datetime().nullable().strictNullable(),
    returnedAt: p.datetime().nullable().strictNullable(),
    returnReason: p.string().nullable().strictNullable(),
    endedAt: p.datetime().nullable().strictNullable(),
    endReason: p.string().nullable().strictNullable(),
  },
});

/** A unit's registration with the community or street where it serves (双报到). */
export class Registration extends RegistrationSchema.class {}
RegistrationSchema.setClass(Registration);
