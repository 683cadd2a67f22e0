import { isNull } from "@alliance-hub/platform/conditions/condition";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { oldestFirst } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { Liaison } from "./liaison.entity.ts";
import { readable } from "./liaison.policy.ts";

/** A liaison as lists and loaders give it. */
export type LiaisonRow = Row<Liaison>;

interface LiaisonTables extends TablesWith<"liaison", Liaison> {}

/** What liaisons need of a call. */
export interface LiaisonContext extends ContextWith<"liaisons", typeof createLiaisonLoaders> {}

/** Loaders of one call. */
export function createLiaisonLoaders(context: BaseContext<LiaisonTables>) {
  const liaisons = recordReads(context, { table: "liaison", readable: readable(context.viewer) });
  return {
    byId: liaisons.byId,
    /** Those who act for a unit now. */
    ofOrganization: liaisons.below("organization.liaisons", "organizationId", {
      where: [isNull("liaison.endedAt")],
      order: oldestFirst(sql.ref("liaison.id")),
    }),
  };
}
