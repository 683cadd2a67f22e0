import { TextArray } from "@alliance-hub/platform/database/text-array";
import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import type { Audience } from "@alliance-hub/sharing/audience";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

/** States of an agreement (协议状态). */
export const AgreementState = {
  DRAFT: "DRAFT",
  PROPOSED: "PROPOSED",
  ACTIVE: "ACTIVE",
  EXPIRED: "EXPIRED",
  TERMINATED: "TERMINATED",
} as const;
export type AgreementState = (typeof AgreementState)[keyof typeof AgreementState];

/** What the column contains. Whether the term is over follows from the day, so that no job has to run. */
export type StoredState = Exclude<AgreementState, "EXPIRED">;

/**
 * The steps of an agreement. It can go from PROPOSED back to DRAFT only while nobody has signed. After that the
 * parties can only terminate it.
 */
export const AGREEMENT_STEPS: StateMachine<AgreementState> = {
  DRAFT: ["PROPOSED"],
  PROPOSED: ["DRAFT", "ACTIVE", "TERMINATED"],
  ACTIVE: ["EXPIRED", "TERMINATED"],
  EXPIRED: [],
  TERMINATED: [],
};

/**
 * The state on a day (`YYYY-MM-DD`), including the last day of the term. The loaders have the same rule as SQL.
 */
export function stateOn(
  agreement: { readonly state: StoredState; readonly termTo: string },
  today: string,
): AgreementState {
  return agreement.state === "ACTIVE" && agreement.termTo < today ? "EXPIRED" : agreement.state;
}

export const AgreementSchema = defineEntity({
  name: "Agreement",
  tableName: "agreement",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    title: p.string(),
    termFrom: p.date(),
    termTo: p.date(),
    state: p.string().$type<StoredState>(),
    audience: p.string().$type<Audience>(),
    partyIds: p.type(TextArray).$type<string[]>(),
    contentHash: keptOut("BOOKKEEPING", p.string().nullable().strictNullable()),
    proposedAt: p.datetime().nullable().strictNullable(),
    activatedAt: p.datetime().nullable().strictNullable(),
    terminatedAt: p.datetime().nullable().strictNullable(),
    terminateReason: p.string().nullable().strictNullable(),
    ...searchProperties,
  },
});

/** A co-construction agreement (共建协议). */
export class Agreement extends AgreementSchema.class {}
AgreementSchema.setClass(Agreement);
