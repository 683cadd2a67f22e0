import type { EntitySchema } from "@mikro-orm/core";
import { MikroORM, type SqlEntityManager } from "@mikro-orm/postgresql";
import { Kysely, type LogEvent } from "kysely";
import pg from "pg";
import { NamedClient } from "./named-client.ts";
import type { DirectoryTables } from "./directory.ts";
import { type RegionLevels, createRegionLevels } from "./region-levels.ts";
import { SnakeCaseDialect, withPropertyNames } from "./snake-case.ts";

/** Where and as whom to connect. */
export interface DatabaseConfig {
  /** Connection string of the server and database. */
  readonly url: string;
  /** PostgreSQL role and schema of the subgraph; both have this name in {@link roleOf}'s form. */
  readonly schema: string;
  /** Most connections kept open. Default 10. */
  readonly poolSize?: number;
  /** Longest a statement may run, in milliseconds. Default 12,000: below the deadline of a request. */
  readonly statementTimeoutMs?: number;
  /** Told of every statement; tests count them, metrics time them. */
  readonly onStatement?: (event: LogEvent) => void;
}

/** A subgraph's connection: entities for writes, plain rows (property names in camel case) for reads. */
export interface Database<DB> extends AsyncDisposable {
  readonly rows: Kysely<DB>;
  /** Levels of regions, remembered from call to call. */
  readonly regionLevels: RegionLevels;
  /** A fresh unit of work. */
  fork(): SqlEntityManager;
  /** The same rows, inside the transaction of a unit of work. */
  rowsOf(em: SqlEntityManager): Kysely<DB>;
  close(): Promise<void>;
}

/** The PostgreSQL role a schema's owner works as. */
export function roleOf(schema: string): string {
  return `hub_${schema}`;
}

/** Days stay `YYYY-MM-DD` and counts become numbers; the driver would give a Date and a string. */
function typeParsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

/**
 * Connects as the schema's own role: the session starts under it, so that no statement of a
 * subgraph ever runs with the rights of the login.
 */
export async function connectDatabase<DB>(
  config: DatabaseConfig,
  entities: readonly EntitySchema[],
): Promise<Database<DB>> {
  const pool = new pg.Pool({
    connectionString: config.url,
    max: config.poolSize ?? 10,
    Client: NamedClient,
    // A connection keeps the statements that it prepared; a fresh one prepares what is asked now.
    maxLifetimeSeconds: 3600,
    // A pool that is used up must answer with an error, not with silence.
    connectionTimeoutMillis: 10_000,
    types: typeParsers(),
    options: `-c role=${roleOf(config.schema)} -c search_path=${config.schema} -c timezone=UTC -c random_page_cost=1.1 -c statement_timeout=${config.statementTimeoutMs ?? 12_000} -c idle_in_transaction_session_timeout=30000`,
    application_name: `alliance-hub ${config.schema}`,
  });
  // An idle connection that the server drops must not end the process; the next query reconnects.
  pool.on("error", () => undefined);
  const base = new Kysely<DB>({
    dialect: new SnakeCaseDialect({ pool }),
    ...(config.onStatement ? { log: config.onStatement } : {}),
  });
  const orm = await MikroORM.init({
    entities: [...entities],
    dbName: config.schema,
    schema: config.schema,
    driverOptions: base,
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
  });
  const rows = withPropertyNames(base);
  const close = async (): Promise<void> => {
    await orm.close(true);
    if (!pool.ended) await pool.end();
  };
  return {
    rows,
    regionLevels: createRegionLevels(rows as unknown as Kysely<DirectoryTables>),
    fork: () => orm.em.fork(),
    rowsOf: (em) => withPropertyNames(em.getKysely() as unknown as Kysely<DB>),
    close,
    [Symbol.asyncDispose]: close,
  };
}
