import type { Log } from "../log/log.ts";

/** Whose outages are told of, and to whom. */
export interface OutageConfig {
  /** Of the pool, such as the schema's. */
  readonly name: string;
  readonly log: Pick<Log, "warn" | "info">;
}

/** What went wrong on a connection. */
export interface Loss {
  /** When the connection had been opened, by `performance.now()`. */
  readonly openedAt: number;
  /** Whether only a new connection can show that the database is back. */
  readonly needsNew: boolean;
}

/** How long no connection must have failed for an old one's answers to show that all is well, in milliseconds. */
const QUIET_MS = 2000;

/** How often the same error of the server is logged, in milliseconds. */
const NOTED_EVERY_MS = 60_000;

/**
 * Whether the database answers one pool. An outage is one line in the log when it begins and one when
 * it is over, however many requests fail meanwhile.
 */
export class Outage {
  readonly #config: OutageConfig;
  #since: number | undefined;
  #needsNew = false;
  #endedAt = 0;
  #failedAt = 0;
  readonly #notedAt = new Map<string, number>();

  constructor(config: OutageConfig) {
    this.#config = config;
  }

  get isUnderWay(): boolean {
    return this.#since !== undefined;
  }

  /** A connection was lost. One that is older than the last recovery is lost with that outage, not with another. */
  lost(error: unknown, { openedAt, needsNew }: Loss): void {
    if (this.#since === undefined && openedAt < this.#endedAt) return;
    this.#begin(error, needsNew);
  }

  /** No connection could be made. */
  unreachable(error: unknown): void {
    this.#begin(error, true);
  }

  /** A new connection was made. */
  reached(): void {
    if (this.#since !== undefined) this.#end(this.#since);
  }

  /** A statement was answered. @param sentAt when it was sent, by `performance.now()`. */
  answered(sentAt: number): void {
    if (this.#since === undefined) return;
    // Where connections fail and old ones still answer, it is over once none has failed for a while.
    const quietMs = this.#needsNew ? QUIET_MS : 0;
    if (sentAt > this.#failedAt + quietMs) this.#end(this.#since);
  }

  /** The server is there and refuses what it is asked, for want of something. Told of once a minute. */
  refused(error: unknown): void {
    const about = described(error);
    const key = about.code ?? about.fault;
    const now = performance.now();
    if (now - (this.#notedAt.get(key) ?? -Infinity) < NOTED_EVERY_MS) return;
    this.#notedAt.set(key, now);
    this.#config.log.warn(
      { pool: this.#config.name, ...about },
      "the database refused a statement",
    );
  }

  #begin(error: unknown, needsNew: boolean): void {
    this.#needsNew ||= needsNew;
    this.#failedAt = performance.now();
    if (this.#since !== undefined) return;
    this.#since = performance.now();
    this.#needsNew = needsNew;
    const { name, log } = this.#config;
    log.warn(
      { pool: name, ...described(error) },
      "the database does not answer; requests are told so until it does",
    );
  }

  #end(since: number): void {
    this.#endedAt = performance.now();
    this.#since = undefined;
    const awayMs = Math.round(this.#endedAt - since);
    this.#config.log.info({ pool: this.#config.name, awayMs }, "the database answers again");
  }
}

/** No stack: what failed is a connection, wherever in the code that was noticed. */
function described(error: unknown): { fault: string; code?: string } {
  if (!(error instanceof Error)) return { fault: String(error) };
  const code: unknown = Reflect.get(error, "code");
  return { fault: error.message.slice(0, 200), ...(typeof code === "string" ? { code } : {}) };
}
