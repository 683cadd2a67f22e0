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
import { readBacklog } from "./mechanisms/backlog/backlog.ts";
import { createLogTail } from "./mechanisms/numbered-log/log-tail.ts";
import { ORDERED_LOGS } from "./mechanisms/numbered-log/ordered-logs.ts";
import { keepLog } from "./mechanisms/numbered-log/retention.ts";
import { NOTICES, type NoticeEntry } from "./mechanisms/notice-log/notice-log.ts";
import { type NumberedUpdate, UPDATES } from "./mechanisms/update-log/update-log.ts";
import { startReminderWorker } from "./mechanisms/reminders/reminder-worker.ts";
import { readReport } from "./report/report.loaders.ts";
import { ReportType } from "./report/report.type.ts";
import { startMailWorker } from "./mechanisms/mail/mail-worker.ts";
import { startWebhookOutbox } from "./mechanisms/webhooks/outbox.ts";

/** For how many days the two logs keep their entries. */
const UPDATES_KEEP_DAYS = 90;
const NOTICES_KEEP_DAYS = 400;

/** SDL and executable schema; needs no database. */
export const activitiesSchema = () =>
  buildSchema({
    resolvers: resolversOf(nouns),
    extended: ["Organization", "Committee", "Booking", "Report"],
    byKeyOnly: [ReportType],
    references: {
      ...referencesOf(nouns),
      // Records of other subgraphs: the fields that this subgraph adds to them need only the key.
      Organization: keyAlone,
      Committee: keyAlone,
      Booking: keyAlone,
      Report: (key: ReportKey, context: ActivitiesContext) => readReport(context, key),
    },
  });

/** Connections for background work; requests have their own. */
const WORKER_POOL = { poolSize: 4, name: `${SCHEMA} webhooks` };
const MAIL_POOL = { poolSize: 2, name: `${SCHEMA} mail` };

/** The subgraph of activities, calendars, meetings and issues. */
export async function createActivitiesSubgraph(config: SubgraphConfig): Promise<Subgraph> {
  const { sdl, schema } = activitiesSchema();
  const { databaseUrl: url } = config;
  const connect = (over: object): Promise<Database<ActivitiesTables>> =>
    connectDatabase<ActivitiesTables>({ url, schema: SCHEMA, log: config.log, ...over }, entities);
  const database = await connect({ ...config, url });
  const logs = { url, schema: SCHEMA, rows: database.rows, log: config.log };
  const tail = createLogTail<NumberedUpdate>({ ...logs, source: UPDATES });
  const noticeTail = createLogTail<NoticeEntry>({ ...logs, source: NOTICES });
  const webhooks = createWebhooks(config.webhooks);
  const contextOf = (of: Database<ActivitiesTables>, request: SubgraphRequest): ActivitiesContext =>
    createContext({ config, database: of, request, tail, noticeTail, webhooks });
  const close = (): Promise<void> => disposeTogether([tail, noticeTail, database]);
  return {
    name: SCHEMA,
    sdl,
    schema,
    createContext: (request) => contextOf(database, request),
    migrations,
    orderedLog: ORDERED_LOGS,
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
      const { updatesKeepDays = UPDATES_KEEP_DAYS, noticesKeepDays = NOTICES_KEEP_DAYS } = config;
      const kept = { ...config, rows: database.rows };
      working.use(keepLog({ ...kept, source: UPDATES, keepDays: updatesKeepDays }));
      working.use(keepLog({ ...kept, source: NOTICES, keepDays: noticesKeepDays }));
      const ofMail = { databaseUrl: url, schema: SCHEMA, log, clock, mail: config.mail };
      const connectMail = () => connect({ ...MAIL_POOL, ...(onPool ? { onPool } : {}) });
      working.use(startMailWorker({ ...ofMail, connect: connectMail, createContext: contextOf }));
      working.use(startReminderWorker({ rows: database.rows, log, clock }));
      return working;
    },
    readBacklog: () =>
      readBacklog(database.rows, {
        updatesTold: tail.told,
        noticesTold: noticeTail.told,
        isMailOn: config.mail !== undefined,
      }),
    isReady: () => database.isReady(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
