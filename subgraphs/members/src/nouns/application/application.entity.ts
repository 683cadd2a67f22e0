import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of an application. */
export const ApplicationState = {
  SUBMITTED: "SUBMITTED",
  ACCEPTED: "ACCEPTED",
  RETURNED: "RETURNED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type ApplicationState = (typeof ApplicationState)[keyof typeof ApplicationState];

/** The committee answers once, unless the unit withdraws before. After that the unit can apply again. */
export const APPLICATION_STATES: StateMachine<ApplicationState> = {
  SUBMITTED: ["ACCEPTED", "RETURNED", "WITHDRAWN"],
  ACCEPTED: [],
  RETURNED: [],
  WITHDRAWN: [],
};

export const ApplicationSchema = defineEntity({
  name: "Application",
  tableName: "application",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    organizationId: p.uuid(),
    state: p.string().$type<ApplicationState>(),
    message: p.string().nullable().strictNullable(),
    settledAt: p.datetime().nullable().strictNullable(),
    returnReason: p.string().nullable().strictNullable(),
    membershipId: p.uuid().nullable().strictNullable(),
  },
});

/** A unit's proposal to become a member of a committee (入会申请). */
export class Application extends ApplicationSchema.class {}
ApplicationSchema.setClass(Application);
