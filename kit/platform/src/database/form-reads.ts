import type { Expression, QueryExecutorProvider, RawBuilder, SqlBool } from "kysely";
import { LRUCache } from "lru-cache";
import type { Condition } from "../conditions/condition.ts";
import type { Database } from "./connect.ts";
import { type FormStatement, formStatement, formsOf, parametersOf } from "./form-statement.ts";

/** Where to read: a `Database`. */
export type FormSource = Pick<Database<never>, "read"> & { readonly rows: QueryExecutorProvider };

/** A statement by its form. */
export interface FormRead {
  /**
   * Everything that the text depends on, except the forms of the conditions: which columns, and of which table.
   */
  readonly form: string;
  /** The conditions, whose values are sent. */
  readonly where: readonly Condition[];
  /** Writes it, the first time. Values come from the conditions alone. */
  readonly write: (conditions: readonly Expression<SqlBool>[]) => RawBuilder<unknown>;
}

/** How many statements are kept for one database. Clients use few, but each page size has its own. */
const MOST_KEPT = 2000;

const kept = new WeakMap<FormSource, LRUCache<string, FormStatement>>();

/** Rows of a statement whose text is made once for each form. After that, only values are sent. */
export async function readForm<Row extends object>(
  database: FormSource,
  { form, where, write }: FormRead,
): Promise<readonly Row[]> {
  let statements = kept.get(database);
  if (!statements) kept.set(database, (statements = new LRUCache({ max: MOST_KEPT })));
  const whole = `${form}: ${formsOf(where)}`;
  let statement = statements.get(whole);
  if (!statement) {
    statement = formStatement(where, (conditions) => write(conditions).compile(database.rows));
    statements.set(whole, statement);
  }
  return await database.read<Row>(statement, parametersOf(statement, where));
}
