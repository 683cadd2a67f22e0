import { setImmediate as nextTurn } from "node:timers/promises";
import pg from "pg";
import { DatabaseAway, isLastWord, serverFault } from "../errors/database-away.ts";
import type { Log } from "../log/log.ts";
import { type BoundedClient, type BoundedClientConfig, ServerSilent } from "./bounded-client.ts";
import { NamedClient } from "./named-client.ts";
import { Outage } from "./outage.ts";
import type { PoolFigures } from "./pool-use.ts";
import { probe } from "./probe.ts";
import { SilenceBreaker } from "./silence-breaker.ts";
import { TransactionSlots } from "./transaction-slots.ts";
import { WaitingCallers } from "./waiting-callers.ts";
import { STOP_MS, within } from "./within.ts";

/** What a pool is made of. */
export interface ConnectionPoolConfig {
  /** How log lines name it. */
  readonly name: string;
  readonly log: Pick<Log, "warn" | "info">;
  /**
   * Maximum time that a transaction waits for others to end, in milliseconds. Default: as `TransactionSlots`.
   */
  readonly transactionWaitMs?: number;
  /** Transactions open at once. Default: six in ten of the connections. */
  readonly transactions?: number;
  /** How to connect and as which role; `max` is the maximum number of connections kept open. */
  readonly connect: BoundedClientConfig & { readonly max: number };
}

/** A connection that is in use. */
export type PooledClient = NamedClient & { release(error?: boolean): void };

/** Maximum time to wait for a free connection, in milliseconds. If none becomes free, this must be an error. */
const WAIT_MS = 10_000;
/** Share of the connections that transactions may hold; the others are for reads. */
const TRANSACTIONS = 0.6;
/** Maximum time for the pool to say whether it is ready, in milliseconds. */
const READY_WITHIN_MS = 2000;
/** If a connection attempt fails after this time, nobody refused it: nobody answered. In milliseconds. */
const UNANSWERED_MS = 1000;
/** How long an answer counts as proof that the database is available, in milliseconds. */
const FRESH_MS = 1000;

/**
 * The connections to one database, as one role. Whatever happens to a connection, it comes back to the pool. A
 * broken connection is replaced, and connections that were opened before the database went silent are not used
 * again.
 */
export class ConnectionPool {
  readonly slots: TransactionSlots;
  readonly #pool: pg.Pool;
  readonly #outage: Outage;
  readonly #breaker: SilenceBreaker;
  /** All clients that may still hold a socket, including those that are connecting or closing. */
  readonly #open = new Set<BoundedClient>();
  readonly #waiting = new WaitingCallers<PooledClient>();
  /** Connections that were opened before this are not used again. */
  #staleBefore = 0;
  #answeredAt = -Infinity;
  #asking: Promise<boolean> | undefined;
  #closing: Promise<void> | undefined;

