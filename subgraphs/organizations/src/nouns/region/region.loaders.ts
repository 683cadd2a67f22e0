import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import type { List } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import type { OrganizationsTables } from "../../database.ts";
import type { RegionFilter } from "./region.input.ts";

/** A region as lists and loaders give it. */
export type RegionRow = OrganizationsTables["region"];

/** Columns of a region. */
export const regionColumns = tableColumns({
  type: "Region",
  table: "region",
  columns: [
    "code",
    "name",
    "level",
    "parentCode",
    "path",
    "allianceCode",
    "version",
    "createdAt",
    "updatedAt",
  ],
  always: ["code"],
  needs: { parent: ["parentCode"], committees: ["level"] },
});

type RegionColumns = typeof regionColumns.all;

/** Reads of regions; each is one statement, whatever the number of keys. */
export interface RegionLoaders {
  readonly byCode: DataLoader<string, RegionRow | null>;
  /** The same with some columns alone. */
  with(columns: RegionColumns): DataLoader<string, RegionRow | null>;
  /** Condition that a path column lies at or below a region; false for an unknown code. */
  within(code: string, pathColumn: string): Promise<Expression<SqlBool>>;
  list(
    filter: RegionFilter,
    columns: RegionColumns,
  ): Promise<List<OrganizationsTables, "region", RegionRow>>;
}

const read = keyedRead<OrganizationsTables, RegionRow, RegionColumns["names"][number]>(
  "region",
  "code",
  "text",
);

/** Loaders of one call. */
export function createRegionLoaders(context: BaseContext<OrganizationsTables>): RegionLoaders {
  const { rows } = context;
  const loader = byColumns(
    (columns: RegionColumns) =>
      new DataLoader<string, RegionRow | null>(async (codes) => {
        const found = await read(rows, columns, codes);
        const regions = new Map(found.map((region) => [region.code, region]));
        return codes.map((code) => regions.get(code) ?? null);
      }),
  );
  const within = (code: string, pathColumn: string): Promise<Expression<SqlBool>> =>
    withinRegion(
      { of: async (wanted) => (await loader(regionColumns.all).load(wanted))?.level },
      code,
      elementOf(pathColumn),
    );

  return {
    within,
    get byCode() {
      return loader(regionColumns.all);
    },
    with: loader,
    list: async (filter, columns) => {
      let query = rows.selectFrom("region").select(columns.names);
      if (filter.within != null) query = query.where(await within(filter.within, "region.path"));
      if (filter.levels) query = query.where(oneOf("region.level", filter.levels));
      const kind = filter.servedByKind;
      if (kind != null) {
        query = query.where((is) =>
          is.exists(
            is
              .selectFrom("serviceArea")
              .innerJoin("organization", "organization.id", "serviceArea.organizationId")
              .select("serviceArea.regionCode")
              .whereRef("serviceArea.regionCode", "=", "region.code")
              .where("organization.kind", "=", kind),
          ),
        );
      }
      return {
        name: "regions",
        query,
        order: [{ column: sql.ref("region.code"), type: "text", value: (row) => row.code }],
        direction: "asc",
      };
    },
  };
}
