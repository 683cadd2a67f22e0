import { type Condition, condition, isNull } from "@alliance-hub/platform/conditions/condition";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { SeatContext } from "../seat/seat.loaders.ts";
import type { Handover } from "./handover.entity.ts";
import { readable } from "./handover.policy.ts";

/** A handover as lists and loaders give it. */
export type HandoverRow = Row<Handover>;

interface HandoverTables extends TablesWith<"handover", Handover> {}

/** What handovers need of a call. */
export interface HandoverContext
  extends
    ContextWith<"handovers", typeof createHandoverLoaders>,
    Pick<SeatContext, "seats" | "terms"> {}

const isNotOverOn = (today: string): Condition =>
  condition(
    "handover is not over on",
    [today],
    (day) => sql<SqlBool>`handover.until >= ${day}::date`,
  );

/** Loaders of one call. */
export function createHandoverLoaders(context: BaseContext<HandoverTables>) {
  const handovers = recordReads(context, {
    table: "handover",
    readable: readable(context.viewer),
  });
  const of = "committee.handovers";
  const everyOne = handovers.below(of, "committeeId");
  const where = [isNull("handover.endedAt"), isNotOverOn(shanghaiDay(context.clock()))];
  const currentOnes = handovers.below(of, "committeeId", { where });
  return {
    byId: handovers.byId,
    /** Those that are not over, or all. */
    ofCommittee: (includeEnded: boolean) => (includeEnded ? everyOne : currentOnes),
  };
}
