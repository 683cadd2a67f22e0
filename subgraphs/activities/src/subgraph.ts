import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { migrateSchema, unknownMigrations } from "@alliance-hub/platform/database/migrate";
import { referencesOf, resolversOf } from "@alliance-hub/platform/noun/noun";
import { disposeTogether } from "@alliance-hub/platform/process/dispose-together";
import { buildSchema } from "@alliance-hub/platform/subgraph/build-schema";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { keyAlone } from "@alliance-hub/platform/keys/loader";
import type {
  Subgraph,
  SubgraphConfig,
  SubgraphRequest,
} from "@alliance-hub/platform/subgraph/subgraph";
import { createWebhooks } from "@alliance-hub/platform/webhooks/webhooks";
import { type ActivitiesContext, createContext } from "./context.ts";
import { type ActivitiesTables, SCHEMA, entities, migrations, searched } from "./database.ts";
import { loadDemonstration } from "./demo/load.ts";
import { nouns } from "./nouns.ts";
import { createUpdateTail } from "./mechanisms/update-log/read-log.ts";
import { UPDATE_LOG } from "./mechanisms/update-log/positions.ts";
import { keepUpdateLog } from "./mechanisms/update-log/retention.ts";
import { readReport } from "./report/report.loaders.ts";
import { ReportType } from "./report/report.type.ts";
import { readBacklog } from "./mechanisms/webhooks/backlog.ts";
import { startWebhookOutbox } from "./mechanisms/webhooks/outbox.ts";

/** SDL and executable schema; needs no database. */
export const activitiesSchema = () =>
  buildSchema({
    resolvers: resolversOf(nouns),
    extended: ["Organization", "Committee", "Report"],
    byKeyOnly: [ReportType],
    references: {
      ...referencesOf(nouns),
      // Records of other subgraphs: the fields that this subgraph adds to them need only the key.
      Organization: keyAlone,
      Committee: keyAlone,
      Report: (key: ReportKey, context: ActivitiesContext) => readReport(context, key),
    },
  });

/** Connections for background work; requests have their own. */
const WORKER_POOL = { poolSize: 4, name: `${SCHEMA} webhooks` };

/** The subgraph of activities, calendars, meetings and issues. */
export async function createActivitiesSubgraph(config: SubgraphConfig): Promise<Subgraph> {
  const { sdl, schema } = activitiesSchema();
  const { databaseUrl: url } = config;
  const connect = (over: object): Promise<Database<ActivitiesTables>> =>
    connectDatabase<ActivitiesTables>({ url, schema: SCHEMA, log: config.log, ...over }, entities);
  const database = await connect({ ...config, url });
  const tail = createUpdateTail({ url, schema: SCHEMA, rows: database.rows, log: config.log });
  const webhooks = createWebhooks(config.webhooks);
  const contextOf = (of: Database<ActivitiesTables>, request: SubgraphRequest): ActivitiesContext =>
    createContext({ config, database: of, request, tail, webhooks });
  const close = (): Promise<void> => disposeTogether([tail, database]);
  return {
    name: SCHEMA,
    sdl,
    schema,
    createContext: (request) => contextOf(database, request),
    migrations,
    orderedLog: UPDATE_LOG,
    unknownMigrations: () => unknownMigrations({ url, schema: SCHEMA, directory: migrations }),
    migrate: async () => {
      const ran = await migrateSchema({ url, schema: SCHEMA, directory: migrations, searched });
      await database.regionLevels.load();
      return ran;
    },
    loadDemonstration: (options) => loadDemonstration(database, options),
    work: () => {
      const { log, onPool, clock = () => new Date() } = config;
      const working = new AsyncDisposableStack();
      const outbox = {
        databaseUrl: url,
        schema: SCHEMA,
        connect: () => connect({ ...WORKER_POOL, ...(onPool ? { onPool } : {}) }),
        log,
        clock,
        webhooks,
      };
      working.use(startWebhookOutbox({ ...outbox, createContext: contextOf }));
      working.use(keepUpdateLog({ ...config, rows: database.rows }));
      return working;
    },
    readBacklog: () => readBacklog(database.rows, tail.told),
    isReady: () => database.isReady(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
