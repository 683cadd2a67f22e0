import { type SqlBool, sql } from "kysely";
import { badInput } from "../errors/hub-error.ts";
import { isId } from "../keys/loader.ts";
import { type Condition, condition, nothing } from "../conditions/condition.ts";

/** Maximum number of values of one list in a filter. */
const MAX_VALUES = 100;

/**
 * Condition that a column has one of the given values; an empty list matches nothing. A single value is
 * compared with `=`, so that an index on the column returns its rows in the order of the list.
 */
export function oneOf(column: string, given: readonly string[]): Condition;
/** Undefined if the filter does not ask for it. */
export function oneOf(
  column: string,
  given: readonly string[] | null | undefined,
): Condition | undefined;
export function oneOf(
  column: string,
  given: readonly string[] | null | undefined,
): Condition | undefined {
  if (given == null) return undefined;
  const values = [...new Set(given)];
  if (values.length > MAX_VALUES) {
    throw badInput("filter", {
      zh: `筛选条件中的一个列表有 ${values.length} 项，最多 ${MAX_VALUES} 项。请分几次查询。`,
      en: `A list in the filter has ${values.length} values; the limit is ${MAX_VALUES}. Send several requests.`,
    });
  }
  const [first, second] = values;
  if (first === undefined) return nothing;
  if (second === undefined) return equals(column, first);
  return condition(
    `${column} in`,
    [values],
    (several) => sql<SqlBool>`${sql.ref(column)} = any(${several}::text[])`,
  );
}

/** The same for an id from a client. A value that does not have the form of an id matches no record. */
export function isRecord(column: string, id: string): Condition;
/** Undefined if the filter does not ask for it. */
export function isRecord(column: string, id: string | null | undefined): Condition | undefined;
export function isRecord(column: string, id: string | null | undefined): Condition | undefined {
  if (id == null) return undefined;
  return isId(id) ? equals(column, id) : nothing;
}

function equals(column: string, wanted: string): Condition {
  return condition(
    `${column} is`,
    [wanted],
    (value) => sql<SqlBool>`${sql.ref(column)} = ${value}`,
  );
}
