import pg from "pg";
import { BoundedClient } from "./bounded-client.ts";

/** Maximum number of prepared statements of one connection. Each plan costs the server about ten kilobytes. */
export const MOST_NAMES = 200;

/** How often a text is sent before it gets a name. A statement that is sent once is not worth keeping. */
const CALLS_BEFORE_NAME = 2;

/** How many texts a connection counts before it starts again. */
const MOST_COUNTED = 5000;

/**
 * Marks a statement whose best plan depends on its values, such as a search for a rare or a common word.
 * PostgreSQL plans such a statement each time.
 */
export const PLAN_EACH_TIME = "/* plan each time */";

/** What PostgreSQL says when a prepared statement can no longer be used: changed tables, `DISCARD ALL`. */
const OUTDATED: ReadonlySet<unknown> = new Set(["0A000", "26000"]);

/**
 * A connection that prepares repeated statements under a name, so that PostgreSQL parses a statement once and
 * soon plans it once (PostgreSQL, PREPARE). Statements without parameters, such as `begin`, go out as they are.
 * So do statements that come when all names are taken.
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

  /** Sends a text without its name from now on, because the prepared statement can no longer be used. */
  async #again(error: unknown, text: string, values: unknown[]): Promise<unknown> {
    if (!(error instanceof pg.DatabaseError) || !OUTDATED.has(error.code)) throw error;
    this.#names.set(text, null);
    // Inside a transaction nothing more can be sent, so the caller gets the error like any other.
    if (this.getTransactionStatus() !== "I") throw error;
    return await (this.#send(text, values) as Promise<unknown>);
  }
}
