import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { type Condition, condition } from "@alliance-hub/platform/conditions/condition";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import { isRecord } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { CollectionRound } from "./collection-round.entity.ts";
import type { CollectionRoundFilter } from "./collection-round.input.ts";
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
    list: ({ states, ...filter }: CollectionRoundFilter) =>
      rounds.list("collectionRounds", [
        isRecord("collectionRound.committeeId", filter.committeeId),
        states == null ? undefined : hasState(shanghaiDay(context.clock()), states),
        rounds.within(filter.regionCode),
      ]),
    ofCommittee: rounds.below("committee.collectionRounds", "committeeId"),
  };
}

/** The rule of `stateOn` as SQL. */
const hasState = (today: string, wanted: readonly string[]): Condition =>
  condition(
    "state on",
    [today, wanted],
    (day, states) =>
      sql<SqlBool>`(case when collection_round.closes_on < ${day}::date then 'CLOSED' else collection_round.state end) = any(${states}::text[])`,
  );
