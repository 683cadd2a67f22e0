import type pg from "pg";
import { DatabaseClient } from "./client.ts";

/** Limits of one connection, in milliseconds. */
export interface BoundedClientConfig extends pg.ClientConfig {
  /** Maximum time to wait for the answer to a statement. Default 15,000. */
  readonly statementLimitMs?: number;
  /** Maximum time to open the connection. Default 5,000. */
  readonly connectLimitMs?: number;
}

const CONNECT_MS = 5000;
/** Silence after which the system asks whether the other side is still there (TCP keepalive). */
const KEEPALIVE_MS = 10_000;
/** Maximum time to close a connection. A server that is available takes milliseconds. */
const END_MS = 300;
const STATEMENT_MS = 15_000;

/** The same setting for the server: a client whose machine has failed must not hold locks for hours. */
export const SERVER_KEEPALIVE =
  "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4";

/** The server accepted a statement and did not answer. */
export class ServerSilent extends Error {
  constructor(limitMs: number) {
    super(`No answer came within ${limitMs} ms`);
    this.name = "ServerSilent";
  }
}

/**
 * A connection on which no wait is endless. A host that has lost power, or whose packets are dropped, sends
 * nothing at all. After the timeout of `pg` itself, the connection would still be occupied. Here the hub closes
 * the connection together with the statement.
 */
export class BoundedClient extends DatabaseClient {
  readonly openedAt = performance.now();
  readonly #limitMs: number;
  #isBroken = false;
  #isBusy = false;
  #isLifted = false;
  /** Changes with each statement that is sent and, if several are in progress, with each answer. */
  #steps = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(config: BoundedClientConfig = {}) {
    super({
      ...config,
      // A pool keeps it in a property that copying does not find.
      ...(config.password === undefined ? {} : { password: config.password }),
      connectionTimeoutMillis: config.connectLimitMs ?? CONNECT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_MS,
    });
    this.#limitMs = config.statementLimitMs ?? STATEMENT_MS;
    // A connection that drops between two statements must not end the process; the next one fails and says so.
    this.on("error", () => this.#leave());
    this.on("end", () => this.#leave());
    this.on("drain", () => (this.#isBusy = false));
    // If several are in progress, the time of the next one begins here.
    if (this.pipeline) this.connection.on("readyForQuery", () => this.#step());
  }

  /** Whether the connection is closed: no more statements can be sent on it. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Closes the connection at once. Whoever waits for an answer on it gets the reason. */
  destroy(reason: Error): void {
    this.#leave();
    this.connection.stream.destroy(reason);
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error | null, client?: pg.Client) => void): void;
  override connect(
    callback?: (error: Error | null, client?: pg.Client) => void,
  ): Promise<pg.Client> | void {
    const connecting = super.connect();
    connecting.catch(() => this.#leave());
    if (!callback) return connecting;
    connecting.then(
      () => callback(null, this),
      (error: Error) => callback(error),
    );
  }

  /** Typed as in `pg`: the forms that `pg` itself uses pass through. */
  override query(...given: unknown[]): never {
    this.#watch(given[0]);
    return super.query(...(given as [pg.QueryConfig])) as never;
  }

  /** Says goodbye and closes. It does not wait for a server that does not answer. */
  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const { stream } = this.connection;
    const grace = setTimeout(() => stream.destroy(), END_MS).unref();
    stream.once("close", () => clearTimeout(grace));
    return callback ? super.end(callback) : super.end();
  }

  #watch(asked: unknown): void {
    if (typeof asked === "string" && asked.length < LONGEST_SETTING) this.#heed(asked);
    const isBehind = this.#isBusy;
    this.#isBusy = true;
    if (this.#isLifted) return;
    this.#timer ??= setTimeout(() => this.#judge(), this.#limitMs).unref();
    // A statement that is sent after others does not change how long the first of them has waited.
    if (!this.pipeline || !isBehind) this.#step();
  }

  /** One timer for all statements of a connection: each statement resets it. */
  #step(): void {
    this.#steps += 1;
    this.#timer?.refresh();
  }

  /** Nothing has been sent, or answered, for as long as an answer may take. */
  #judge(): void {
    const steps = this.#steps;
    // A busy process fires its timers late. So it first reads what has arrived in the meantime.
    setImmediate(() => {
      if (this.#isBusy && !this.#isLifted && this.#steps === steps)
        this.destroy(new ServerSilent(this.#limitMs));
    });
  }

  /** If a session removes the server's limit, for example for a bulk load, this limit is removed, too. */
  #heed(text: string): void {
    if (/^set (local )?statement_timeout = 0$/.test(text)) this.#isLifted = true;
    else if (/^(reset statement_timeout|commit|rollback)$/.test(text)) this.#isLifted = false;
  }

  #leave(): void {
    this.#isBroken = true;
    this.#isBusy = false;
    clearTimeout(this.#timer);
  }
}

/** Statements that set something are short, in characters. */
const LONGEST_SETTING = 40;
