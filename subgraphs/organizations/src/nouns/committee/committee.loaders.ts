import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { LEVEL_POSITION, type RegionLevel } from "@alliance-hub/sharing/place";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import { sql } from "kysely";
import type { OrganizationContext } from "../organization/organization.loaders.ts";
import { COMMITTEE_COLUMNS, type Committee, type CommitteeLevel } from "./committee.entity.ts";

/** Columns that a selection needs. */
export const committeeColumns = tableColumns({
  type: "Committee",
  table: "committee",
  columns: COMMITTEE_COLUMNS,
  always: ["id"],
  needs: { region: ["regionCode"], parent: ["parentId"], organization: ["organizationId"] },
});

type CommitteeColumns = typeof committeeColumns.all;

/** A committee as lists and loaders give it. */
export type CommitteeRow = Row<Committee>;

interface CommitteeTables extends TablesWith<"committee", Committee> {}

/** What committees need of a call. */
export interface CommitteeContext
  extends
    ContextWith<"committees", typeof createCommitteeLoaders>,
    Pick<OrganizationContext, "regions" | "organizations"> {}

const read = keyedRead<CommitteeTables, CommitteeRow, CommitteeColumns["names"][number]>(
  "committee",
  "id",
  "uuid",
);

/** Loaders of one call. */
export function createCommitteeLoaders({ rows, database }: BaseContext<CommitteeTables>) {
  const loader = byColumns((columns: CommitteeColumns) =>
    byId((ids) => read(database, columns, ids)),
  );
  const nested = new Map<string, NestedPages<CommitteeRow>>();
  return {
    get byId() {
      return loader(committeeColumns.all);
    },
    /** The same with only some columns. */
    with: loader,
    /** Committees at or below regions of one level, optionally of some levels only. */
    below: (regionLevel: RegionLevel, levels: readonly CommitteeLevel[] | null) => {
      const slot = JSON.stringify([regionLevel, levels]);
      const known = nested.get(slot);
      if (known) return known;
      let query = rows.selectFrom("committee").selectAll("committee");
      if (levels) query = query.where(oneOf("committee.level", levels));
      const list: List<CommitteeTables, "committee", CommitteeRow> = {
        name: "region.committees",
        query,
        ...newestFirst<CommitteeRow>(sql.ref("committee.id")),
      };
      const parent = sql`(committee.region_path)[${sql.lit(LEVEL_POSITION[regionLevel])}]`;
      const pages = nestedPages({ rows, list, parent, parentType: "text" });
      nested.set(slot, pages);
      return pages;
    },
  };
}
