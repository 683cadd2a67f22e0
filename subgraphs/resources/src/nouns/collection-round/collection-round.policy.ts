import { mayRead } from "@alliance-hub/sharing/audience";
import { readableCollectionRound } from "@alliance-hub/sharing/collection-round-rule";
import { type Viewer, runs, type ViewerReach } from "@alliance-hub/sharing/viewer";
import type { Expression, SqlBool } from "kysely";

/** What may be done with a collection round. */
export type CollectionRoundAction = "read" | "open" | "update" | "close";

/** The columns of a collection round that the rule needs. */
export interface CollectionRoundRule {
  readonly committeeId: string;
  readonly allianceCode: string;
}

/** Units of the committee may read a round. Whoever runs the committee opens, changes and closes it. */
export function can(
  viewer: Viewer,
  action: CollectionRoundAction,
  round: CollectionRoundRule,
): boolean {
  if (action !== "read") return runs(viewer, round.committeeId);
  return mayRead(viewer, { ...round, audience: "COMMITTEE", partyIds: [] });
}

/** The rule of reading as a WHERE condition on the table `collection_round`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return readableCollectionRound(viewer, "collectionRound");
}
