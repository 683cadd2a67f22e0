import { type Expression, type SqlBool, sql } from "kysely";
import { LEVEL_POSITION } from "../sharing/place.ts";
import type { Directory } from "./directory.ts";

/**
 * Condition that a record lies in a region or anywhere below it, answered by the index on that
 * element of the path.
 *
 * @param column the path column, such as `resource.regionPath`.
 * @returns false as SQL for a code that no region has.
 */
export async function withinRegion(
  directory: Pick<Directory, "region">,
  code: string,
  column: string,
): Promise<Expression<SqlBool>> {
  const region = await directory.region(code);
  if (!region) return sql<SqlBool>`false`;
  return sql<SqlBool>`(${sql.ref(column)})[${sql.lit(LEVEL_POSITION[region.level])}] = ${region.code}`;
}
