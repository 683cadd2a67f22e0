import { anyOf } from "@alliance-hub/kit/database/any-of";
import { oneOf } from "@alliance-hub/kit/database/one-of";
import { type List, newestFirst } from "@alliance-hub/kit/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/kit/pagination/nested-pages";
import { LEVEL_POSITION, type RegionLevel } from "@alliance-hub/kit/sharing/place";
import type { BaseContext } from "@alliance-hub/kit/subgraph/context";
import { byId } from "@alliance-hub/kit/subgraph/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { OrganizationsTables } from "../database.ts";
import type { CommitteeLevel } from "./committee.entity.ts";

/** A committee as lists and loaders give it. */
export type CommitteeRow = OrganizationsTables["committee"];

/** Reads of committees. */
export interface CommitteeLoaders {
  readonly byId: DataLoader<string, CommitteeRow | null>;
  /** Committees at or below regions of one level, optionally of some levels only. */
  below(
    regionLevel: RegionLevel,
    levels: readonly CommitteeLevel[] | null,
  ): NestedPages<CommitteeRow>;
}

/** Loaders of one call. */
export function createCommitteeLoaders(
  context: BaseContext<OrganizationsTables>,
): CommitteeLoaders {
  const { rows } = context;
  const nested = new Map<string, NestedPages<CommitteeRow>>();
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("committee")
        .selectAll()
        .where(anyOf("id", ids, "uuid"))
        .execute(),
    ),
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
