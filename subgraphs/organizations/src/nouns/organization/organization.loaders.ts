import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import { sql } from "kysely";
import type { RegionContext } from "../region/region.loaders.ts";
import { ORGANIZATION_COLUMNS, type Organization } from "./organization.entity.ts";
import type { OrganizationFilter } from "./organization.input.ts";

/** Columns that a selection needs. */
export const organizationColumns = tableColumns({
  type: "Organization",
  table: "organization",
  columns: ORGANIZATION_COLUMNS,
  always: ["id"],
  needs: { region: ["regionCode"], parent: ["parentId"] },
});

type OrganizationColumns = typeof organizationColumns.all;

/** An organisation as lists and loaders give it. */
export type OrganizationRow = ReadRow<Organization>;

interface OrganizationTables extends TablesWith<"organization", Organization> {}

type OrganizationBase = BaseContext<OrganizationTables> & Pick<RegionContext, "regions">;

/** What organisations need of a call. */
export interface OrganizationContext extends ContextWith<
  "organizations",
  typeof createOrganizationLoaders
> {}

const read = keyedRead<OrganizationTables, OrganizationRow, OrganizationColumns["names"][number]>(
  "organization",
  "id",
  "uuid",
);

/** Loaders of one call. */
export function createOrganizationLoaders(context: OrganizationBase) {
  const { regions } = context;
  const loader = byColumns((columns: OrganizationColumns) =>
    byId((ids) => read(context.database, columns, ids)),
  );
  return {
    get byId() {
      return loader(organizationColumns.all);
    },
    /** The same with only some columns. */
    with: loader,
    list: (filter: OrganizationFilter, { names: columns }: OrganizationColumns) => {
      const { regionCode, regionLevels, kinds, text } = filter;
      const organizations = recordReads<OrganizationTables, "organization", OrganizationRow>(
        context,
        { table: "organization", columns },
      );
      return organizations.list("organizations", [
        regionCode == null ? undefined : regions.within(regionCode, "organization.regionPath"),
        oneOf("organization.kind", kinds),
        regionLevels
          ? sql`organization.region_code in (select code from region where ${oneOf("region.level", regionLevels)})`
          : undefined,
        textCondition("organization", text),
      ]);
    },
  };
}
