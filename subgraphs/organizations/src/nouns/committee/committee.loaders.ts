import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { LEVEL_POSITION, type RegionLevel } from "@alliance-hub/sharing/place";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import { sql } from "kysely";
import type { OrganizationContext } from "../organization/organization.loaders.ts";
import { COMMITTEE_COLUMNS, type Committee, type CommitteeLevel } from "./committee.entity.ts";
import type { CommitteeFilter } from "./committee.input.ts";

/** Columns that a selection needs. */
export const committeeColumns = tableColumns({
  type: "Committee",
  table: "committee",
  columns: COMMITTEE_COLUMNS,
  always: ["id"],
  needs: {
    region: ["regionCode"],
    parent: ["parentId"],
    organization: ["organizationId"],
    cameFrom: ["cameFrom"],
    children: [],
  },
});

type CommitteeColumns = typeof committeeColumns.all;

/** A committee as lists and loaders give it. */
export type CommitteeRow = ReadRow<Committee>;

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

/** Which committees of a region are listed. */
interface CommitteesOfRegion {
  readonly regionLevel: RegionLevel;
  readonly levels: readonly CommitteeLevel[] | null;
  /** Whether those of the places below it are listed, too. */
  readonly includesBelow: boolean;
}

/** Loaders of one call. */
export function createCommitteeLoaders(
  context: BaseContext<CommitteeTables> & Pick<OrganizationContext, "regions">,
) {
  const { rows, database, regions } = context;
  const loader = byColumns((columns: CommitteeColumns) =>
    byId((ids) => read(database, columns, ids)),
  );
  const { all } = committeeColumns;
  const committees = recordReads<CommitteeTables, "committee", CommitteeRow>(context, {
    table: "committee",
    columns: all.names,
  });
  const nested = new Map<string, NestedPages<CommitteeRow>>();
  return {
    get byId() {
      return loader(all);
    },
    /** The same with only some columns. */
    with: loader,
    list: (filter: CommitteeFilter, { names: columns }: CommitteeColumns) =>
      recordReads<CommitteeTables, "committee", CommitteeRow>(context, {
        table: "committee",
        columns,
      }).list("committees", [
        filter.regionCode == null
          ? undefined
          : regions.within(filter.regionCode, "committee.regionPath"),
        oneOf("committee.level", filter.levels),
        oneOf("committee.kind", filter.kinds),
        textCondition("committee", filter.text),
      ]),
    /** Those that a committee is directly above. */
    ofParent: committees.below("committee.children", "parentId"),
    /** Committees of regions of one level, optionally of some levels only. */
    ofRegion: (wanted: CommitteesOfRegion) => {
      const slot = JSON.stringify(wanted);
      const known = nested.get(slot);
      if (known) return known;
      const { regionLevel, levels, includesBelow } = wanted;
      let query = rows.selectFrom("committee").select(all.names);
      if (levels) query = query.where(oneOf("committee.level", levels));
      const list: List<CommitteeTables, "committee", CommitteeRow> = {
        name: "region.committees",
        query,
        ...newestFirst<CommitteeRow>(sql.ref("committee.id")),
      };
      const parent = includesBelow
        ? sql`(committee.region_path)[${sql.lit(LEVEL_POSITION[regionLevel])}]`
        : sql.ref("committee.regionCode");
      const pages = nestedPages({ rows, list, parent, parentType: "text" });
      nested.set(slot, pages);
      return pages;
    },
  };
}
