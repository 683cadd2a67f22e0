import { fileURLToPath } from "node:url";
import {
  type Database,
  type DatabaseConfig,
  connectDatabase,
} from "@alliance-hub/platform/database/connect";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { untilDatabaseAnswers } from "@alliance-hub/platform/database/await-database";
import {
  migrateSchema,
  olderThanDatabase,
  unknownMigrations,
} from "@alliance-hub/platform/database/migrate";
import { prepareDatabase } from "@alliance-hub/platform/database/prepare";
import { type Cluster, createCluster } from "@alliance-hub/postgres/cluster";
import { RESTART_PAUSES_MS, howOf } from "@alliance-hub/postgres/keep-running";
import { FolderHeld } from "@alliance-hub/postgres/folder-lock";
import { joinCluster } from "@alliance-hub/postgres/join";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import pg from "pg";
import type { Config } from "../config.ts";

/** Name of the hub's database in the embedded cluster. */
const DATABASE_NAME = "alliance_hub";

/** The PostgreSQL that a hub works on: its own embedded cluster, or a server given by `DATABASE_URL`. */
export interface HubDatabase extends AsyncDisposable {
  readonly url: string;
  /**
   * Resolves with a reason if the embedded cluster ended and cannot be started again; never for an external
   * server.
   */
  readonly lost: Promise<string>;
}

/**
 * Starts the embedded cluster, or waits for the server that the settings name. A cluster that ends unexpectedly
 * is started again, several times.
 *
 * @param warn called for anything unusual while the hub runs. Default: `report`.
 */
export async function openDatabase(
  config: Config,
  report: (step: string) => void,
  warn: (line: string) => void = report,
): Promise<HubDatabase> {
  if (config.databaseUrl !== undefined) {
    const server = await awaitServer(config.databaseUrl, config, report);
    report("PostgreSQL: the server named by DATABASE_URL");
    return server;
  }
  let tell = report;
  const cluster = await createCluster({
    directory: config.dataDirectory,
    restartPausesMs: RESTART_PAUSES_MS,
    log: (line) => tell(line),
  });
  tell = warn;
  report(`PostgreSQL: own cluster on 127.0.0.1:${cluster.port}`);
  try {
    await ensureDatabase(cluster, DATABASE_NAME);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    url: cluster.url(DATABASE_NAME),
    lost: lostReason(cluster),
    [Symbol.asyncDispose]: () => cluster.stop(),
  };
}

/**
 * The same for a command, which may run at the same time as the hub. If the embedded cluster is running
 * already, the command uses it and leaves it running.
 *
 * @param warn called for anything unusual, such as waiting for the database.
 * @throws ClusterError if it can neither be started nor joined.
 */
export async function joinDatabase(
  config: Config,
  warn: (line: string) => void,
): Promise<Pick<HubDatabase, "url"> & AsyncDisposable> {
  if (config.databaseUrl !== undefined) return await awaitServer(config.databaseUrl, config, warn);
  try {
    return await openDatabase(config, () => undefined, warn);
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    const url = await joinCluster(config.dataDirectory);
    return { url: url(DATABASE_NAME), [Symbol.asyncDispose]: async () => undefined };
  }
}

/** The server that `DATABASE_URL` names, once it answers. */
async function awaitServer(
  url: string,
  { databaseWaitSeconds }: Config,
  report: (line: string) => void,
): Promise<HubDatabase> {
  await untilDatabaseAnswers({ url, waitMs: databaseWaitSeconds * 1000, report });
  return {
    url,
    lost: new Promise(() => undefined),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  try {
    const found = await admin.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await cluster.createDatabase(name);
  } finally {
    await admin.end();
  }
}

async function lostReason(cluster: Cluster): Promise<string> {
  const exit = await cluster.exited;
  if (exit.expected) return await new Promise<never>(() => undefined);
  return `PostgreSQL ended by itself (${howOf(exit)}) and could not be started again; its log is postgres.log in the data folder`;
}

/** Folder of the migrations of the gateway's own schema. */
export const MIGRATIONS = fileURLToPath(new URL("../../src/migrations", import.meta.url));

/**
 * Brings all schemas up to date. Hubs that start at the same time on one database wait for each other.
 *
 * @throws StartError if rights are missing, or if the database is newer than this hub; then nothing is changed.
 */
export async function migrateAll(
  url: string,
  subgraphs: readonly Subgraph[],
  report: (step: string) => void,
): Promise<void> {
  await prepareDatabase(url);
  const own = { url, schema: "gateway", directory: MIGRATIONS };
  const lacks = [{ schema: own.schema, unknown: await unknownMigrations(own) }];
  for (const subgraph of subgraphs)
    lacks.push({ schema: subgraph.name, unknown: await subgraph.unknownMigrations() });
  const lacking = lacks.filter(({ unknown }) => unknown.length > 0);
  if (lacking.length > 0) throw olderThanDatabase(lacking);
  let ran = await migrateSchema(own);
  for (const subgraph of subgraphs) ran = [...ran, ...(await subgraph.migrate())];
  report(ran.length > 0 ? `Tables: ${ran.length} migrations ran` : "Tables: up to date");
}

/** The gateway's own connection: reads the directory and its partners, and nothing else. */
export async function connectGateway(
  url: string,
  options: Pick<
    DatabaseConfig,
    "log" | "onStatement" | "onPool" | "poolSize" | "statementTimeoutMs"
  > = {},
): Promise<Database<DirectoryTables>> {
  const connect = { ...options, url, schema: "gateway", pipelines: 0 };
  return await connectDatabase<DirectoryTables>(connect, []);
}
