import { CompiledQuery, type Kysely, sql } from "kysely";
import type { Columns } from "./columns.ts";

/** Reads the rows of a table that have one of some keys. */
export type KeyedRead<DB, Row, Name extends string> = (
  rows: Kysely<DB>,
  columns: Columns<Name>,
  keys: readonly string[],
) => Promise<readonly Row[]>;

/**
 * The read of a table by its key, for records that everybody may see. Its text is made once for each
 * selection of a document that is kept: what is asked with every page costs no building of SQL.
 *
 * @param keyType PostgreSQL type of the key.
 */
export function keyedRead<DB, Row, Name extends string>(
  table: keyof DB & string,
  key: string,
  keyType: "uuid" | "text",
): KeyedRead<DB, Row, Name> {
  const texts = new WeakMap<Columns<Name>, string>();
  return async (rows, columns, keys) => {
    let text = texts.get(columns);
    if (text === undefined) {
      const names = sql.join(columns.names.map((name) => sql.ref(name)));
      text =
        sql`select ${names} from ${sql.table(table)} where ${sql.ref(`${table}.${key}`)} = any(${keys}::${sql.raw(keyType)}[])`.compile(
          rows,
        ).sql;
      texts.set(columns, text);
    }
    return (await rows.executeQuery<Row>(CompiledQuery.raw(text, [keys]))).rows;
  };
}
