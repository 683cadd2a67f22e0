import type { GraphQLSchema } from "graphql";
import type { LogEvent } from "kysely";
import type { OrderedLog } from "./ordered-log.ts";
import type { PoolUse } from "../database/pool-use.ts";
import type { Log } from "../log/log.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { WebhookSettings } from "../webhooks/settings.ts";

/** One call of a subgraph, as the gateway makes it: in-process, or over HTTP under its signature. */
export interface SubgraphRequest {
  readonly viewer: Viewer;
  /** Id of the client's request; log lines and masked errors carry it. */
  readonly requestId: string;
  /** Fires when the client's deadline has passed or it has gone away. */
  readonly signal: AbortSignal;
  /**
   * Of a subscription: the position after which it goes on, or null for what happens from now on, whatever
   * its arguments say. Left out: as they say.
   */
  readonly resumeAfter?: string | null;
  /** Of the fetches for one event of a subscription: which event. Equal ones of several subscriptions are one. */
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
  /** Most connections kept open. Default 10. */
  readonly poolSize?: number;
  /** Longest a statement may run, in milliseconds. Default 12,000: below the deadline of a request. */
  readonly statementTimeoutMs?: number;
  /** Days for which entries of the update log are kept. Default 90. */
  readonly updatesKeepDays?: number;
  /** Told of every SQL statement; tests count them. */
  readonly onStatement?: (event: LogEvent) => void;
  /** Told of every pool of connections that is opened; metrics ask it. */
  readonly onPool?: (pool: PoolUse) => void;
  /** How webhooks are sent; for the subgraph of activities. */
  readonly webhooks?: WebhookSettings;
}

/** How the demonstration alliance is loaded. */
export interface DemonstrationOptions {
  /** Steps of synthetic data beside the alliance, each of 10,000 resources and 200 organisations; 0 for none. */
  readonly scale: number;
  /** Day from which the few records that lie ahead are counted. Default: today. */
  readonly now?: Date;
  /** Told of each finished step, such as "resources: 260 venues". */
  readonly report: (step: string) => void;
}

/** What waits to be done unasked. */
export interface Backlog {
  /** Updates of the log that this process has not told its subscribers; the age of the oldest, in seconds. */
  readonly updates: number;
  readonly updatesSeconds: number;
  /** Deliveries of webhooks that wait for an attempt; the age of the oldest, in seconds. */
  readonly webhooks: number;
  readonly webhooksSeconds: number;
}

/**
 * A subgraph as a value. It is hosted in the gateway's process or by its own `main.ts` over HTTP and
 * does not know which. Making one touches nothing; the first statement opens a connection.
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
  /** Its log, for who makes a backup. Left out: it has none whose readers keep their positions. */
  readonly orderedLog?: OrderedLog;
  /** Migrations of the database that this version does not know: it is older than the database then. */
  unknownMigrations(): Promise<string[]>;
  /** Brings its tables up to date. @returns names of the migrations that ran. */
  migrate(): Promise<string[]>;
  /** Loads its share of the demonstration alliance, once; a second call does nothing. */
  loadDemonstration(options: DemonstrationOptions): Promise<void>;
  /**
   * Begins what it does unasked, such as deliveries from a log, until it is disposed of. Several processes
   * may do so on one database. Left out: there is nothing of the kind.
   */
  work?(): AsyncDisposable;
  /**
   * How far behind it is with what it does unasked, from its records: a bounded number of rows. Left out:
   * there is nothing of the kind.
   */
  readBacklog?(): Promise<Backlog>;
  /** Whether its database answers and takes changes; known within two seconds. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
