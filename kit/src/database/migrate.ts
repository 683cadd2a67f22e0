import { readdir } from "node:fs/promises";
import { runner } from "node-pg-migrate";
import type pg from "pg";
import { DatabaseClient } from "./client.ts";
import { roleOf } from "./connect.ts";
import { PREPARE_LOCK } from "./prepare.ts";

/** What to migrate. */
export interface MigrateConfig {
  readonly url: string;
  readonly schema: string;
  /** Folder of `*.sql` files, run forward in the order of their names. */
  readonly directory: string;
}

/**
 * Brings one schema up to date, as that schema's own role, in one transaction a file, under the
 * advisory lock that `prepareDatabase` takes: hubs that start at once on one database wait in line.
 *
 * @returns the names of the migrations that ran now.
 */
export async function migrateSchema(config: MigrateConfig): Promise<string[]> {
  const client = new DatabaseClient({
    connectionString: config.url,
    options: `-c role=${roleOf(config.schema)} -c search_path=${config.schema},public`,
    application_name: `alliance-hub migrate ${config.schema}`,
  });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    if (await isUpToDate(client, config)) return [];
    const ran = await runner({
      dbClient: client,
      dir: config.directory,
      direction: "up",
      count: Infinity,
      migrationsTable: "migration",
      migrationsSchema: config.schema,
      schema: [config.schema, "public"],
      ignorePattern: "(?!.*\\.sql$).*",
      checkOrder: true,
      noLock: true,
      verbose: false,
      log: () => undefined,
    });
    return ran.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** A start on a prepared database asks one question instead of running the migrator. */
async function isUpToDate(client: pg.Client, config: MigrateConfig): Promise<boolean> {
  const files = (await readdir(config.directory)).filter((name) => name.endsWith(".sql"));
  const table = await client.query("select to_regclass($1) is not null as found", [
    `${config.schema}.migration`,
  ]);
  if (!table.rows[0].found) return false;
  const done = await client.query(`select name from ${config.schema}.migration`);
  const names = new Set(done.rows.map((row: { name: string }) => row.name));
  return files.every((file) => names.has(file.replace(/\.sql$/, "")));
}
