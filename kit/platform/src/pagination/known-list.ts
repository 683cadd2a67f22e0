import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import { type Condition, condition } from "../conditions/condition.ts";
import { type FormSource, readForm } from "../database/form-reads.ts";
import { decodeCursor } from "./cursor.ts";
import type { OrderColumn } from "./list.ts";

/** The source of a list whose conditions all have forms. Its text is made once for each form. */
export interface ListSource {
  readonly table: string;
  /** Columns that are read, such as `need.title`; undefined: all. */
  readonly columns: readonly string[] | undefined;
  readonly where: readonly Condition[];
  /**
   * Its rows are those that meet one of these conditions; no row meets two of them. A page is taken from the index
   * of each part and merged, where for "one of these values" PostgreSQL would sort all that there is. Left out:
   * all rows of the table. Only lists that are root fields and not searched can be divided.
   */
  readonly parts?: readonly Condition[];
}

/** A list whose text is kept. Its name stands for its sort columns, as in its cursors. */
export interface KnownList<Row> {
  readonly name: string;
  readonly source: ListSource;
  readonly order: readonly OrderColumn<Row>[];
  readonly direction: "asc" | "desc";
}

/** Which page of a list. */
export interface KnownPage {
  readonly size: number;
  readonly after: string | null | undefined;
}

/** The rows after the cursor, sorted, one more than asked for (to know whether there is a next page). */
export async function readKnownPage<Row extends object>(
  database: FormSource,
  list: KnownList<Row>,
  page: KnownPage,
): Promise<readonly Row[]> {
  return await readForm<Row>(database, {
    form: pageKey(list, page),
    where: [...(list.source.parts ?? []), ...pageWhere(list, page)],
    write: (conditions) => pageText(list, page.size, conditions),
  });
}

/** How many rows there are in all. */
export async function countKnown<Row>(
  database: FormSource,
  { name, source }: Pick<KnownList<Row>, "name" | "source">,
): Promise<number> {
  const found = await readForm<{ total: number }>(database, {
    form: `count of ${name}, ${source.table} in ${source.parts?.length ?? 0}`,
    where: [...(source.parts ?? []), ...source.where],
    write: (conditions) => countText(source, conditions),
  });
  return found[0]?.total ?? 0;
}

/** A list below many parents. */
export interface KnownNested<Row> extends KnownList<Row> {
  /** The column that names the parent. */
  readonly parent: Expression<unknown>;
  /** PostgreSQL type of the parent's key. */
  readonly parentType: "uuid" | "text";
}

/** {@link readKnownPage} below each of some parents: a lateral join takes each parent's first rows from the index. */
export async function readKnownPages<Row extends object>(
  database: FormSource,
  list: KnownNested<Row>,
  { keys, ...page }: KnownPage & { readonly keys: readonly string[] },
): Promise<readonly (Row & { readonly parentKey: string })[]> {
  return await readForm(database, {
    form: `below parents, ${pageKey(list, page)}`,
    where: [parents(list, keys), ...pageWhere(list, page)],
    write: ([given, ...conditions]) =>
      sql`select parent.key as parent_key, item.* from ${given} cross join lateral (${pageText(list, page.size, [...conditions, ofParent(list)])}) as item`,
  });
}

/** {@link countKnown} below each of some parents. */
export async function countKnownBelow<Row>(
  database: FormSource,
  list: KnownNested<Row>,
  keys: readonly string[],
): Promise<readonly { readonly parentKey: string; readonly total: number }[]> {
  const { name, source } = list;
  return await readForm(database, {
    form: `count below parents of ${name}, ${source.table}`,
    where: [parents(list, keys), ...source.where],
    write: ([given, ...conditions]) =>
      sql`select parent.key as parent_key, item.total from ${given} cross join lateral (${countText(source, [...conditions, ofParent(list)])}) as item`,
  });
}

/** This is not a condition of the rows but what they are joined to. Its keys are sent like values. */
function parents<Row>({ parentType }: KnownNested<Row>, keys: readonly string[]): Condition {
  return condition(
    "parents",
    [keys],
    (given) => sql<SqlBool>`unnest(${given}::${sql.raw(parentType)}[]) as parent(key)`,
  );
}

