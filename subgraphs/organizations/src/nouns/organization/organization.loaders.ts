import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { OrganizationsTables } from "../../database.ts";
import type { RegionLoaders } from "../region/region.loaders.ts";
import type { OrganizationFilter } from "./organization.input.ts";

/** Columns that are read: all but those that only search uses. */
export const organizationColumns = tableColumns({
  type: "Organization",
  table: "organization",
  columns: [
    "id",
    "version",
    "createdAt",
    "updatedAt",
    "name",
    "kind",
    "creditCode",
    "brand",
    "parentId",
    "regionCode",
    "regionPath",
    "allianceCode",
  ],
  always: ["id"],
  needs: { region: ["regionCode"], parent: ["parentId"] },
});

/** Columns of organisations. */
export type OrganizationColumns = typeof organizationColumns.all;

/** An organisation as lists and loaders give it. */
export type OrganizationRow = Omit<
  OrganizationsTables["organization"],
  "searchKey" | "searchGrams"
>;

/** Reads of organisations. */
export interface OrganizationLoaders {
  readonly byId: DataLoader<string, OrganizationRow | null>;
  /** The same with some columns alone. */
  with(columns: OrganizationColumns): DataLoader<string, OrganizationRow | null>;
  list(
    filter: OrganizationFilter,
    columns: OrganizationColumns,
  ): Promise<List<OrganizationsTables, "organization", OrganizationRow>>;
}

const read = keyedRead<OrganizationsTables, OrganizationRow, OrganizationColumns["names"][number]>(
  "organization",
  "id",
  "uuid",
);

/** Loaders of one call. */
export function createOrganizationLoaders(
  context: BaseContext<OrganizationsTables> & { readonly regions: RegionLoaders },
): OrganizationLoaders {
  const { rows, regions } = context;
  const loader = byColumns((columns: OrganizationColumns) =>
    byId((ids) => read(rows, columns, ids)),
  );
  return {
    get byId() {
      return loader(organizationColumns.all);
    },
    with: loader,
    list: async (filter, columns) => {
      let query = rows.selectFrom("organization").select(columns.names);
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
