import type pg from "pg";
import { DatabaseClient } from "./client.ts";

/** Limits of one connection, in milliseconds. */
export interface BoundedClientConfig extends pg.ClientConfig {
  /** Longest that an answer to a statement is waited for. Default 15,000. */
  readonly statementLimitMs?: number;
  /** Longest that the connection may take to open. Default 5,000. */
  readonly connectLimitMs?: number;
}

const CONNECT_MS = 5000;
/** Silence after which the system asks whether the other side is still there (TCP keepalive). */
const KEEPALIVE_MS = 10_000;
/** Longest that a connection may take to close: a server that is there takes milliseconds. */
const END_MS = 300;
const STATEMENT_MS = 15_000;

/** The server asked the same of this side: a client whose machine is gone holds no locks for hours. */
export const SERVER_KEEPALIVE =
  "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4";

/** The server took a statement and said nothing more. */
export class ServerSilent extends Error {
  constructor(limitMs: number) {
    super(`No answer came within ${limitMs} ms`);
    this.name = "ServerSilent";
  }
}

/**
 * A connection on which nothing is waited for without end: a host that has lost its power, or whose packets
 * are dropped, says nothing at all. Its own timeout leaves `pg` with a connection that is still
 * occupied; here the connection is given up with the statement.
 */
export class BoundedClient extends DatabaseClient {
  readonly openedAt = performance.now();
  readonly #limitMs: number;
  #isBroken = false;
  #isBusy = false;
  #isLifted = false;
  /** Changes with what is sent and, where several are under way, with what is answered. */
  #steps = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(config: BoundedClientConfig = {}) {
    super({
      ...config,
      // A pool keeps it where copying does not find it.
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
    // Of several that are under way the next one has its whole time from here on.
    if (this.pipeline) this.connection.on("readyForQuery", () => this.#step());
  }

  /** Whether the connection is gone: nothing more can be asked on it. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Gives the connection up at once; whoever waits for an answer on it is told the reason. */
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

  /** As `pg` types it: the forms that `pg` itself uses pass through. */
  override query(...given: unknown[]): never {
    this.#watch(given[0]);
    return super.query(...(given as [pg.QueryConfig])) as never;
  }

  /** Says goodbye and closes; a server that does not answer that is not waited for. */
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
    // What is sent behind others changes nothing of how long the first of them has been waited for.
    if (!this.pipeline || !isBehind) this.#step();
  }

  /** One timer for all statements of a connection: it is set back with each. */
  #step(): void {
    this.#steps += 1;
    this.#timer?.refresh();
  }

  /** Nothing has been sent, or answered, for as long as an answer may take. */
  #judge(): void {
    const steps = this.#steps;
    // A busy process fires its timers late: what has arrived meanwhile is read before it is judged.
    setImmediate(() => {
      if (this.#isBusy && !this.#isLifted && this.#steps === steps)
        this.destroy(new ServerSilent(this.#limitMs));
    });
  }

  /** A session that lifts the server's limit lifts this one with it, such as for a bulk load. */
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
