import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a blocking. */
export const BlockingState = { ACTIVE: "ACTIVE", LIFTED: "LIFTED" } as const;
export type BlockingState = (typeof BlockingState)[keyof typeof BlockingState];

/** The steps a blocking may take. */
export const BLOCKING_STEPS: StateMachine<BlockingState> = { ACTIVE: ["LIFTED"], LIFTED: [] };

export const BlockingSchema = defineEntity({
  name: "Blocking",
  tableName: "blocking",
  // All columns except the range, because start and end say the same.
  properties: {
    ...baseProperties,
    resourceId: p.uuid(),
    providerId: p.uuid(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    reason: p.string(),
    state: p.string().$type<BlockingState>(),
    liftedAt: p.datetime().nullable().strictNullable(),
  },
});

/** A time at which a resource cannot be used, with its reason (停用). */
export class Blocking extends BlockingSchema.class {}
BlockingSchema.setClass(Blocking);
