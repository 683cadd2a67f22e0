import {
  type CompiledQuery,
  type DatabaseConnection,
  PostgresDriver,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type pg from "pg";
import { DatabaseAway, type Outcome, isLastWord, sqlState } from "../errors/database-away.ts";
import type { ConnectionPool, PooledClient } from "./connection-pool.ts";

/**
 * Kysely's driver for PostgreSQL, with connections that always come back to the pool. In Kysely's own driver
 * they come back only after a successful `COMMIT` or `ROLLBACK`: if the rollback fails because the connection
 * is broken, it is never released.
 */
export class PooledDriver extends PostgresDriver {
  readonly #pool: ConnectionPool;
  /** Kysely does not have to examine the same driver a second time. */
  readonly #unused: PooledConnection[] = [];

  constructor(pool: ConnectionPool) {
    super({ pool: () => Promise.reject(new Error("Connections come from the pool of the hub.")) });
    this.#pool = pool;
  }

  override async init(): Promise<void> {}

  override async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.lend();
    const connection = this.#unused.pop() ?? new PooledConnection(this.#pool);
    connection.use(client);
    return connection;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const { isolationLevel, accessMode } = settings;
    const words = ["begin", isolationLevel && `isolation level ${isolationLevel}`, accessMode];
    await own(connection).begin(words.filter((word) => word !== undefined).join(" "));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).commit();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).rollback();
  }

  override async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const given = own(connection);
    given.giveBack();
    // A connection that was in a transaction is not used again: code that still holds it gets an error.
    if (given.isReusable) this.#unused.push(given);
  }

  override async destroy(): Promise<void> {
    await this.#pool.close();
  }
}

function own(connection: DatabaseConnection): PooledConnection {
  if (connection instanceof PooledConnection) return connection;
  throw new Error("This connection was made by another driver.");
}

/** A connection for as long as Kysely needs it. */
class PooledConnection implements DatabaseConnection {
  readonly #pool: ConnectionPool;
  #client: PooledClient | undefined;
  #hasSlot = false;
  #hasBegun = false;
  /** What a failure means to a change: nothing was committed, until `commit` is sent. */
  #outcome: Outcome | undefined;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  /** Whether it has only read, each time until it was released. */
  get isReusable(): boolean {
    return !this.#hasBegun;
  }

  use(client: PooledClient): void {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.#send<R>(sql, parameters);
    return CHANGES.has(command)
      ? { rows: rows ?? [], numAffectedRows: BigInt(rowCount ?? 0) }
      : { rows: rows ?? [] };
  }

  // oxlint-disable-next-line require-yield -- Kysely's interface; nothing in the hub reads by cursor.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Rows are not read by cursor. Read pages.");
  }

  /** @throws HubError `OVERLOADED` if too many transactions wait. */
  async begin(text: string): Promise<void> {
    this.#hasBegun = true;
    try {
      this.#hasSlot = this.#pool.slots.tryTake();
      if (!this.#hasSlot) await this.#waitForSlot();
      this.#outcome = "UNCHANGED";
      await this.#send(text);
    } catch (error) {
      // Nobody ends a transaction that has not begun.
      this.giveBack();
      throw error;
    }
  }

  /** @throws DatabaseAway with the outcome `UNKNOWN` if the connection broke before the answer came. */
  async commit(): Promise<void> {
    this.#outcome = "UNKNOWN";
    const { command } = await this.#send("commit");
    this.#outcome = undefined;
    // PostgreSQL answers this if an earlier statement has failed.
    if (command === "ROLLBACK")
      throw new Error("The transaction was rolled back: one of its statements had failed before.");
  }

  /** Never fails: on a broken connection there is nothing to roll back, and any other is closed. */
  async rollback(): Promise<void> {
    const client = this.#client;
    if (!client || client.isBroken || client.getTransactionStatus() === "I") return;
    try {
      await this.#send("rollback");
    } catch {
      client.destroy(new Error("The transaction could not be rolled back"));
    }
  }

  /** Releases connection and slot, once. A connection that is broken, or still in a transaction, is closed. */
  giveBack(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.release(client.isBroken || client.getTransactionStatus() !== "I");
    if (this.#hasSlot) this.#pool.slots.give();
    this.#hasSlot = false;
  }

  /** While it waits for a slot, others can use its connection. */
  async #waitForSlot(): Promise<void> {
    this.giveBack();
    await this.#pool.slots.take();
    this.#hasSlot = true;
    this.#client = await this.#pool.lend();
  }

  async #send<R>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<R & object>> {
    const client = this.#client;
    if (!client) throw new Error("The connection has been given back.");
    const sentAt = performance.now();
    try {
      const answer = await (client.query(text, values) as Promise<pg.QueryResult<R & object>>);
      this.#pool.answered(sentAt);
      return answer;
    } catch (error) {
      throw this.#faultOf(error, client);
    }
  }

  #faultOf(error: unknown, client: PooledClient): unknown {
    const outcome = this.#outcome;
    // Outside a transaction, a table is locked, for example for maintenance. Inside, another change holds the
    // record.
    const isLocked = sqlState(error) === LOCK_TIMEOUT && outcome === undefined;
    const fault = isLocked ? "is locked for maintenance" : this.#pool.faultOf(error, client);
    const isOver = client.isBroken || isLastWord(error);
    if (isOver && !client.isBroken) client.destroy(new Error("The server ended the session"));
    if (fault === undefined) return error;
    const known = isOver || outcome !== "UNKNOWN" ? outcome : "UNCHANGED";
    return new DatabaseAway(known === undefined ? { fault } : { fault, outcome: known }, error);
  }
}

const LOCK_TIMEOUT = "55P03";
const CHANGES: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);
