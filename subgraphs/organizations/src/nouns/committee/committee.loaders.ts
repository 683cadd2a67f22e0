import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import { LEVEL_POSITION, type RegionLevel } from "@alliance-hub/sharing/place";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { OrganizationsTables } from "../../database.ts";
import type { CommitteeLevel } from "./committee.entity.ts";

/** A committee as lists and loaders give it. */
export type CommitteeRow = OrganizationsTables["committee"];

/** Columns of a committee. */
export const committeeColumns = tableColumns({
  type: "Committee",
  table: "committee",
  columns: [
    "id",
    "version",
    "createdAt",
    "updatedAt",
    "name",
    "level",
    "organizationId",
    "parentId",
    "ancestorIds",
    "demonstration",
    "themes",
    "establishedOn",
    "regionCode",
    "regionPath",
    "allianceCode",
  ],
  always: ["id"],
  needs: { region: ["regionCode"], parent: ["parentId"], organization: ["organizationId"] },
});

type CommitteeColumns = typeof committeeColumns.all;

/** Reads of committees. */
export interface CommitteeLoaders {
  readonly byId: DataLoader<string, CommitteeRow | null>;
  /** The same with some columns alone. */
  with(columns: CommitteeColumns): DataLoader<string, CommitteeRow | null>;
  /** Committees at or below regions of one level, optionally of some levels only. */
  below(
    regionLevel: RegionLevel,
    levels: readonly CommitteeLevel[] | null,
  ): NestedPages<CommitteeRow>;
}

const read = keyedRead<OrganizationsTables, CommitteeRow, CommitteeColumns["names"][number]>(
  "committee",
  "id",
  "uuid",
);

/** Loaders of one call. */
export function createCommitteeLoaders(
  context: BaseContext<OrganizationsTables>,
): CommitteeLoaders {
  const { rows } = context;
  const loader = byColumns((columns: CommitteeColumns) => byId((ids) => read(rows, columns, ids)));
  const nested = new Map<string, NestedPages<CommitteeRow>>();
  return {
    get byId() {
      return loader(committeeColumns.all);
    },
    with: loader,
    below: (regionLevel, levels) => {
      const slot = JSON.stringify([regionLevel, levels]);
      const known = nested.get(slot);
      if (known) return known;
      let query = rows.selectFrom("committee").selectAll("committee");
      if (levels) query = query.where(oneOf("committee.level", levels));
      const list: List<OrganizationsTables, "committee", CommitteeRow> = {
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
