import type pg from "pg";
import { StartError } from "../errors/start-error.ts";

/** Anything that can run statements. */
export interface QueryClient {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}

/** Exists as long as a restore is not finished. The transaction that finishes the restore drops it. */
export const UNFINISHED_SCHEMA = "hub_restore";

/** Records in the database that a restore has begun. */
export async function markUnfinished(client: QueryClient, file: string): Promise<void> {
  await client.query(`create schema ${UNFINISHED_SCHEMA}`);
  await client.query(
    `create table ${UNFINISHED_SCHEMA}.unfinished (file text, begun_at timestamptz default now())`,
  );
  await client.query(`insert into ${UNFINISHED_SCHEMA}.unfinished (file) values ($1)`, [file]);
}

/** Whether a restore has begun and not finished. */
export async function isUnfinished(client: QueryClient): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    "select to_regnamespace($1) is not null as found",
    [UNFINISHED_SCHEMA],
  );
  return rows[0]?.found === true;
}

/** @throws StartError if the database may contain half a backup, because no hub may work with that. */
export async function requireFinished(client: QueryClient): Promise<void> {
  if (!(await isUnfinished(client))) return;
  throw new StartError(
    "A restore into this database did not finish. Run npm run restore with the same file again: it starts from the beginning.",
  );
}