function ofParent<Row>({ parent }: KnownNested<Row>): Expression<SqlBool> {
  return sql<SqlBool>`${parent} = ${sql.ref("parent.key")}`;
}

/** The rows that have one of some ids. */
export async function readKnownById<Row extends object>(
  database: FormSource,
  source: ListSource,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const id = sql.ref(`${source.table}.id`);
  const hasId = condition("ids", [ids], (some) => sql<SqlBool>`${id} = any(${some}::uuid[])`);
  return await readForm<Row>(database, {
    form: `by id ${sourceKey(source)}`,
    where: [...source.where, hasId],
    write: (conditions) =>
      sql`select ${columnsOf(source)} from ${sql.table(source.table)} where ${all(conditions)}`,
  });
}

/** All that the text of a page depends on, beside the forms of its conditions. */
export function pageKey<Row>(
  { name, source, direction }: KnownList<Row>,
  { size, after }: KnownPage,
): string {
  return `${after == null ? "first" : "next"} ${size} of ${name}, ${direction}, ${sourceKey(source)}`;
}

/** The conditions of a page: those of its list, and that a row comes after the cursor. */
export function pageWhere<Row>(list: KnownList<Row>, { after }: KnownPage): readonly Condition[] {
  const { where } = list.source;
  return after == null ? where : [...where, afterCursor(list, after)];
}

function pageText<Row>(
  { source, order, direction }: KnownList<Row>,
  size: number,
  conditions: readonly Expression<SqlBool>[],
): RawBuilder<unknown> {
  const sorted = sql.join(order.map(({ column }) => sql`${column} ${sql.raw(direction)}`));
  const table = sql.table(source.table);
  // The limit is written into the text. If it were a parameter, a prepared plan would have to assume a tenth of
  // the table.
  const end = sql`order by ${sorted} limit ${sql.lit(size + 1)}`;
  const { parts, where } = divided(source, conditions);
  if (parts.length === 0)
    return sql`select ${columnsOf(source)} from ${table} where ${all(where)} ${end}`;
  const each = parts.map(
    (part) => sql`(select * from ${table} where ${all([part, ...where])} ${end})`,
  );
  return sql`select ${columnsOf(source)} from (${sql.join(each, sql` union all `)}) as ${table} ${end}`;
}

function countText(
  source: ListSource,
  conditions: readonly Expression<SqlBool>[],
): RawBuilder<unknown> {
  const { parts, where } = divided(source, conditions);
  const wanted = parts.length > 0 ? [sql<SqlBool>`(${sql.join(parts, sql` or `)})`] : [];
  return sql`select count(*) as total from ${sql.table(source.table)} where ${all([...where, ...wanted])}`;
}

/** The conditions of a list's parts, which come first, and the others. */
function divided(
  { parts = [] }: ListSource,
  conditions: readonly Expression<SqlBool>[],
): Record<"parts" | "where", readonly Expression<SqlBool>[]> {
  return { parts: conditions.slice(0, parts.length), where: conditions.slice(parts.length) };
}

function afterCursor<Row>({ name, order, direction }: KnownList<Row>, cursor: string): Condition {
  const columns = sql.join(order.map(({ column }) => column));
  return condition("after", decodeCursor(name, cursor, order.length), (...key) => {
    const values = order.map(({ type }, at) => sql`${key[at]}::text::${sql.raw(type)}`);
    return sql<SqlBool>`(${columns}) ${sql.raw(direction === "asc" ? ">" : "<")} (${sql.join(values)})`;
  });
}

/** All of some conditions. */
export function all(conditions: readonly Expression<SqlBool>[]): Expression<unknown> {
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** What is selected. */
export function columnsOf({ table, columns }: ListSource): RawBuilder<unknown> {
  return columns ? sql.join(columns.map((name) => sql.ref(name))) : sql`${sql.table(table)}.*`;
}

const keys = new WeakMap<readonly string[], string>();

/** How many of the conditions are parts is said here: in another list the same forms can be conditions of all. */
function sourceKey({ table, columns, parts = [] }: ListSource): string {
  const divided = parts.length > 0 ? ` in ${parts.length}` : "";
  if (!columns) return `${table}${divided}`;
  let key = keys.get(columns);
  if (key === undefined) keys.set(columns, (key = `${table} ${columns.join()}`));
  return `${key}${divided}`;
}
