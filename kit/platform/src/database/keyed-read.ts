import { sql } from "kysely";
import type { Columns } from "./columns.ts";
import type { Database } from "./connect.ts";
import type { ReadStatement } from "./read-pipelines.ts";

/** Reads the rows of a table that have one of some keys. */
export type KeyedRead<DB, Row, Name extends string> = (
  database: Pick<Database<DB>, "read" | "rows">,
  columns: Columns<Name>,
  keys: readonly string[],
) => Promise<readonly Row[]>;

/**
 * Reads a table by its key, for records that everybody may see. The text is made once for each selection of a
 * cached document, so reads that come with every page do not build SQL.
 *
 * @param keyType PostgreSQL type of the key.
 * @param where another condition, as SQL. Default: none.
 */
export function keyedRead<DB, Row extends object, Name extends string>(
  table: keyof DB & string,
  key: string,
  keyType: "uuid" | "text",
  where?: string,
): KeyedRead<DB, Row, Name> {
  const statements = new WeakMap<Columns<Name>, ReadStatement>();
  return async (database, columns, keys) => {
    let statement = statements.get(columns);
    if (statement === undefined) {
      const names = sql.join(columns.names.map((name) => sql.ref(name)));
      const { sql: text } =
        sql`select ${names} from ${sql.table(table)} where ${sql.ref(`${table}.${key}`)} = any(${keys}::${sql.raw(keyType)}[])${sql.raw(where === undefined ? "" : ` and ${where}`)}`.compile(
          database.rows,
        );
      statement = { text, isShort: true };
      statements.set(columns, statement);
    }
    return await database.read<Row>(statement, [keys]);
  };
}
