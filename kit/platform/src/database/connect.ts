import type { EntitySchema } from "@mikro-orm/core";
import { MikroORM, type SqlEntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery, Kysely, type LogEvent } from "kysely";
import pg from "pg";
import { createLog, type Log } from "../log/log.ts";
import { fieldChangeNotes } from "../field-changes/field-changes.ts";
import { SERVER_KEEPALIVE } from "./bounded-client.ts";
import { ConnectionPool, mostTransactions } from "./connection-pool.ts";
import type { DirectoryTables } from "../directory/directory.ts";
import { type RegionLevels, createRegionLevels } from "../directory/region-levels.ts";
import type { PoolFigures, PoolUse } from "./pool-use.ts";
import { type ReadStatement, ReadPipelines } from "./read-pipelines.ts";
import { SnakeCaseDialect, withPropertyNames } from "./snake-case.ts";
import { DEFAULT_STATEMENT_LIMIT_MS } from "./statement-limit.ts";

/** Where and as whom to connect. */
export interface DatabaseConfig {
  /** Connection string of the server and database. */
  readonly url: string;
  /** PostgreSQL role and schema of the subgraph; both have this name in {@link roleOf}'s form. */
  readonly schema: string;
  /** How log lines name its connections. Default: as the schema. */
  readonly name?: string;
  /** Maximum number of connections kept open. Default 10. */
  readonly poolSize?: number;
  /**
   * How many of them serve only short reads, many at a time; none if too few others would be left. Default 2.
   */
  readonly pipelines?: number;
  /**
   * Maximum time of a statement, in milliseconds; a quarter of it may be spent on waiting for one lock, a third
   * on waiting for other transactions to end. Default 12,000: below the deadline of a request.
   */
  readonly statementTimeoutMs?: number;
  /** Called when the database becomes unavailable, and when it is back. Default: nothing is called. */
  readonly log?: Log;
  /** Called for every statement. Tests count them; metrics time them. */
  readonly onStatement?: (event: LogEvent) => void;
  /** Called with the pool that is opened; metrics read it. */
  readonly onPool?: (pool: PoolUse) => void;
}

/** A subgraph's connection: entities for writes, plain rows (property names in camel case) for reads. */
export interface Database<DB> extends AsyncDisposable {
  readonly rows: Kysely<DB>;
  /** Levels of regions, remembered from call to call. */
  readonly regionLevels: RegionLevels;
  /**
   * The rows of a statement that is known beforehand and only reads, outside any transaction. Short ones
   * share a few connections (`read-pipelines.ts`).
   */
  read<Row extends object>(
    statement: ReadStatement,
    values: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** A fresh unit of work. */
  fork(): SqlEntityManager;
  /** The same rows, inside the transaction of a unit of work. */
  rowsOf(em: SqlEntityManager): Kysely<DB>;
  /** Its connections now. */
  readonly pool: PoolFigures;
  /** Whether the database answers and accepts changes; known within two seconds. */
  isReady(): Promise<boolean>;
  /**
   * Gives work in progress a moment to end, then stops it. Nothing waits longer, whatever the database does.
   */
  close(): Promise<void>;
}

/** Minimum number of other connections in a pool. */
const LEAST_POOLED = 4;

/** If the server has not cancelled a slow statement after this multiple of its limit, it no longer answers. */
const SLACK = 1.125;

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
  const { statementTimeoutMs = DEFAULT_STATEMENT_LIMIT_MS } = config;
  // A transaction that wants a row waits twice: for those queued before it, and then for the one that holds the
  // row.
  const lockTimeoutMs = Math.round(statementTimeoutMs / 4);
  const { name = config.schema, poolSize = 10, onStatement } = config;
  // No more by default, because statements that come together cost one write.
  const { pipelines: wanted = 2 } = config;
  const most = poolSize - wanted >= LEAST_POOLED ? wanted : 0;
  const connect = {
    connectionString: config.url,
    max: poolSize - most,
    statementLimitMs: Math.round(statementTimeoutMs * SLACK),
    types: typeParsers(),
    options: `-c role=${roleOf(config.schema)} -c search_path=${config.schema} -c timezone=UTC -c random_page_cost=1.1 -c statement_timeout=${statementTimeoutMs} -c lock_timeout=${lockTimeoutMs} -c idle_in_transaction_session_timeout=30000 ${SERVER_KEEPALIVE}`,
    application_name: `alliance-hub ${config.schema}`,
  };
  const pool = new ConnectionPool({
    name,
    log: config.log ?? createLog({ level: "silent", name: config.schema }),
    transactionWaitMs: Math.round(statementTimeoutMs / 3),
    transactions: mostTransactions(poolSize),
    connect,
  });
  const base = new Kysely<DB>({
    dialect: new SnakeCaseDialect(pool),
    ...(onStatement ? { log: onStatement } : {}),
  });
  const orm = await MikroORM.init({
    entities: [...entities],
    dbName: config.schema,
    schema: config.schema,
    driverOptions: base,
    ensureDatabase: false,
    discovery: { warnWhenNoEntities: false },
    subscribers: [fieldChangeNotes],
  });
  const rows = withPropertyNames(base);
  const pipelines = new ReadPipelines({
    pool,
    connect,
    most,
    onPool: async (text, values) =>
      (await rows.executeQuery<object>(CompiledQuery.raw(text, [...values]))).rows,
    ...(onStatement ? { onStatement } : {}),
  });
  const figures = (): PoolFigures => {
    const pooled = pool.figures;
    const { total, inUse } = pipelines.figures;
    return { ...pooled, total: pooled.total + total, inUse: pooled.inUse + inUse };
  };
  config.onPool?.({ name, size: poolSize, figures });
  const close = async (): Promise<void> => {
    await Promise.all([pipelines.close(), pool.close()]);
    await orm.close(true);
  };
  return {
    rows,
    regionLevels: createRegionLevels(rows as unknown as Kysely<DirectoryTables>), // every subgraph may read the directory
    read: (statement, values) => pipelines.read(statement, values),
    fork: () => orm.em.fork(),
    rowsOf: (em) => withPropertyNames(em.getKysely() as unknown as Kysely<DB>), // MikroORM does not know the tables
    get pool() {
      return figures();
    },
    isReady: () => pool.isReady(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
