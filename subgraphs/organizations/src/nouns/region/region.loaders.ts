import type { ContextWith } from "@alliance-hub/platform/noun/noun-context";
import { tableColumns } from "@alliance-hub/platform/database/columns";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Row } from "@alliance-hub/platform/database/row";
import { keyedRead } from "@alliance-hub/platform/database/keyed-read";
import { byColumns } from "@alliance-hub/platform/subgraph/by-columns";
import { keyHolds } from "@alliance-hub/platform/database/text-condition";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import type { List } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { RegionLevel } from "@alliance-hub/sharing/place";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type Expression, type SqlBool, sql } from "kysely";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { servedOn } from "../../mechanisms/served-places/served-on.ts";
import { REGION_COLUMNS, type Region } from "./region.entity.ts";
import type { RegionFilter } from "./region.input.ts";

/** Columns that a selection needs. */
export const regionColumns = tableColumns({
  type: "Region",
  table: "region",
  columns: REGION_COLUMNS,
  always: ["code"],
  needs: {
    parent: ["parentCode"],
    mergedInto: ["mergedInto"],
    committees: ["level"],
    children: [],
    servedBy: [],
  },
});

type RegionColumns = typeof regionColumns.all;

/** A region as lists and loaders give it. */
export type RegionRow = Row<Region>;

interface RegionTables extends DirectoryTables {
  region: RegionRow;
}

/** What regions need of a call. */
export interface RegionContext extends ContextWith<"regions", typeof createRegionLoaders> {}

const read = keyedRead<RegionTables, RegionRow, RegionColumns["names"][number]>(
  "region",
  "code",
  "text",
);

const BY_CODE: Pick<List<RegionTables, "region", RegionRow>, "order" | "direction"> = {
  order: [{ column: sql.ref("region.code"), type: "text", value: (row) => row.code }],
  direction: "asc",
};

/** Loaders of one call. */
export function createRegionLoaders(context: BaseContext<RegionTables>) {
  const { rows } = context;
  const loader = byColumns(
    (columns: RegionColumns) =>
      new DataLoader<string, RegionRow | null>(async (codes) => {
        const found = await read(context.database, columns, codes);
        const regions = new Map(found.map((region) => [region.code, region]));
        return codes.map((code) => regions.get(code) ?? null);
      }),
  );
  const within = (code: string, pathColumn: string): Promise<Expression<SqlBool>> =>
    withinRegion(context.database.regionLevels, code, elementOf(pathColumn));

  const children = new Map<string, NestedPages<RegionRow>>();

  return {
    /** Places directly below others, by code; optionally of some levels only. */
    ofParent: (levels: readonly RegionLevel[] | null) => {
      const slot = JSON.stringify(levels);
      const known = children.get(slot);
      if (known) return known;
      let query = rows
        .selectFrom("region")
        .select(regionColumns.all.names)
        .where("region.endedOn", "is", null);
      if (levels) query = query.where(oneOf("region.level", levels));
      const list: List<RegionTables, "region", RegionRow> = {
        name: "region.children",
        query,
        ...BY_CODE,
      };
      const parent = sql.ref("region.parentCode");
      const pages = nestedPages({ rows, list, parent, parentType: "text" });
      children.set(slot, pages);
      return pages;
    },
    /** Condition that a path column is at or below a region; false for an unknown code. */
    within,
    get byCode() {
      return loader(regionColumns.all);
    },
    /** The same with only some columns. */
    with: loader,
    list: async (
      filter: RegionFilter,
      columns: RegionColumns,
    ): Promise<List<RegionTables, "region", RegionRow>> => {
      let query = rows
        .selectFrom("region")
        .select(columns.names)
        .where("region.endedOn", filter.ended === true ? "is not" : "is", null);
      if (filter.within != null) query = query.where(await within(filter.within, "region.path"));
      if (filter.topmost != null)
        query = query.where("region.parentCode", filter.topmost ? "is" : "is not", null);
      if (filter.text != null) query = query.where(nameHolds(filter.text));
      if (filter.levels) query = query.where(oneOf("region.level", filter.levels));
      const kind = filter.servedByKind;
      if (kind != null) {
        query = query.where(servedOn(shanghaiDay(context.clock()), kind));
      }
      return {
        name: "regions",
        query,
        ...BY_CODE,
      };
    },
  };
}

/** Names have no folded key: words are looked for in simplified script, and as they were typed. */
function nameHolds(text: string): Expression<SqlBool> {
  const typed = `%${text.trim().replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`;
  const name = sql.ref("region.name");
  return sql<SqlBool>`(${keyHolds("region.name", text)} or ${name} ilike ${typed} or exists (
    select from jsonb_to_recordset(${sql.ref("region.formerNames")}) as former (name text)
    where ${keyHolds("former.name", text)} or former.name ilike ${typed}))`;
}
