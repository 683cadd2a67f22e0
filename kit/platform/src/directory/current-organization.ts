import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Condition, condition, nothing } from "../conditions/condition.ts";
import { isId } from "../keys/loader.ts";

/**
 * SQL expression: the organisation that an id leads to. The id of an organisation that was merged into another one
 * leads to that one; any other id leads to itself. PostgreSQL computes it once for a statement.
 */
export function currentOrganization(id: unknown): RawBuilder<string> {
  return sql<string>`(select coalesce((select into_id from directory.merged_organization where from_id = given.id), given.id)
    from (values (${id}::uuid)) as given (id))`;
}

/** Condition that a column names an organisation, by its present or a former id. */
export function isOrganization(column: string, id: string): Condition;
/** Undefined if the filter does not ask for it. */
export function isOrganization(
  column: string,
  id: string | null | undefined,
): Condition | undefined;
export function isOrganization(
  column: string,
  id: string | null | undefined,
): Condition | undefined {
  if (id == null) return undefined;
  if (!isId(id)) return nothing;
  return condition(
    `${column} is organization`,
    [id],
    (value) => sql<SqlBool>`${sql.ref(column)} = ${currentOrganization(value)}`,
  );
}
