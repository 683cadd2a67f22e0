import { CompiledQuery, type LogEvent, type UnknownRow } from "kysely";
import pg from "pg";
import { DatabaseAway, isLastWord, sqlState } from "../errors/database-away.ts";
import { type BoundedClientConfig, ServerSilent } from "./bounded-client.ts";
import type { ConnectionPool } from "./connection-pool.ts";
import { renamed } from "./snake-case.ts";
import { STOP_MS, within } from "./within.ts";
import { PipelinedClient } from "./pipelined-client.ts";
import { SlowStatements } from "./slow-statements.ts";

/** A statement that only reads; made once and sent often. */
export interface ReadStatement {
  readonly text: string;
  /** Whether an index answers it at once. A search or a report goes to the pool instead. */
  readonly isShort: boolean;
}

/** What pipelines are made of. */
export interface ReadPipelinesConfig {
  /** The pool for statements that are not short, and for all statements if no pipeline can be used. */
  readonly pool: ConnectionPool;
  /** Maximum number of connections. With 0, all statements go to the pool. */
  readonly most: number;
  /** How to connect, and as which role. */
  readonly connect: BoundedClientConfig;
  /** Runs a statement on a connection of the pool. */
  readonly onPool: (text: string, values: readonly unknown[]) => Promise<readonly object[]>;
  /** Called for each pipelined statement. */
  readonly onStatement?: (event: LogEvent) => void;
}

/** How many statements may wait on one connection. */
const MOST_UNDER_WAY = 200;
/** A connection keeps its prepared statements. A new connection prepares the statements that are used now. */
const LIFETIME_MS = 3_600_000;
/** How long to wait before the next attempt if a connection could not be made, in milliseconds. */
const PAUSE_MS = 1000;

/**
 * Short reads on few connections, with many in progress on each. No long statement delays them: a statement
 * that was slow goes to the pool from then on, and so do all others while a pipeline is blocked. A broken
 * connection is replaced. Its unanswered statements run once more on the pool, which is safe because they only
 * read.
 */
export class ReadPipelines {
  readonly #config: ReadPipelinesConfig;
  readonly #slow = new SlowStatements();
  #clients: PipelinedClient[] = [];
  #opening: PipelinedClient | undefined;
  #failedAt = -Infinity;
  #isClosed = false;

  constructor(config: ReadPipelinesConfig) {
    this.#config = config;
  }

  /** Connections that are open, and how many of them have statements in progress. */
  get figures(): { readonly total: number; readonly inUse: number } {
    const inUse = this.#clients.filter(({ underWay }) => underWay > 0).length;
    return { total: this.#clients.length, inUse };
  }

  /**
   * The rows of a statement, with names in camel case, outside any transaction.
   *
   * @throws DatabaseAway if the database does not answer.
   */
  async read<Row extends object>(
    { text, isShort }: ReadStatement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const client = isShort && !this.#slow.has(text) ? this.#choose() : undefined;
    if (client) {
      const rows = await this.#readOn(client, text, values);
      if (rows) return rows as readonly Row[];
    }
    return (await this.#config.onPool(text, values)) as readonly Row[];
  }

  /** Statements in progress have a moment to end. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#opening?.destroy(new Error("The hub stops"));
    const ended = Promise.all(this.#clients.map((client) => client.end())).then(() => true);
    if (await within(STOP_MS, ended, false)) return;
    for (const client of this.#clients) client.destroy(new Error("The hub stops"));
  }

  /** @returns undefined if the connection was lost, or will be; the statement can run once more. */
  async #readOn(
    client: PipelinedClient,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly object[] | undefined> {
    const sentAt = performance.now();
    try {
      const { rows, wasSlow } = await client.read<UnknownRow>(text, values);
      this.#config.pool.answered(sentAt);
      this.#slow.note(text, wasSlow);
      this.#tell({ level: "query" }, { text, values, sentAt });
      return renamed(rows);
    } catch (error) {
      const known = this.#faultOf(error, client);
      if (known === undefined) return undefined;
      this.#tell({ level: "error", error: known }, { text, values, sentAt });
      throw known;
    }
  }

  #faultOf(error: unknown, client: PipelinedClient): unknown {
    const fault = this.#config.pool.faultOf(error, client);
    if (error instanceof ServerSilent) return new DatabaseAway({ fault: fault ?? "" }, error);
    if (isLastWord(error)) client.destroy(new Error("The server ended the session"));
    if (client.isBroken || !(error instanceof pg.DatabaseError)) return undefined;
    if (sqlState(error) === LOCK_TIMEOUT)
      return new DatabaseAway({ fault: "is locked for maintenance" }, error);
    return fault === undefined ? error : new DatabaseAway({ fault }, error);
  }

  /** The connection with the fewest statements in progress. If all are in use, another one is opened. */
  #choose(): PipelinedClient | undefined {
    if (this.#isClosed) return undefined;
    this.#clients = this.#clients.filter((client) => this.#isGood(client));
    let chosen: PipelinedClient | undefined;
    for (const client of this.#clients) {
      if (client.isHeldUp || client.underWay >= MOST_UNDER_WAY) continue;
      if (!chosen || client.underWay < chosen.underWay) chosen = client;
    }
    const isWanted = !chosen || chosen.underWay > 0;
    if (isWanted && this.#clients.length < this.#config.most) this.#open();
    return chosen;
  }

  #isGood(client: PipelinedClient): boolean {
    if (client.isBroken) return false;
    const isOld = performance.now() - client.openedAt > LIFETIME_MS;
    if (!isOld && !client.isLeaving && !this.#config.pool.isStale(client)) return true;
    client.end().catch(() => undefined);
    return false;
  }

  /**
   * Opens another one, unless one is being opened already, or the server does not answer. Nobody waits for it.
   */
  #open(): void {
    const { pool, connect } = this.#config;
    if (this.#opening || pool.isSilent || performance.now() - this.#failedAt < PAUSE_MS) return;
    const client = new PipelinedClient(connect);
    this.#opening = client;
    // A connection that breaks while it is idle is replaced at the next read.
    client.on("error", (error) => {
      if (!this.#isClosed) pool.faultOf(error, client);
    });
    client
      .connect()
      .then(
        () => this.#clients.push(client),
        // The pool runs the statements instead, finds out the reason and reports it.
        () => (this.#failedAt = performance.now()),
      )
      .finally(() => (this.#opening = undefined));
  }

  #tell(
    what: { readonly level: "query" } | { readonly level: "error"; readonly error: unknown },
    asked: { readonly text: string; readonly values: readonly unknown[]; readonly sentAt: number },
  ): void {
    const { onStatement } = this.#config;
    if (!onStatement) return;
    const query = CompiledQuery.raw(asked.text, [...asked.values]);
    onStatement({ ...what, query, queryDurationMillis: performance.now() - asked.sentAt });
  }
}

const LOCK_TIMEOUT = "55P03";
