import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import type { CollectionRound } from "./collection-round.entity.ts";
import { readable } from "./collection-round.policy.ts";

/** A collection round as lists and loaders give it. */
export type CollectionRoundRow = Row<CollectionRound>;

interface CollectionRoundTables extends TablesWith<"collectionRound", CollectionRound> {}

/** What collection rounds need of a call. */
export interface CollectionRoundContext
  extends ContextWith<"collectionRounds", typeof createCollectionRoundLoaders>, WithDirectory {}

/** Loaders of one call. */
export function createCollectionRoundLoaders(context: BaseContext<CollectionRoundTables>) {
  const rounds = recordReads(context, {
    table: "collectionRound",
    readable: forViewer("round", context.viewer, readable),
  });
  return {
    byId: rounds.byId,
    ofCommittee: rounds.below("committee.collectionRounds", "committeeId"),
  };
}
