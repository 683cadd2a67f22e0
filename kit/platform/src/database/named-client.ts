import pg from "pg";
import { BoundedClient } from "./bounded-client.ts";

/** Most statements that one connection keeps prepared; each costs the server some ten kilobytes of plan. */
export const MOST_NAMES = 200;

/** Calls of one text before it gets a name: what is sent once is not worth keeping. */
const CALLS_BEFORE_NAME = 2;

/** Texts whose calls a connection counts before it begins anew. */
const MOST_COUNTED = 5000;

/**
 * Stands in a statement whose values decide how it is best answered (a search for a rare or a
 * common word); such a statement is planned each time.
 */
export const PLAN_EACH_TIME = "/* plan each time */";

/** What PostgreSQL says when a prepared statement can no longer be used: changed tables, `DISCARD ALL`. */
const OUTDATED: ReadonlySet<unknown> = new Set(["0A000", "26000"]);

/**
 * A connection that prepares what it is asked repeatedly, under a name, so that PostgreSQL parses a
 * statement once and soon plans it once (PostgreSQL, PREPARE). Statements without parameters, such
 * as `begin`, go out as they are. What comes when all names are taken does, too.
 */
export class NamedClient extends BoundedClient {
  readonly #calls = new Map<string, number>();
  readonly #names = new Map<string, string | null>();

  /** As `pg` types it: callers pass a text and values, and the forms that `pg` itself uses pass through. */
  override query(...given: unknown[]): never {
    const [text, values, callback] = given;
    if (typeof text !== "string" || !Array.isArray(values) || callback !== undefined) {
      return this.#send(...given);
    }
    const name = values.length > 0 ? this.#nameOf(text) : null;
    if (name === null) return this.#send(text, values);
    const answer = this.#send({ name, text, values }) as Promise<unknown>;
    return answer.catch((error: unknown) => this.#again(error, text, values)) as never;
  }

  #send(...given: unknown[]): never {
    return super.query(...(given as [pg.QueryConfig])) as never;
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST_NAMES || text.includes(PLAN_EACH_TIME)) return null;
    const calls = (this.#calls.get(text) ?? 0) + 1;
    if (calls < CALLS_BEFORE_NAME) {
      if (this.#calls.size >= MOST_COUNTED) this.#calls.clear();
      this.#calls.set(text, calls);
      return null;
    }
    this.#calls.delete(text);
    const name = `hub_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  /** Sends a text without its name, for good, where the prepared statement cannot be used any more. */
  async #again(error: unknown, text: string, values: unknown[]): Promise<unknown> {
    if (!(error instanceof pg.DatabaseError) || !OUTDATED.has(error.code)) throw error;
    this.#names.set(text, null);
    // Inside a transaction nothing more can be sent; the caller hears of it as of any other failure.
    if (this.getTransactionStatus() !== "I") throw error;
    return await (this.#send(text, values) as Promise<unknown>);
  }
}
