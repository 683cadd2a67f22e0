import DataLoader from "dataloader";
import { type Expression, type Kysely, type SqlBool, sql } from "kysely";
import type { FormSource } from "../database/form-reads.ts";
import { type KnownPage, countKnownBelow, readKnownPages } from "./known-list.ts";
import { type List, keyset } from "./list.ts";
import { Page, cursorFor } from "./page.ts";
import { type PageArgs, pageSize } from "./page-args.ts";

/** Pages of one list below many parents, such as the seats of each committee of a page. */
export interface NestedPages<Row> {
  /**
   * The page of one parent. Pages that are requested in the same tick with the same arguments are read
   * together.
   */
  page(parentKey: string, args: PageArgs): Promise<Page<Row>>;
}

/** What a nested list is made of. */
export interface NestedPagesConfig<DB, TB extends keyof DB, Row> {
  readonly rows: Kysely<DB>;
  /** Reads lists whose text is kept (`List.source`). By default lists are built each time. */
  readonly database?: FormSource;
  /** The column that names the parent. */
  readonly parent: Expression<unknown>;
  /** PostgreSQL type of the parent's key. */
  readonly parentType: "uuid" | "text";
  readonly list: List<DB, TB, Row>;
  /**
   * Another condition for "belongs to the parent" instead of "the column equals its key", for instance through
   * a table of parties. It gets the parent's key as SQL.
   */
  readonly belongsTo?: (parentKey: Expression<unknown>) => Expression<SqlBool>;
}

/**
 * Reads nested pages in a constant number of statements: one for all parents (a lateral join takes each
 * parent's first rows from the index), and one for all totals if they are selected.
 */
export function nestedPages<DB, TB extends keyof DB, Row extends object>(
  config: NestedPagesConfig<DB, TB, Row>,
): NestedPages<Row> {
  const { list } = config;
  const { readPages, readTotals } = knownReads(config) ?? builtReads(config);
  const pages = new Map<string, DataLoader<string, Row[]>>();
  const totals = new DataLoader<string, number>(async (keys) => {
    const found = await readTotals(keys);
    const byKey = new Map(found.map((row) => [row.parentKey, row.total]));
    return keys.map((parentKey) => byKey.get(parentKey) ?? 0);
  });

  return {
    page: async (parentKey, args) => {
      const size = pageSize(args);
      const { after } = args;
      const slot = JSON.stringify([size, after ?? null]);
      let loader = pages.get(slot);
      if (!loader) {
        loader = new DataLoader(async (keys) =>
          group(keys, await readPages(keys, { size, after })),
        );
        pages.set(slot, loader);
      }
      const found = await loader.load(parentKey);
      return new Page<Row>(
        { rows: found, size, after },
        (row) => cursorFor(list, row),
        () => totals.load(parentKey),
      );
    },
  };
}

interface NestedReads<Row> {
  readonly readPages: (
    keys: readonly string[],
    page: KnownPage,
  ) => Promise<readonly (Row & { readonly parentKey: string })[]>;
  readonly readTotals: (
    keys: readonly string[],
  ) => Promise<readonly { readonly parentKey: string; readonly total: number }[]>;
}

/** With texts that are kept by their form; undefined if the list has none. */
function knownReads<DB, TB extends keyof DB, Row extends object>(
  config: NestedPagesConfig<DB, TB, Row>,
): NestedReads<Row> | undefined {
  const { database, list, parent, parentType } = config;
  const { source, name, order, direction } = list;
  if (!database || !source || config.belongsTo) return undefined;
  const known = { name, source, order, direction, parent, parentType };
  return {
    readPages: (keys, page) => readKnownPages<Row>(database, known, { keys, ...page }),
    readTotals: (keys) => countKnownBelow(database, known, keys),
  };
}

/** With statements that are built each time. */
function builtReads<DB, TB extends keyof DB, Row>(
  config: NestedPagesConfig<DB, TB, Row>,
): NestedReads<Row> {
  const { rows, list, parentType } = config;
  const key = sql.ref("parent.key");
  const belongs = config.belongsTo?.(key) ?? sql<SqlBool>`${config.parent} = ${key}`;
  const parents = (keys: readonly string[]) =>
    sql`unnest(${keys}::${sql.raw(parentType)}[]) as parent(key)`;
  return {
    readPages: async (keys, { size, after }) => {
      const inner = keyset({ ...list, query: list.query.where(belongs) }, size, after);
      const found = await sql<Row & { parentKey: string }>`
        select parent.key as parent_key, item.* from ${parents(keys)} cross join lateral (${inner}) as item`.execute(
        rows,
      );
      return found.rows;
    },
    readTotals: async (keys) => {
      const inner = list.query
        .where(belongs)
        .clearSelect()
        .select(sql`count(*)`.as("total"));
      const found = await sql<{ parentKey: string; total: number }>`
        select parent.key as parent_key, item.total from ${parents(keys)} cross join lateral (${inner}) as item`.execute(
        rows,
      );
      return found.rows;
    },
  };
}

function group<Row extends { parentKey: string }>(
  keys: readonly string[],
  found: readonly Row[],
): Row[][] {
  const byKey = new Map<string, Row[]>(keys.map((parentKey) => [parentKey, []]));
  for (const row of found) byKey.get(row.parentKey)?.push(row);
  return keys.map((parentKey) => byKey.get(parentKey) ?? []);
}
