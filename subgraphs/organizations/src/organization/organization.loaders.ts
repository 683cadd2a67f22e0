import { anyOf } from "@alliance-hub/kit/database/any-of";
import { oneOf } from "@alliance-hub/kit/database/one-of";
import { textCondition } from "@alliance-hub/kit/database/text-condition";
import { type List, newestFirst } from "@alliance-hub/kit/pagination/list";
import type { BaseContext } from "@alliance-hub/kit/subgraph/context";
import { byId } from "@alliance-hub/kit/subgraph/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { OrganizationsTables } from "../database.ts";
import { createRegionLoaders } from "../region/region.loaders.ts";
import type { OrganizationFilter } from "./organization.input.ts";

/** Columns that are read: all but those that only search uses. */
const COLUMNS = [
  "organization.id",
  "organization.version",
  "organization.createdAt",
  "organization.updatedAt",
  "organization.name",
  "organization.kind",
  "organization.creditCode",
  "organization.brand",
  "organization.parentId",
  "organization.regionCode",
  "organization.regionPath",
  "organization.allianceCode",
] as const;

/** An organisation as lists and loaders give it. */
export type OrganizationRow = Omit<
  OrganizationsTables["organization"],
  "searchKey" | "searchGrams"
>;

/** Reads of organisations. */
export interface OrganizationLoaders {
  readonly byId: DataLoader<string, OrganizationRow | null>;
  list(
    filter: OrganizationFilter,
  ): Promise<List<OrganizationsTables, "organization", OrganizationRow>>;
}

/** Loaders of one call. */
export function createOrganizationLoaders(
  context: BaseContext<OrganizationsTables>,
): OrganizationLoaders {
  const { rows } = context;
  const regions = createRegionLoaders(context);
  return {
    byId: byId((ids) =>
      rows
        .selectFrom("organization")
        .select(COLUMNS)
        .where(anyOf("id", ids, "uuid"))
        .execute(),
    ),
    list: async (filter) => {
      let query = rows.selectFrom("organization").select(COLUMNS);
      if (filter.regionCode != null) {
        query = query.where(await regions.within(filter.regionCode, "organization.regionPath"));
      }
      if (filter.kinds) query = query.where(oneOf("organization.kind", filter.kinds));
      const levels = filter.regionLevels;
      if (levels) {
        query = query.where((is) =>
          is(
            "organization.regionCode",
            "in",
            is.selectFrom("region").select("code").where(oneOf("region.level", levels)),
          ),
        );
      }
      if (filter.text != null) query = query.where(textCondition("organization", filter.text));
      return {
        name: "organizations",
        query,
        ...newestFirst<OrganizationRow>(sql.ref("organization.id")),
      };
    },
  };
}
