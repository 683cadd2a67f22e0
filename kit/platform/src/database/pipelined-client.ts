import type pg from "pg";
import type { BoundedClientConfig } from "./bounded-client.ts";
import { NamedClient } from "./named-client.ts";

/** What came of a statement. */
export interface PipelinedAnswer<Row extends object> {
  readonly rows: readonly Row[];
  /** Whether the server was busy with it for so long that others should not wait behind its like. */
  readonly wasSlow: boolean;
}

/** Most statements take less than one millisecond; one that takes longer than this holds up those behind it. */
const SLOW_MS = 20;
/** As often the event loop has to go round meanwhile: in a busy process an answer lies there unread. */
const SLOW_TURNS = 3;
/** Nothing lies there unread for so long, in milliseconds. */
const SLOW_FOR_SURE_MS = 250;

/**
 * A connection for short reads: what is asked within one turn of the event loop is written in one piece,
 * without waiting for answers, which come in order (PostgreSQL, "Pipelining"). Each statement is a
 * transaction of its own, so that one that fails costs no other. A write and a wake-up of PostgreSQL cost
 * as much as a short statement itself.
 */
export class PipelinedClient extends NamedClient {
  #underWay = 0;
  /** When the server could begin with the first statement under way, by `performance.now()`. */
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

  /** Whether the first statement under way takes so long that nothing should be put behind it. */
  get isHeldUp(): boolean {
    if (this.#underWay === 0) return false;
    const tookMs = performance.now() - this.#firstSince;
    return tookMs > SLOW_FOR_SURE_MS || (tookMs > SLOW_MS && this.#turns >= SLOW_TURNS);
  }

  /** Sends a statement with this turn's others. Names of prepared statements as {@link NamedClient}. */
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
