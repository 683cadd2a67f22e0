import { type Expression, type SqlBool, sql } from "kysely";
import { badInput } from "../errors/hub-error.ts";
import { isId } from "../keys/loader.ts";

/** Most values of one list in a filter. */
const MAX_VALUES = 100;

/**
 * Condition that a column has one of some values; an empty list has none of them. A single value
 * is compared with `=`, so that an index on the column gives its rows in the order of the list.
 */
export function oneOf(column: string, given: readonly string[]): Expression<SqlBool>;
/** Undefined where the filter does not ask for it. */
export function oneOf(
  column: string,
  given: readonly string[] | null | undefined,
): Expression<SqlBool> | undefined;
export function oneOf(
  column: string,
  given: readonly string[] | null | undefined,
): Expression<SqlBool> | undefined {
  if (given == null) return undefined;
  const values = [...new Set(given)];
  if (values.length > MAX_VALUES) {
    throw badInput(
      "filter",
      `A list in the filter has ${values.length} values; ${MAX_VALUES} at most. Ask in several requests.`,
    );
  }
  if (values.length === 0) return sql<SqlBool>`false`;
  if (values.length === 1) return sql<SqlBool>`${sql.ref(column)} = ${values[0]}`;
  return sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`;
}

/** The same for an id that a client gave: what does not have the form of one names no record. */
export function isRecord(column: string, id: string): Expression<SqlBool>;
/** Undefined where the filter does not ask for it. */
export function isRecord(
  column: string,
  id: string | null | undefined,
): Expression<SqlBool> | undefined;
export function isRecord(
  column: string,
  id: string | null | undefined,
): Expression<SqlBool> | undefined {
  if (id == null) return undefined;
  return isId(id) ? sql<SqlBool>`${sql.ref(column)} = ${id}` : sql<SqlBool>`false`;
}
