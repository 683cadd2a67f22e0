import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
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
  needs: {
    region: ["regionCode"],
    parent: ["parentId"],
    mergedInto: ["mergedIntoId"],
    mergedFrom: [],
    serviceAreas: [],
  },
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
  "organization.state <> 'MERGED'",
);

/**
 * The records that ids lead to: the id of an organisation that was merged leads to the one that is left. Only if an
 * id is not found, it is looked up among those.
 */
async function readCurrent(
  { database, rows }: OrganizationBase,
  columns: OrganizationColumns,
  ids: readonly string[],
): Promise<(OrganizationRow | null)[]> {
  const found = await read(database, columns, ids);
  const byOwnId = new Map(found.map((row) => [row.id, row]));
  const others = ids.filter((id) => !byOwnId.has(id));
  if (others.length === 0) return ids.map((id) => byOwnId.get(id) ?? null);
  const merged = await rows
    .selectFrom("organization")
    .select(["id", "mergedIntoId"])
    .where(anyOf("id", others, "uuid"))
    .where("state", "=", "MERGED")
    .execute();
  const leadsTo = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? ""]));
  const into = leadsTo.size === 0 ? [] : await read(database, columns, [...leadsTo.values()]);
  for (const row of into) byOwnId.set(row.id, row);
  return ids.map((id) => byOwnId.get(leadsTo.get(id) ?? id) ?? null);
}

/** Loaders of one call. */
export function createOrganizationLoaders(context: OrganizationBase) {
  const { regions } = context;
  const loader = byColumns(
    (columns: OrganizationColumns) =>
      new DataLoader<string, OrganizationRow | null>(async (ids) => {
        const asked = [...new Set(ids.filter(isId))];
        const found = asked.length === 0 ? [] : await readCurrent(context, columns, asked);
        const rows = new Map(asked.map((id, at) => [id, found[at] ?? null]));
        return ids.map((id) => rows.get(id) ?? null);
      }),
  );
  const all = recordReads<OrganizationTables, "organization", OrganizationRow>(context, {
    table: "organization",
    columns: organizationColumns.all.names,
  });
  return {
    get byId() {
      return loader(organizationColumns.all);
    },
    /** The same with only some columns. */
    with: loader,
    /** What was merged into others, the newest first. */
    mergedInto: all.below("organization.mergedFrom", "mergedIntoId"),
    list: (filter: OrganizationFilter, { names: columns }: OrganizationColumns) => {
      const { regionCode, regionLevels, kinds, states, text } = filter;
      const organizations = recordReads<OrganizationTables, "organization", OrganizationRow>(
        context,
        { table: "organization", columns },
      );
      return organizations.list("organizations", [
        regionCode == null ? undefined : regions.within(regionCode, "organization.regionPath"),
        oneOf("organization.kind", kinds),
        oneOf("organization.state", states ?? ["ACTIVE"]),
        regionLevels
          ? sql`organization.region_code in (select code from region where ${oneOf("region.level", regionLevels)})`
          : undefined,
        textCondition("organization", text),
      ]);
    },
  };
}
