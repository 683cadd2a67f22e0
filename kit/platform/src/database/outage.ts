import type { Log } from "../log/log.ts";

/** The pool whose outages are reported, and where they are reported. */
export interface OutageConfig {
  /** Of the pool, such as the schema's. */
  readonly name: string;
  readonly log: Pick<Log, "warn" | "info">;
}

/** What went wrong on a connection. */
export interface Loss {
  /** When the connection had been opened, by `performance.now()`. */
  readonly openedAt: number;
  /** Whether only a new connection can prove that the database is back. */
  readonly needsNew: boolean;
}

/**
 * How long no connection may have failed before the answers of old connections prove that the outage is over,
 * in milliseconds.
 */
const QUIET_MS = 2000;

/** How often the same error of the server is logged, in milliseconds. */
const NOTED_EVERY_MS = 60_000;

/**
 * Whether the database answers one pool. The log has one line when an outage begins and one when it ends,
 * however many requests fail in between.
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

  /**
   * A connection was lost. If it is older than the last recovery, it belongs to that outage, not to another.
   */
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
    // If connections fail but old ones still answer, the outage is over once none has failed for a while.
    const quietMs = this.#needsNew ? QUIET_MS : 0;
    if (sentAt > this.#failedAt + quietMs) this.#end(this.#since);
  }

  /** The server is available but rejects statements because it lacks something. Logged once a minute. */
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

/** No stack: a connection failed, and it does not matter where in the code this was noticed. */
function described(error: unknown): { fault: string; code?: string } {
  if (!(error instanceof Error)) return { fault: String(error) };
  const code: unknown = Reflect.get(error, "code");
  return { fault: error.message.slice(0, 200), ...(typeof code === "string" ? { code } : {}) };
}
