import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import type { StateMachine } from "@alliance-hub/platform/errors/transition";
import { defineEntity, p } from "@mikro-orm/core";

/** States of a collection round. */
export const CollectionRoundState = { OPEN: "OPEN", CLOSED: "CLOSED" } as const;
export type CollectionRoundState = (typeof CollectionRoundState)[keyof typeof CollectionRoundState];

/** The steps a collection round may take. It opens again with another last day. */
export const COLLECTION_ROUND_STEPS: StateMachine<CollectionRoundState> = {
  OPEN: ["CLOSED"],
  CLOSED: ["OPEN"],
};

/**
 * The state on a day (`YYYY-MM-DD`), including the last day. Whether a round is over follows from the day, so
 * that no job has to run.
 */
export function stateOn(
  round: { readonly state: CollectionRoundState; readonly closesOn: string },
  today: string,
): CollectionRoundState {
  return round.closesOn < today ? "CLOSED" : round.state;
}

export const CollectionRoundSchema = defineEntity({
  name: "CollectionRound",
  tableName: "collection_round",
  properties: {
    ...baseProperties,
    ...placeProperties,
    committeeId: p.uuid(),
    title: p.string(),
    opensOn: p.date(),
    closesOn: p.date(),
    state: p.string().$type<CollectionRoundState>(),
  },
});

/** A committee's call for lists (清单征集). */
export class CollectionRound extends CollectionRoundSchema.class {}
CollectionRoundSchema.setClass(CollectionRound);
