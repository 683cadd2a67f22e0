import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { isOrganization } from "@alliance-hub/platform/directory/current-organization";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { CollectionRoundContext } from "../collection-round/collection-round.loaders.ts";
import { readable as readableRound } from "../collection-round/collection-round.policy.ts";
import { NeedSchema, type Need } from "./need.entity.ts";
import type { NeedFilter } from "./need.input.ts";
import { readable } from "./need.policy.ts";

/** A need as lists and loaders give it. */
export type NeedRow = ReadRow<Need>;

interface NeedTables extends TablesWith<"need", Need> {}

/** What needs need of a call. */
export interface NeedContext
  extends
    ContextWith<"needs", typeof createNeedLoaders>,
    WithDirectory,
    Pick<CollectionRoundContext, "collectionRounds"> {}

/** Loaders of one call. */
export function createNeedLoaders(context: BaseContext<NeedTables>) {
  const { viewer } = context;
  const needs = recordReads(context, {
    table: "need",
    entity: NeedSchema,
    readable: forViewer("need", viewer, readable),
  });
  // A viewer that may not see the round must not find it by asking which needs answer it.
  const visibleRound = forViewer("round", viewer, readableRound).within(
    (isVisible) =>
      sql<SqlBool>`exists (select from collection_round where collection_round.id = need.collection_round_id and ${isVisible})`,
  );
  const published = { where: [oneOf("need.state", ["PUBLISHED"])] };
  return {
    byId: needs.byId,
    /** Published needs of units. */
    ofOrganization: needs.below("organization.needs", "organizationId", published),
    /** Published needs that were put to committees. */
    ofCommittee: needs.below("committee.needs", "committeeId", published),
    list: (filter: NeedFilter) =>
      needs.list("needs", [
        oneOf("need.state", filter.states ?? ["PUBLISHED"]),
        textCondition("need", filter.text),
        oneOf("need.kind", filter.kinds),
        isRecord("need.committeeId", filter.committeeId),
        isOrganization("need.organizationId", filter.organizationId),
        isRecord("need.collectionRoundId", filter.collectionRoundId),
        filter.collectionRoundId == null ? undefined : visibleRound,
        needs.within(filter.regionCode),
      ]),
  };
}
