import type pg from "pg";
import type { BoundedClientConfig } from "./bounded-client.ts";
import { NamedClient } from "./named-client.ts";

/** What came of a statement. */
export interface PipelinedAnswer<Row extends object> {
  readonly rows: readonly Row[];
  /** Whether it took the server so long that other statements should not wait for such a statement. */
  readonly wasSlow: boolean;
}

/**
 * Most statements take less than one millisecond. A statement that takes longer than this delays those after
 * it.
 */
const SLOW_MS = 20;
/**
 * The event loop must also have turned this many times, because in a busy process an answer may have arrived
 * and not been read.
 */
const SLOW_TURNS = 3;
/** After this time no answer can still be unread, in milliseconds. */
const SLOW_FOR_SURE_MS = 250;

/**
 * A connection for short reads. The statements of one turn of the event loop are written in one piece, without
 * waiting for answers; the answers come in order (PostgreSQL, "Pipelining"). Each statement is its own
 * transaction, so that a failed statement does not affect the others. A write and a wake-up of PostgreSQL cost
 * as much as a short statement itself.
 */
export class PipelinedClient extends NamedClient {
  #underWay = 0;
  /** When the server could begin with the first unanswered statement, by `performance.now()`. */
  #firstSince = 0;
  #turns = 0;
  #isCorked = false;

  constructor(config: BoundedClientConfig) {
    super({ ...config, pipeline: true });
  }

  /** Statements whose answers have not come yet. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Whether the first unanswered statement takes so long that nothing should be queued after it. */
  get isHeldUp(): boolean {
    if (this.#underWay === 0) return false;
    const tookMs = performance.now() - this.#firstSince;
    return tookMs > SLOW_FOR_SURE_MS || (tookMs > SLOW_MS && this.#turns >= SLOW_TURNS);
  }

  /**
   * Sends a statement together with the others of this turn. Names of prepared statements as in {@link
   * NamedClient}.
   */
  async read<Row extends object>(
    text: string,
    values: readonly unknown[],
  ): Promise<PipelinedAnswer<Row>> {
    if (this.#underWay === 0) this.#begin();
    this.#underWay += 1;
    this.#writeTogether();
    try {
      const { rows } = await (this.query(text, values) as Promise<pg.QueryResult<Row>>);
      return { rows, wasSlow: this.isHeldUp };
    } finally {
      this.#underWay -= 1;
      this.#begin();
    }
  }

  /** The server begins with the next statement, or will with the first one. */
  #begin(): void {
    this.#firstSince = performance.now();
    this.#turns = 0;
  }

  #writeTogether(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    const { stream } = this.connection;
    stream.cork();
    setImmediate(() => {
      this.#isCorked = false;
      this.#turns += 1;
      stream.uncork();
    });
  }
}
