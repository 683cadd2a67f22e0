import {
  type Expression,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";
import { type SortKey, decodeCursor } from "./cursor.ts";
import type { ListSource } from "./known-list.ts";

/** One column that a list is sorted by. */
export interface OrderColumn<Row> {
  /** The column as SQL, such as `sql.ref("resource.id")`. */
  readonly column: Expression<unknown>;
  /** PostgreSQL type, to read the value of a cursor back with its precision. */
  readonly type: "uuid" | "timestamptz" | "date" | "text" | "integer";
  /** The value of a row, as a string that PostgreSQL reads back as the same value. */
  readonly value: (row: Row) => string;
}

/**
 * A list: its rows (filtered and limited to what the viewer may see, neither sorted nor cut) and
 * its total order. The last order column must be unique; all columns sort the same way, so that
 * "after the cursor" is one row comparison, which a btree index answers.
 */
export interface List<DB, TB extends keyof DB, Row> {
  /** Name that its cursors carry. */
  readonly name: string;
  readonly query: SelectQueryBuilder<DB, TB, Row>;
  /** The source of its rows, if its text is kept by its form. */
  readonly source?: ListSource;
  readonly order: readonly OrderColumn<Row>[];
  readonly direction: "asc" | "desc";
}

/** The rows after the cursor, sorted, one more than asked for (to know whether there is a next page). */
export function keyset<DB, TB extends keyof DB, Row>(
  list: List<DB, TB, Row>,
  size: number,
  after: string | null | undefined,
): SelectQueryBuilder<DB, TB, Row> {
  let query = list.query;
  if (after != null)
    query = query.where(behind(list, decodeCursor(list.name, after, list.order.length)));
  for (const { column } of list.order) query = query.orderBy(column, list.direction);
  // The limit is written into the text. If it were a parameter, a prepared plan would have to assume a tenth of
  // the table.
  return query.limit(sql.lit(size + 1));
}

function behind<DB, TB extends keyof DB, Row>(
  list: List<DB, TB, Row>,
  key: SortKey,
): RawBuilder<SqlBool> {
  const columns = sql.join(list.order.map(({ column }) => column));
  const values = sql.join(list.order.map(({ type }, i) => sql`${key[i]}::text::${sql.raw(type)}`));
  return sql<SqlBool>`(${columns}) ${sql.raw(list.direction === "asc" ? ">" : "<")} (${values})`;
}

/** The order of most lists: newest first, by the time-ordered id. */
export function newestFirst<Row extends { id: string }>(
  column: Expression<unknown>,
): Pick<List<never, never, Row>, "order" | "direction"> {
  return { order: [{ column, type: "uuid", value: (row) => row.id }], direction: "desc" };
}

/** The opposite order: oldest first. */
export function oldestFirst<Row extends { id: string }>(
  column: Expression<unknown>,
): Pick<List<never, never, Row>, "order" | "direction"> {
  return { ...newestFirst<Row>(column), direction: "asc" };
}
