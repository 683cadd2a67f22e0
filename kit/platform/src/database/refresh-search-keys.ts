import { RADICAL } from "../text/search-key.ts";
import type { DatabaseClient } from "./client.ts";
import { searchColumns } from "./search-columns.ts";

/** A table that can be searched, and the texts by which its records are found. */
export interface SearchedTable {
  readonly table: string;
  /**
   * SQL expression: the texts as an array, in the order in which the service passes them to `searchColumns`.
   */
  readonly texts: string;
  /** The column with the key. Default `search_key`; then `search_grams` has its pieces. */
  readonly key?: string;
}

const SEARCH_KEY = "search_key";

/**
 * The version of the folding with which a table's keys were made; the column's comment has it. If you change
 * `searchKey`, increase this number, and say below which texts have another key now.
 */
const FOLDING = "folding 2";
/** Texts whose key differs from the previous version: those with a radical. A new key column is empty. */
const CHANGED = RADICAL;

/** How many records are read and written at a time. */
const BATCH = 500;

/**
 * Computes search keys again that were made with an earlier version of the folding. On a table whose keys are
 * up to date this is one query. Called under the lock of the migrations.
 *
 * @returns how many records have a new key.
 */
export async function refreshSearchKeys(
  client: DatabaseClient,
  tables: readonly SearchedTable[],
): Promise<number> {
  let refreshed = 0;
  for (const one of tables) {
    const { key = SEARCH_KEY } = one;
    if ((await noteOn(client, one.table, key)) === FOLDING) continue;
    refreshed += await refresh(client, one);
    await client.query(`comment on column ${one.table}.${key} is '${FOLDING}'`);
  }
  return refreshed;
}

async function noteOn(client: DatabaseClient, table: string, key: string): Promise<string | null> {
  const { rows } = await client.query<{ note: string | null }>(
    `select col_description(attrelid, attnum) as note from pg_attribute
     where attrelid = to_regclass($1) and attname = $2`,
    [table, key],
  );
  return rows[0]?.note ?? null;
}

async function refresh(
  client: DatabaseClient,
  { table, texts, key = SEARCH_KEY }: SearchedTable,
): Promise<number> {
  let refreshed = 0;
  const grams = key === SEARCH_KEY ? ", search_grams = $4" : "";
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const { rows } = await client.query<{ id: string; texts: (string | null)[]; before: string }>(
      `select id, texts, ${key} as before
       from (select id, ${key}, ${texts} as texts from ${table} where id > $1) found
       where array_to_string(texts, ' ') ~ $2 or ${key} = '' order by id limit ${BATCH}`,
      [after, CHANGED],
    );
    for (const { id, texts: found, before } of rows) {
      const { searchKey, searchGrams } = searchColumns(...found);
      // If somebody changed the record in the meantime, its key is already new.
      const { rowCount } = await client.query(
        `update ${table} set ${key} = $2${grams} where id = $1 and ${key} = $3`,
        [id, searchKey, before, ...(grams ? [searchGrams] : [])],
      );
      refreshed += rowCount ?? 0;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return refreshed;
    after = last.id;
  }
}
