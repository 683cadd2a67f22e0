import type pg from "pg";
import { StartError } from "../errors/start-error.ts";
import { BoundedClient } from "./bounded-client.ts";

/** A pooler that others use may hand out another backend by chance, but hardly so often. */
const MOST_ATTEMPTS = 3;

/** Default for the maximum time to open one connection, and to answer one statement, in milliseconds. */
const LIMIT_MS = 5000;

/** What PgBouncer answers to `begin` if it pools statements. */
const NO_TRANSACTIONS = /not allowed in statement pooling/;

/**
 * Makes sure that each connection has its own session. If a pooler shares server connections by transaction or
 * statement (PgBouncer's `pool_mode = transaction`), two connections alternate on one backend, and what belongs
 * to a session is lost: the role of a subgraph, LISTEN, advisory locks, prepared statements.
 *
 * @param limitMs maximum time to open one connection, and to answer one statement. Default 5,000.
 * @throws StartError that says so and what to do.
 * @throws Error if the database does not answer.
 */
export async function requireSession(url: string, limitMs: number = LIMIT_MS): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const open = (): BoundedClient => openClient(url, limitMs, closing);
  const [one, other] = [open(), open()];
  await one.connect();
  await other.connect();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
    if (await sharesBackend(one, other)) throw new StartError(sharedSentence());
}

function openClient(url: string, limitMs: number, closing: AsyncDisposableStack): BoundedClient {
  const client = new BoundedClient({
    connectionString: url,
    application_name: "alliance-hub start",
    connectLimitMs: limitMs,
    statementLimitMs: limitMs,
  });
  return closing.adopt(client, (opened) => opened.end());
}

/**
 * Whether one connection's backend, held in a transaction, is or was also the backend of the other connection.
 */
async function sharesBackend(one: BoundedClient, other: BoundedClient): Promise<boolean> {
  const before = await backendOf(one);
  try {
    await (other.query("begin") as Promise<unknown>);
  } catch (error) {
    if (error instanceof Error && NO_TRANSACTIONS.test(error.message)) return true;
    throw error;
  }
  const held = await backendOf(other);
  // If the pooler has only one backend, a second query would wait for ever.
  const isShared = held === before || (await backendOf(one)) !== before;
  await (other.query("rollback") as Promise<unknown>);
  return isShared;
}

async function backendOf(client: BoundedClient): Promise<number | undefined> {
  const { rows } = await (client.query("select pg_backend_pid() as pid") as Promise<
    pg.QueryResult<{ pid: number }>
  >);
  return rows[0]?.pid;
}

function sharedSentence(): string {
  return (
    "DATABASE_URL leads to a pooler that shares server connections between clients by transaction or statement, " +
    "and the hub needs sessions of its own (roles, LISTEN, advisory locks). " +
    "Set pool_mode = session in PgBouncer, for this database at least, or name the PostgreSQL server itself."
  );
}
