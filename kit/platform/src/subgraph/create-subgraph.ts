import type { EntitySchema } from "@mikro-orm/core";
import type { GraphQLSchema } from "graphql";
import { type Database, connectDatabase } from "../database/connect.ts";
import { migrateSchema, unknownMigrations } from "../database/migrate.ts";
import type { SearchedTable } from "../database/refresh-search-keys.ts";
import type {
  DemonstrationOptions,
  Subgraph,
  SubgraphConfig,
  SubgraphRequest,
} from "./subgraph.ts";

/** What a subgraph is made of. */
export interface SubgraphParts<Tables> {
  /** Its name, and that of its PostgreSQL schema. */
  readonly name: string;
  readonly built: { readonly sdl: string; readonly schema: GraphQLSchema };
  readonly entities: readonly EntitySchema[];
  /** Folder of its migrations. */
  readonly migrations: string;
  readonly searched: readonly SearchedTable[];
  readonly createContext: (parts: {
    config: SubgraphConfig;
    database: Database<Tables>;
    request: SubgraphRequest;
  }) => object;
  readonly loadDemonstration: (
    database: Database<Tables>,
    options: DemonstrationOptions,
  ) => Promise<void>;
  /** Starts its background work. Left out if there is none. */
  readonly work?: (database: Database<Tables>) => AsyncDisposable;
}

/** A subgraph that answers requests, and may have some background work on the same connections. */
export async function createSubgraph<Tables>(
  config: SubgraphConfig,
  parts: SubgraphParts<Tables>,
): Promise<Subgraph> {
  const { name, built, entities, migrations: directory, searched, work } = parts;
  const { databaseUrl: url } = config;
  const database = await connectDatabase<Tables>({ ...config, url, schema: name }, entities);
  return {
    name,
    ...built,
    createContext: (request) => parts.createContext({ config, database, request }),
    migrations: directory,
    unknownMigrations: () => unknownMigrations({ url, schema: name, directory }),
    migrate: async () => {
      const ran = await migrateSchema({ url, schema: name, directory, searched });
      await database.regionLevels.load();
      return ran;
    },
    loadDemonstration: (options) => parts.loadDemonstration(database, options),
    ...(work ? { work: () => work(database) } : {}),
    isReady: () => database.isReady(),
    close: () => database.close(),
    [Symbol.asyncDispose]: () => database.close(),
  };
}
