import { type Expression, type SqlBool, sql } from "kysely";

/**
 * Condition that a key column has one of some values, as one parameter: the statement reads the same
 * for one key and for a hundred, so that it is prepared once.
 *
 * @param type PostgreSQL type of the column.
 */
export function anyOf(
  column: string,
  keys: readonly string[],
  type: "uuid" | "text",
): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = any(${keys}::${sql.raw(type)}[])`;
}
