import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { CollectionRoundContext } from "../collection-round/collection-round.loaders.ts";
import { readable as readableRound } from "../collection-round/collection-round.policy.ts";
import { NEED_COLUMNS, type Need } from "./need.entity.ts";
import type { NeedFilter } from "./need.input.ts";
import { readable } from "./need.policy.ts";

/** A need as lists and loaders give it. */
export type NeedRow = Omit<Row<Need>, `search${string}`>;

interface NeedTables extends DirectoryTables {
  need: Row<Need>;
}

/** What needs need of a call. */
export interface NeedContext
  extends BaseContext<NeedTables>, WithDirectory, Pick<CollectionRoundContext, "collectionRounds"> {
  readonly needs: NeedLoaders;
}

/** Reads of needs. They never fetch what the viewer may not see. */
export type NeedLoaders = ReturnType<typeof createNeedLoaders>;

/** Loaders of one call. */
export function createNeedLoaders(context: BaseContext<NeedTables>) {
  const { viewer } = context;
  const needs = recordReads<NeedTables, "need", NeedRow>(context, {
    table: "need",
    columns: NEED_COLUMNS,
    readable: forViewer("need", viewer, readable),
  });
  // A viewer that may not see the round must not find it by asking which needs answer it.
  const visibleRound = sql<SqlBool>`exists (select from collection_round where collection_round.id = need.collection_round_id and ${readableRound(viewer)})`;
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
        isRecord("need.organizationId", filter.organizationId),
        isRecord("need.collectionRoundId", filter.collectionRoundId),
        filter.collectionRoundId == null ? undefined : visibleRound,
        needs.within(filter.regionCode),
      ]),
  };
}
