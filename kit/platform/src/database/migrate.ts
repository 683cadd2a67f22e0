import { readdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { runner } from "node-pg-migrate";
import { StartError } from "../errors/start-error.ts";
import { DatabaseClient } from "./client.ts";
import { roleOf } from "./connect.ts";
import { type SearchedTable, refreshSearchKeys } from "./refresh-search-keys.ts";
import { PREPARE_LOCK } from "./prepare.ts";

/** What to migrate. */
export interface MigrateConfig {
  readonly url: string;
  readonly schema: string;
  /** Folder of `*.sql` files, run forward in the order of their names. */
  readonly directory: string;
  /** Tables whose records are found by their texts. Default: none. */
  readonly searched?: readonly SearchedTable[];
  /** Maximum number of migrations to run now. Default: all that have not run yet. */
  readonly count?: number;
}

/**
 * Maximum time that a migration waits for a table in use, in milliseconds. Requests that come in the meantime
 * wait, too.
 */
const LOCK_WAIT_MS = 3000;
/** Attempts to get all tables of a migration, and the pause between them in milliseconds. */
const [LOCK_ATTEMPTS, LOCK_PAUSE_MS] = [20, 1000];
/** `invalid_parameter_value`: the answer to setting a role that does not exist. */
const NO_SUCH_ROLE = "22023";
/** `lock_not_available`, `deadlock_detected` (PostgreSQL, Appendix A). */
const IN_USE: ReadonlySet<unknown> = new Set(["55P03", "40P01"]);

/**
 * Brings one schema up to date, as the schema's own role, with one transaction for each file. It holds the
 * advisory lock that `prepareDatabase` takes, so that hubs that start at the same time on one database wait for
 * each other. Other hubs may be at work: a migration waits only briefly for a table that they use, and tries
 * again.
 *
 * @returns the names of the migrations that ran now.
 * @throws StartError if the database has migrations that this hub does not know, because the hub is older.
 */
export async function migrateSchema(config: MigrateConfig): Promise<string[]> {
  if (config.count === 0) return [];
  await using client = await connect(config);
  await client.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
  const { known, done } = await compare(client, config);
  const unknown = done.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw olderThanDatabase([{ schema: config.schema, unknown }]);
  // A start on an up-to-date database runs one query instead of the migrator.
  const ran = known.every((name) => done.includes(name)) ? [] : await runPatiently(client, config);
  await refreshSearchKeys(client, config.searched ?? []);
  return ran;
}

async function runPatiently(client: DatabaseClient, config: MigrateConfig): Promise<string[]> {
  await client.query(`set lock_timeout = ${LOCK_WAIT_MS}`);
  for (let attempt = 1; ; attempt++) {
    try {
      const ran = await runAll(client, config);
      await client.query("reset lock_timeout");
      return ran;
    } catch (error) {
      if (attempt === LOCK_ATTEMPTS || !IN_USE.has(Reflect.get(Object(error), "code"))) throw error;
      await client.query("rollback");
      await wait(LOCK_PAUSE_MS);
    }
  }
}

/**
 * Migrations of the database's schema that are not known here.
 *
 * @returns their names, in order; none if the schema does not exist yet.
 */
export async function unknownMigrations(config: MigrateConfig): Promise<string[]> {
  await using client = await connect(config);
  const { known, done } = await compare(client, config);
  return done.filter((name) => !known.includes(name));
}

/** The error of a hub that is older than its database: what it lacks, by schema. */
export function olderThanDatabase(
  lacks: readonly { readonly schema: string; readonly unknown: readonly string[] }[],
): StartError {
  const list = lacks.map(({ schema, unknown }) => `  ${schema}: ${unknown.join(", ")}`).join("\n");
  return new StartError(
    `This hub is older than its database, which has migrations that it does not know:\n${list}\n` +
      "Start the version that made them, or a newer one; docs/operations.md says how to upgrade.",
  );
}

/** A connection as the schema's own role; what is disposed of, is closed. */
async function connect({ url, schema }: MigrateConfig): Promise<DatabaseClient & AsyncDisposable> {
  const client = new DatabaseClient({
    connectionString: url,
    options: `-c role=${roleOf(schema)} -c search_path=${schema},public`,
    application_name: `alliance-hub migrate ${schema}`,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (Reflect.get(Object(error), "code") !== NO_SUCH_ROLE) throw error;
    throw new StartError(
      `The database has no role ${roleOf(schema)}: it was not prepared. Start the gateway on it once; that makes roles and schemas.`,
    );
  }
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/** Names of the migrations that this hub knows, and of those that have run, each in order. */
async function compare(
  client: DatabaseClient,
  { schema, directory }: MigrateConfig,
): Promise<{ known: string[]; done: string[] }> {
  const known = await migrationNames(directory);
  const table = await client.query<{ found: boolean }>(
    "select to_regclass($1) is not null as found",
    [`${schema}.migration`],
  );
  if (!table.rows[0]?.found) return { known, done: [] };
  const { rows } = await client.query<{ name: string }>(
    `select name from ${schema}.migration order by name`,
  );
  return { known, done: rows.map(({ name }) => name) };
}

async function runAll(client: DatabaseClient, config: MigrateConfig): Promise<string[]> {
  const ran = await runner({
    dbClient: client,
    dir: config.directory,
    direction: "up",
    count: config.count ?? Infinity,
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
}

/** Names of the migrations in a folder, in the order in which they run. */
export async function migrationNames(directory: string): Promise<string[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith(".sql"));
  return files.map((file) => file.replace(/\.sql$/, "")).toSorted();
}
