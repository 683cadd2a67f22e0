import { type Expression, type SqlBool, sql } from "kysely";
import { type Condition, condition, nothing } from "../conditions/condition.ts";
import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import type { RegionLevels } from "./region-levels.ts";

/** The SQL expression for an element of a record's path, by its position from 1. */
export type PlaceColumn = (position: number) => Expression<unknown>;

/** The element of a path column, such as `need.regionPath`. An index on that expression serves it. */
export function elementOf(pathColumn: string): PlaceColumn {
  return (position) => sql`(${sql.ref(pathColumn)})[${sql.lit(position)}]`;
}

/** The columns `place1` to `place6` of a table that has the elements of its path as columns. */
export function placeOf(table: string): PlaceColumn {
  return (position) => sql.ref(`${table}.place${position}`);
}

/**
 * Condition that a record is in a region or anywhere below it; of a region that was merged, in the one that it has become
 * a part of. The index on that element of the path serves it.
 *
 * @returns a condition that matches nothing for an unknown code.
 */
export async function withinRegion(
  levels: Pick<RegionLevels, "of">,
  code: string,
  place: PlaceColumn,
): Promise<Condition> {
  const region = await levels.of(code);
  if (region === undefined) return nothing;
  const position = LEVEL_POSITION[region.level];
  return condition(
    `place ${position}`,
    [region.code],
    (value) => sql<SqlBool>`${place(position)} = ${value}`,
  );
}
