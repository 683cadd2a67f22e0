import pg from "pg";
import { SCHEMAS } from "@alliance-hub/platform/database/foundations";
import type { QueryClient } from "@alliance-hub/platform/database/unfinished-restore";
import { BackupFault } from "./backup-fault.ts";
import type { BackupTable, SequenceState } from "./backup-format.ts";

/** Everything of a hub stands in these schemas. */
export const BACKED_UP_SCHEMAS = [...SCHEMAS, "audit", "directory"] as const;

/** Not copied: a revision made of the server's own transaction numbers, which another server gives anew. */
export const STANDING = "directory.standing";

/** A table as the database has it. */
export interface StoredTable extends BackupTable {
  /** Its owner, if the login may work as the owner; otherwise a role that may read it. */
  readonly owner: string;
}

/**
 * All tables, by name. Views are made by migrations and contain nothing.
 *
 * @throws BackupFault if the login may not work as the owner of one, nor as another role that reads it.
 */
export async function readTables(client: QueryClient): Promise<StoredTable[]> {
  const { rows } = await client.query<
    Omit<StoredTable, "owner"> & { owner: string | null; ownedBy: string; login: string }
  >(
    `select format('%s.%s', nspname, relname) as name, pg_get_userbyid(relowner) as "ownedBy", session_user as login,
       case when pg_has_role(session_user, relowner, 'MEMBER') then pg_get_userbyid(relowner)
         else (select rolname from pg_roles where rolname like 'hub\\_%' and pg_has_role(session_user, oid, 'MEMBER')
           and has_table_privilege(oid, pg_class.oid, 'SELECT') limit 1) end as owner,
       array_agg(attname::text order by attnum) filter (where attgenerated = '') as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
     where relkind = 'r' and nspname = any ($1)
     group by nspname, relname, relowner, pg_class.oid order by 1`,
    [BACKED_UP_SCHEMAS],
  );
  return rows
    .filter(({ name }) => name !== STANDING)
    .map(({ ownedBy, login, owner, ...table }) => {
      if (owner === null)
        throw new BackupFault(
          `The login ${login} may not read ${table.name}, which belongs to ${ownedBy}. Ask an administrator of the database to run: grant ${pg.escapeIdentifier(ownedBy)} to ${pg.escapeIdentifier(login)}`,
        );
      return { ...table, owner };
    });
}

/** All sequences, by name, each with the role that works as its owner. */
export async function readSequenceOwners(
  client: QueryClient,
): Promise<{ readonly name: string; readonly owner: string }[]> {
  const { rows } = await client.query<{ name: string; owner: string }>(
    `select format('%s.%s', nspname, relname) as name, pg_get_userbyid(relowner) as owner
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'S' and nspname = any ($1) order by 1`,
    [BACKED_UP_SCHEMAS],
  );
  return rows;
}

/** Where all sequences stand. */
export async function readSequences(client: QueryClient): Promise<SequenceState[]> {
  const states: SequenceState[] = [];
  for (const { name, owner } of await readSequenceOwners(client)) {
    await workAs(client, owner);
    const [state] = (
      await client.query<Omit<SequenceState, "name">>(
        `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
      )
    ).rows;
    if (state) states.push({ name, ...state });
  }
  return states;
}

/** A stored secret names the key that sealed it, in a column with this name. */
const SECRET_KEY = "secret_key_id";

/** How many secrets each key has sealed, by its id. */
export async function countSecrets(
  client: QueryClient,
  tables: readonly StoredTable[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, owner } of tables.filter(({ columns }) => columns.includes(SECRET_KEY))) {
    await workAs(client, owner);
    const { rows } = await client.query<{ key: string; count: number }>(
      `select ${SECRET_KEY} as key, count(*)::integer as count from ${quoted(name)} group by 1`,
    );
    for (const { key, count } of rows) counts[key] = (counts[key] ?? 0) + count;
  }
  return counts;
}

/** Works as a role until the transaction ends: the login itself need not have its rights. */
export async function workAs(client: QueryClient, role: string): Promise<void> {
  await client.query(`set local role ${pg.escapeIdentifier(role)}`);
}

/** A name with its schema, for a statement. */
export function quoted(name: string): string {
  return name.split(".").map(pg.escapeIdentifier).join(".");
}

/** A table with its columns, as COPY has it. */
export function copied({ name, columns }: BackupTable): string {
  return `${quoted(name)} (${columns.map(pg.escapeIdentifier).join(", ")})`;
}
