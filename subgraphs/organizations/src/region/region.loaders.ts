import { anyOf } from "@alliance-hub/kit/database/any-of";
import { oneOf } from "@alliance-hub/kit/database/one-of";
import { withinRegion } from "@alliance-hub/kit/database/within-region";
import type { List } from "@alliance-hub/kit/pagination/list";
import type { BaseContext } from "@alliance-hub/kit/subgraph/context";
import DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import type { OrganizationsTables } from "../database.ts";
import type { RegionFilter } from "./region.input.ts";

/** A region as lists and loaders give it. */
export type RegionRow = OrganizationsTables["region"];

/** Reads of regions; each is one statement, whatever the number of keys. */
export interface RegionLoaders {
  readonly byCode: DataLoader<string, RegionRow | null>;
  list(filter: RegionFilter): Promise<List<OrganizationsTables, "region", RegionRow>>;
  /** Condition that a path column lies at or below a region; false for an unknown code. */
  within(code: string, pathColumn: string): Promise<Expression<SqlBool>>;
}

/** Loaders of one call. */
export function createRegionLoaders(context: BaseContext<OrganizationsTables>): RegionLoaders {
  const { rows } = context;
  const byCode = new DataLoader<string, RegionRow | null>(async (codes) => {
    const found = await rows
      .selectFrom("region")
      .selectAll()
      .where(anyOf("code", codes, "text"))
      .execute();
    const regions = new Map(found.map((region) => [region.code, region]));
    return codes.map((code) => regions.get(code) ?? null);
  });

  const within = (code: string, pathColumn: string): Promise<Expression<SqlBool>> =>
    withinRegion(
      { region: async (wanted) => (await byCode.load(wanted)) ?? undefined },
      code,
      pathColumn,
    );

  return {
    byCode,
    within,
    list: async (filter) => {
      let query = rows.selectFrom("region").selectAll("region");
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
