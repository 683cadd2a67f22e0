import { StartError } from "../errors/start-error.ts";
import { DatabaseClient } from "./client.ts";

/** A pooler that others use meanwhile may hand out another backend by chance, but hardly so often. */
const ROUNDS = 3;

/** What PgBouncer answers to `begin` where it pools statements. */
const NO_TRANSACTIONS = /not allowed in statement pooling/;

/**
 * Makes sure that a connection is a session of its own. Behind a pooler that shares server
 * connections by transaction or statement (PgBouncer's `pool_mode = transaction`), two connections
 * work on one backend in turn, and what belongs to a session goes astray: the role that a subgraph
 * works as, LISTEN, advisory locks, prepared statements.
 *
 * @throws StartError that says so and what to do.
 */
export async function requireSession(url: string): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const [one, other] = [open(url, closing), open(url, closing)];
  await one.connect();
  await other.connect();
  for (let round = 0; round < ROUNDS; round++)
    if (await sharesBackend(one, other)) throw new StartError(sharedSentence());
}

function open(url: string, closing: AsyncDisposableStack): DatabaseClient {
  const application_name = "alliance-hub start";
  const client = new DatabaseClient({ connectionString: url, application_name });
  client.on("error", () => undefined);
  return closing.adopt(client, (opened) => opened.end());
}

/** Whether a backend that one connection holds in a transaction is, or was, that of the other. */
async function sharesBackend(one: DatabaseClient, other: DatabaseClient): Promise<boolean> {
  const before = await backendOf(one);
  try {
    await other.query("begin");
  } catch (error) {
    if (error instanceof Error && NO_TRANSACTIONS.test(error.message)) return true;
    throw error;
  }
  const held = await backendOf(other);
  // Where the pooler has but one backend, asking again would wait for ever.
  const isShared = held === before || (await backendOf(one)) !== before;
  await other.query("rollback");
  return isShared;
}

async function backendOf(client: DatabaseClient): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid;
}

function sharedSentence(): string {
  return (
    "DATABASE_URL leads to a pooler that shares server connections between clients by transaction or statement, " +
    "and the hub needs sessions of its own (roles, LISTEN, advisory locks). " +
    "Set pool_mode = session in PgBouncer, for this database at least, or name the PostgreSQL server itself."
  );
}
