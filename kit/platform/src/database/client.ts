import pg from "pg";
import { chooseServer } from "./choose-server.ts";
import { type DatabaseAddress, parseDatabaseUrl } from "./database-url.ts";
import { sessionSettings } from "./session-settings.ts";

/**
 * `read_only_sql_transaction` (PostgreSQL, Appendix A): the server has become a standby, or was set to
 * read-only.
 */
const ONLY_READS = "25006";

/** Parameters that a server reports by itself, from version 14 on, with the value that means read-only. */
const READ_ONLY_REPORTS: ReadonlySet<string> = new Set([
  "in_hot_standby",
  "default_transaction_read_only",
]);

/** The part of `pg`'s connection that is used here: the server's messages as events. */
interface ServerMessages {
  on(event: "errorMessage", heard: (message: { readonly code?: string }) => void): void;
  on(
    event: "parameterStatus",
    heard: (message: { readonly parameterName: string; readonly parameterValue: string }) => void,
  ): void;
}

/**
 * A connection to the database that `connectionString` names. This is the only place that turns the string into
 * settings. It may name several servers, as in libpq; each new connection goes to the server that accepts
 * writes at that time. A connection whose server has become read-only is closed, so that the hub finds a
 * promoted standby without a restart.
 *
 * A statement makes the session settings (`options`, timeouts) before anybody gets the connection. They are not
 * startup parameters, because a pooler accepts only a few of those.
 */
export class DatabaseClient extends pg.Client {
  readonly #address: DatabaseAddress | undefined;
  readonly #key: string;
  readonly #config: pg.ClientConfig;
  /** A statement that makes the caller's settings; undefined if there are none. */
  readonly #begin: string | undefined;
  readonly #readOnly = new Set<string>();
  #isEnded = false;

  constructor(given: string | pg.ClientConfig = {}) {
    const config = typeof given === "string" ? { connectionString: given } : given;
    const { connectionString: key = "" } = config;
    const address = key === "" ? undefined : parseDatabaseUrl(key);
    const { statement, rest } = sessionSettings(config);
    const settings = address ? settingsOf(address, rest) : rest;
    super(settings);
    this.#address = address;
    this.#key = key;
    this.#config = settings;
    this.#begin = statement;
    const messages = this.connection as unknown as ServerMessages; // pg does not type the events of a connection
    messages.on("parameterStatus", ({ parameterName: name, parameterValue: value }) => {
      if (!READ_ONLY_REPORTS.has(name)) return;
      if (value === "on") this.#readOnly.add(name);
      else this.#readOnly.delete(name);
    });
    messages.on("errorMessage", ({ code }) => {
      if (code === ONLY_READS) void this.end();
    });
    // Between two transactions: the last statement has been answered.
    this.on("drain", () => {
      if (this.#mustGo() && this.getTransactionStatus() === "I") void this.end();
    });
  }

  /**
   * Whether the connection is to be closed as soon as the current statements are answered, or is closed
   * already.
   */
  get isLeaving(): boolean {
    return this.#isEnded || this.#mustGo();
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error | null, client?: pg.Client) => void): void;
  override connect(
    callback?: (error: Error | null, client?: pg.Client) => void,
  ): Promise<pg.Client> | void {
    const connecting = this.#connect();
    if (!callback) return connecting;
    connecting.then(
      () => callback(null, this),
      (error: Error) => callback(error),
    );
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    this.#isEnded = true;
    return callback ? super.end(callback) : super.end();
  }

  async #connect(): Promise<pg.Client> {
    const { servers = [] } = this.#address ?? {};
    if (servers.length > 1) {
      const { host, port } = await chooseServer(this.#key, servers, this.#config);
      // Whoever waits for the connection may have given up in the meantime.
      if (this.#isEnded || this.connection.stream.destroyed) throw new Error("timeout expired");
      Object.assign(this, { host, port });
    }
    await super.connect();
    try {
      if (this.#mustGo()) throw onlyReads(this.host, this.port);
      if (this.#begin !== undefined) await this.query(this.#begin);
      return this;
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  #mustGo(): boolean {
    return this.#address?.mustWrite === true && this.#readOnly.size > 0;
  }
}

function settingsOf(address: DatabaseAddress, config: pg.ClientConfig): pg.ClientConfig {
  return {
    // A network that drops packets must not keep anybody waiting.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...config,
    connectionString: address.single,
    ...(address.options === "" ? {} : { options: address.options }),
  };
}

function onlyReads(host: string, port: number): Error {
  return Object.assign(new Error(`The server ${host}:${port} is read-only.`), { code: ONLY_READS });
}
