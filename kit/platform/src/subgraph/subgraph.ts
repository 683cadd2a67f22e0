import type { GraphQLSchema } from "graphql";
import type { LogEvent } from "kysely";
import type { Backlog } from "./backlog.ts";
import type { OrderedLog } from "./ordered-log.ts";
import type { PoolUse } from "../database/pool-use.ts";
import type { Log } from "../log/log.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { MailSettings } from "../mail/settings.ts";
import type { Language } from "../words/language.ts";
import type { WebhookSettings } from "../webhooks/settings.ts";

/** One call of a subgraph, as the gateway makes it: in-process, or over HTTP under its signature. */
export interface SubgraphRequest {
  readonly viewer: Viewer;
  /** Id of the client's request; log lines and masked errors carry it. */
  readonly requestId: string;
  /** Fires when the client's deadline has passed or it has gone away. */
  readonly signal: AbortSignal;
  /**
   * For a subscription: the position after which it continues, or null for what happens from now on, whatever
   * its arguments are. If left out, the arguments decide.
   */
  readonly resumeAfter?: string | null;
  /** The language of texts that the subgraph writes for the reader. Default `zh-CN`. */
  readonly language?: Language;
  /** For the fetches of one event of a subscription: which event. Several subscriptions share equal fetches. */
  readonly event?: string;
}

/** What every subgraph is made with. */
export interface SubgraphConfig {
  /** Connection string of the server and database. */
  readonly databaseUrl: string;
  readonly log: Log;
  /** Now, as the services see it. Default: the system's clock. */
  readonly clock?: () => Date;
  /** Source of ids (UUID version 7). Default: from clock and random bits. */
  readonly newId?: () => string;
  /** Maximum number of connections kept open. Default 10. */
  readonly poolSize?: number;
  /** Maximum time of a statement, in milliseconds. Default 12,000: below the deadline of a request. */
  readonly statementTimeoutMs?: number;
  /** Days for which entries of the update log are kept. Default 90. */
  readonly updatesKeepDays?: number;
  /** Days for which notices are kept. Default 400. */
  readonly noticesKeepDays?: number;
  /** Called for every SQL statement; tests count them. */
  readonly onStatement?: (event: LogEvent) => void;
  /** Called for every pool of connections that is opened; metrics read it. */
  readonly onPool?: (pool: PoolUse) => void;
  /** How webhooks are sent; for the subgraph `activities`. */
  readonly webhooks?: WebhookSettings;
  /** How mail is sent; for the subgraph `activities`. Default: none is sent. */
  readonly mail?: MailSettings | undefined;
}

/** How the demonstration alliance is loaded. */
export interface DemonstrationOptions {
  /** Steps of synthetic data beside the alliance, each of 10,000 resources and 200 organisations; 0 for none. */
  readonly scale: number;
  /** Day up to which the present of the alliance is entered. Default: today. */
  readonly now?: Date;
  /** Called after each finished step, such as "resources: 260 venues". */
  readonly report: (step: string) => void;
}

/**
 * A subgraph as a value. The gateway's process hosts it, or its own `main.ts` over HTTP; it does not know
 * which. Making a subgraph has no side effect; the first statement opens a connection.
 */
export interface Subgraph extends AsyncDisposable {
  readonly name: string;
  /** Federation SDL, as `schema/<name>.graphql` has it. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  /** Context of one call: unit of work, loaders, services, viewer. Cheap; nothing is shared. */
  createContext(request: SubgraphRequest): object;
  /** Folder of its migrations. */
  readonly migrations: string;
  /** Its log, for backups. Left out if it has no log whose readers keep their positions outside. */
  readonly orderedLog?: OrderedLog;
  /**
   * Migrations of the database that this version does not know. Then this version is older than the database.
   */
  unknownMigrations(): Promise<string[]>;
  /** Brings its tables up to date. @returns names of the migrations that ran. */
  migrate(): Promise<string[]>;
  /** Loads its share of the demonstration alliance once, and adds what its present lacks since the last call. */
  loadDemonstration(options: DemonstrationOptions): Promise<void>;
  /**
   * Starts its background work, such as deliveries from a log, until it is disposed of. Several processes may
   * do this on one database. Left out if there is no such work.
   */
  work?(): AsyncDisposable;
  /**
   * How far behind its background work is, from a limited number of its rows. Left out if there is no such
   * work.
   */
  readBacklog?(): Promise<Backlog>;
  /** Whether its database answers and accepts changes; known within two seconds. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
