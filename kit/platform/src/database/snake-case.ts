import {
  type Driver,
  type Kysely,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from "kysely";
import type { ConnectionPool } from "./connection-pool.ts";
import { PooledDriver } from "./pooled-driver.ts";

/**
 * PostgreSQL, with names in snake case in the statements: `regionCode` is written `region_code`. The names are
 * converted while the text is written. Kysely's own plugin copies the whole statement first.
 */
export class SnakeCaseDialect extends PostgresDialect {
  readonly #driver: PooledDriver;

  constructor(pool: ConnectionPool) {
    const driver = new PooledDriver(pool);
    super({ pool: () => Promise.reject(new Error("Connections come from the pool of the hub.")) });
    this.#driver = driver;
  }

  override createDriver(): Driver {
    return this.#driver;
  }

  override createQueryCompiler(): QueryCompiler {
    return new SnakeCaseCompiler();
  }
}

class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return written.of(name, () => super.sanitizeIdentifier(snakeCase(name)));
  }
}

/** The rows of statements with the names of properties: `region_code` is read as `regionCode`. */
export function withPropertyNames<DB>(rows: Kysely<DB>): Kysely<DB> {
  return rows.withPlugin(propertyNames);
}

const propertyNames: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => node,
  transformResult: async ({
    result,
  }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...result,
    rows: renamed(result.rows),
  }),
};

/** Rows with the names of properties. All rows of a statement have the columns of the first one. */
export function renamed(rows: readonly UnknownRow[] | undefined): UnknownRow[] {
  const columns = Object.keys(rows?.[0] ?? {});
  const names = columns.map((column) => read.of(column, () => camelCase(column)));
  return (rows ?? []).map((row) => {
    const copy: UnknownRow = {};
    for (const [at, name] of names.entries()) copy[name] = row[columns[at] ?? name];
    return copy;
  });
}

/** Maximum number of names that are remembered; statements use those of the tables. */
const MOST_NAMES = 10_000;

/** Converted names, so that each is converted only once. */
class Names {
  readonly #known = new Map<string, string>();

  of(name: string, make: () => string): string {
    let made = this.#known.get(name);
    if (made === undefined) {
      made = make();
      if (this.#known.size < MOST_NAMES) this.#known.set(name, made);
    }
    return made;
  }
}

const written = new Names();
const read = new Names();

const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camelCase = (name: string): string =>
  name.replaceAll(/_+([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