  constructor(config: ConnectionPoolConfig) {
    const { name, log, connect, transactionWaitMs: waitMs } = config;
    const open = this.#open;
    const options: pg.PoolConfig & BoundedClientConfig = {
      ...connect,
      Client: class extends NamedClient {
        constructor(given?: BoundedClientConfig) {
          super(given);
          for (const client of open) if (client.isBroken) open.delete(client);
          open.add(this);
        }
      },
      // A connection keeps its prepared statements. A new connection prepares the statements that are used now.
      maxLifetimeSeconds: 3600,
      connectionTimeoutMillis: WAIT_MS,
    };
    this.#pool = new pg.Pool(options);
    this.#outage = new Outage({ name, log });
    this.#breaker = new SilenceBreaker(() => this.#probe(connect));
    this.slots = new TransactionSlots({
      most: config.transactions ?? mostTransactions(connect.max),
      ...(waitMs === undefined ? {} : { waitMs }),
    });
    this.#pool.on("connect", () => this.#outage.reached());
    // An idle connection that the server drops must not end the process; the next query reconnects.
    this.#pool.on("error", (error, client) => {
      const { openedAt } = client as unknown as NamedClient; // opened by NamedClient, as the pool is told below
      if (!this.#closing) this.#outage.lost(error, { openedAt, needsNew: false });
    });
  }

  get figures(): PoolFigures {
    const { totalCount: total, idleCount, waitingCount } = this.#pool;
    return { total, inUse: total - idleCount, waiting: waitingCount + this.slots.waiting };
  }

  /** Whether the database stopped answering and has not answered since. */
  get isSilent(): boolean {
    return this.#breaker.isOpen;
  }

  /** Whether a connection is older than the last silence. Such a connection is not used again. */
  isStale({ openedAt }: Pick<BoundedClient, "openedAt">): boolean {
    return openedAt < this.#staleBefore;
  }

  /**
   * A connection. @throws DatabaseAway if there is none, for whatever reason; at once while the database is
   * silent.
   */
  async lend(): Promise<PooledClient> {
    for (;;) {
      if (this.#breaker.isOpen) throw this.#silent();
      let client: PooledClient;
      const askedAt = performance.now();
      try {
        // An idle connection comes with the next tick, and closing waits for that.
        const isNear = this.#pool.idleCount > this.#pool.waitingCount;
        const connecting = this.#pool.connect() as unknown as Promise<PooledClient>; // pg types its own client, the pool makes ours
        client = await (isNear ? connecting : this.#waiting.unlessTurnedAway(connecting));
      } catch (error) {
        throw this.#unreachable(error, askedAt);
      }
      if (!client.isBroken && !this.isStale(client)) return client;
      client.release(true);
    }
  }

  /** A statement was answered. @param sentAt by `performance.now()`. */
  answered(sentAt: number): void {
    this.#answeredAt = sentAt;
    this.#outage.answered(sentAt);
  }

  /**
   * What a failed statement means.
   *
   * @returns words that follow "The database" if the database failed; undefined if only the statement failed.
   */
  faultOf(error: unknown, client: BoundedClient): string | undefined {
    const { openedAt } = client;
    const isSilent = error instanceof ServerSilent;
    if (isSilent || isStandby(error)) this.#staleBefore = performance.now();
    const fault = serverFault(error);
    if (this.#closing) return fault ?? (client.isBroken ? STOPS : undefined);
    if (client.isBroken || isLastWord(error))
      this.#outage.lost(error, { openedAt, needsNew: isSilent || isStandby(error) });
    else if (fault !== undefined) this.#outage.refused(error);
    if (isSilent) {
      this.#trip(openedAt);
      return "did not answer in time";
    }
    return fault ?? (client.isBroken ? "broke off the connection" : undefined);
  }

  /** Whether the database answers and accepts changes. Known from recent statements, or asked now. */
  async isReady(): Promise<boolean> {
    if (performance.now() - this.#answeredAt < FRESH_MS && !this.#outage.isUnderWay) return true;
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return await within(READY_WITHIN_MS, this.#asking, false);
  }

  /** Work in progress has a moment to end; then the connections are closed. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #ask(): Promise<boolean> {
    let client: PooledClient | undefined;
    try {
      client = await this.lend();
      const sentAt = performance.now();
      const { rows } = await (client.query(
        "show transaction_read_only",
      ) as Promise<pg.QueryResult>);
      this.answered(sentAt);
      return rows[0]?.transaction_read_only === "off";
    } catch (error) {
      if (client) this.faultOf(error, client);
      return false;
    } finally {
      client?.release(client.isBroken);
    }
  }

  /** Nobody continues to wait for a connection to a database that has gone silent. */
  #trip(since: number): void {
    this.#breaker.trip(since);
    if (this.#breaker.isOpen) this.#waiting.turnAway("The database is silent");
  }

  /**
   * Whether the database answers on a separate connection, because all connections of the pool may be waiting
   * for answers.
   */
  async #probe(connect: BoundedClientConfig): Promise<boolean> {
    try {
      await probe(connect, this.#open);
      this.#outage.reached();
      return true;
    } catch (error) {
      if (!this.#closing) this.#outage.unreachable(error);
      return false;
    }
  }

  async #close(): Promise<void> {
    this.#breaker.stop();
    this.#waiting.turnAway("The pool is closed");
    await nextTurn();
    const ended = this.#pool.end().then(() => true);
    // Work with a database that is known to be silent never ends.
    if (!this.#breaker.isOpen && (await within(STOP_MS, ended, false))) return;
    // Whoever still waits for an answer gets an error.
    for (const client of this.#open) client.destroy(new Error("The hub stops"));
    await within(STOP_MS, ended, false);
  }

  #silent(): DatabaseAway {
    const fault = this.#closing ? STOPS : "does not answer, and is asked until it does";
    return new DatabaseAway({ fault });
  }

  /** @param askedAt when the connection was asked for, by `performance.now()`. */
  #unreachable(error: unknown, askedAt: number): DatabaseAway {
    if (this.#closing) return new DatabaseAway({ fault: STOPS }, error);
    // It was noticed while this caller waited.
    if (this.#breaker.isOpen) return this.#silent();
    const message = error instanceof Error ? error.message : "";
    if (message === "timeout exceeded when trying to connect" && !this.#outage.isUnderWay) {
      this.#outage.refused(error);
      return new DatabaseAway({ fault: "is too busy: no connection became free in time" }, error);
    }
    this.#outage.unreachable(error);
    if (performance.now() - askedAt > UNANSWERED_MS) this.#trip(askedAt);
    return new DatabaseAway({ fault: serverFault(error) ?? "cannot be reached" }, error);
  }
}

const STOPS = "was disconnected because the hub is stopping";

/** How many transactions may be open at once for that number of connections. The others are for reads. */
export function mostTransactions(connections: number): number {
  return Math.max(1, Math.floor(connections * TRANSACTIONS));
}

function isStandby(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "25006";
}
