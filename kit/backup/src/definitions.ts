import pg from "pg";
import type { QueryClient } from "@alliance-hub/platform/database/unfinished-restore";
import { BACKED_UP_SCHEMAS, quoted, workAs } from "./stored-tables.ts";

/** Something that is dropped while rows are loaded, and made again afterwards. */
export interface Definition {
  /** The role that works as the table's owner. */
  readonly owner: string;
  readonly drop: string;
  readonly create: string;
}

/** Foreign keys: checked all at once at the end, so that tables may come in any order. */
export async function readForeignKeys(client: QueryClient): Promise<Definition[]> {
  const { rows } = await client.query<{
    owner: string;
    table: string;
    name: string;
    definition: string;
  }>(
    `select pg_get_userbyid(relowner) as owner, format('%s.%s', nspname, relname) as table, conname as name,
       pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint join pg_class on pg_class.oid = conrelid join pg_namespace on pg_namespace.oid = relnamespace
     where contype = 'f' and nspname = any ($1) order by 2, 3`,
    [BACKED_UP_SCHEMAS],
  );
  return rows.map(({ owner, table, name, definition }) => {
    const alter = `alter table ${quoted(table)}`;
    const constraint = pg.escapeIdentifier(name);
    return {
      owner,
      drop: `${alter} drop constraint ${constraint}`,
      create: `${alter} add constraint ${constraint} ${definition}`,
    };
  });
}

/**
 * Indexes that no constraint needs. Building them at the end costs a fraction of updating them for each row.
 */
export async function readIndexes(client: QueryClient): Promise<Definition[]> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `select pg_get_userbyid(indexed.relowner) as owner, format('%s.%s', nspname, own.relname) as name,
       pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class own on own.oid = indexrelid join pg_class indexed on indexed.oid = indrelid
       join pg_namespace on pg_namespace.oid = own.relnamespace
     where nspname = any ($1) and not indisreplident
       and not exists (select from pg_constraint where conindid = indexrelid and contype <> 'f')
     order by 2`,
    [BACKED_UP_SCHEMAS],
  );
  return rows.map(({ owner, name, definition }) => ({
    owner,
    drop: `drop index ${quoted(name)}`,
    create: definition,
  }));
}

/** Drops them, or makes them again. */
export async function each(
  client: QueryClient,
  definitions: readonly Definition[],
  what: "drop" | "create",
): Promise<void> {
  for (const definition of definitions) {
    await workAs(client, definition.owner);
    await client.query(definition[what]);
  }
  await client.query("set local role none");
}
