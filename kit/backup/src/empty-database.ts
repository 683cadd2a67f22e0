import pg from "pg";
import { BackupFault } from "./backup-fault.ts";
import { BACKED_UP_SCHEMAS, STANDING, quoted } from "./stored-tables.ts";
import { sqlState } from "@alliance-hub/platform/errors/database-away";
import {
  type QueryClient,
  UNFINISHED_SCHEMA,
  isUnfinished,
} from "@alliance-hub/platform/database/unfinished-restore";

/** `insufficient_privilege` (PostgreSQL, Appendix A). */
const NO_RIGHT = "42501";

/** Tables that contain a row as soon as they are made. */
const BORN_WITH_A_ROW: ReadonlySet<string> = new Set([STANDING, "activities.update_log"]);

/**
 * Clears a database without data: tables of an unused hub, and the remains of an unfinished restore.
 *
 * @throws BackupFault if there is data, a hub that is running, or another restore.
 */
export async function clearWay(client: QueryClient, ownName: string): Promise<void> {
  await requireNobodyElse(client, ownName);
  if (!(await isUnfinished(client))) await requireEmpty(client);
  for (const schema of [...BACKED_UP_SCHEMAS, UNFINISHED_SCHEMA])
    await client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
}

async function requireNobodyElse(client: QueryClient, ownName: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity
     where datname = current_database() and application_name like 'alliance-hub %' and application_name <> $1 limit 1`,
    [ownName],
  );
  if (rows[0])
    throw new BackupFault(
      `A hub is working on this database ("${rows[0].name}"). Stop it, then restore.`,
    );
}

async function requireEmpty(client: QueryClient): Promise<void> {
  // Tables of extensions exist wherever the extension does.
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', nspname, relname) as name
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'm') and nspname not like 'pg\\_%' and nspname <> 'information_schema'
       and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
     order by 1`,
  );
  for (const { name } of rows) {
    if (BORN_WITH_A_ROW.has(name) || name.endsWith(".migration")) continue;
    const found = await client
      .query(`select from ${quoted(name)} limit 1`)
      .catch((error: unknown) => {
        if (sqlState(error) !== NO_RIGHT) throw error;
        throw new BackupFault(
          `The restore cannot see whether this database is empty: its login may not read ${name} (${(error as Error).message}). Restore into a database that only the hub uses, or let the login read that table.`,
        );
      });
    if (found.rows.length > 0)
      throw new BackupFault(
        `This database already has data, in ${name}, and a restore does not replace data. Name an empty database in DATABASE_URL, or an empty folder in HUB_DATA_DIR.`,
      );
  }
}
