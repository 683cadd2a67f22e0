import {
  baseProperties,
  placeProperties,
  searchProperties,
  withdrawalProperties,
} from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Audience } from "@alliance-hub/sharing/audience";
import { defineEntity, p } from "@mikro-orm/core";
import { ResourceKind } from "../../vocabulary/resource-kind.ts";

/** What units can need (需求清单): everything that can be offered, and small wishes (微心愿). */
export const NeedKind = { ...ResourceKind, WISH: "WISH" } as const;
export type NeedKind = (typeof NeedKind)[keyof typeof NeedKind];

/** States of a need. */
export const NeedState = {
  DRAFT: "DRAFT",
  PUBLISHED: "PUBLISHED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type NeedState = (typeof NeedState)[keyof typeof NeedState];

/** The steps a need may take. One that was withdrawn by mistake goes back on the list. */
export const NEED_STEPS: StateMachine<NeedState> = {
  DRAFT: ["PUBLISHED"],
  PUBLISHED: ["WITHDRAWN"],
  WITHDRAWN: ["PUBLISHED"],
};

export const NeedSchema = defineEntity({
  name: "Need",
  tableName: "need",
  properties: {
    ...baseProperties,
    ...placeProperties,
    title: p.string(),
    kind: p.string().$type<NeedKind>(),
    organizationId: p.uuid(),
    committeeId: p.uuid().nullable().strictNullable(),
    audience: p.string().$type<Audience>(),
    quantity: p.integer().nullable().strictNullable(),
    unit: p.string().nullable().strictNullable(),
    description: p.text().nullable().strictNullable(),
    neededBy: p.date().nullable().strictNullable(),
    collectionRoundId: p.uuid().nullable().strictNullable(),
    state: p.string().$type<NeedState>(),
    publishedAt: p.datetime().nullable().strictNullable(),
    ...withdrawalProperties,
    ...searchProperties,
  },
});

/** What a community or unit asks for (需求、微心愿). */
export class Need extends NeedSchema.class {}
NeedSchema.setClass(Need);
