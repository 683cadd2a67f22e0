import { DatabaseClient } from "@alliance-hub/kit/database/client";
import { roleOf } from "@alliance-hub/kit/database/connect";
import { SCHEMA } from "../database.ts";

/** A worker as the others know it: a number, and a lock of it that goes with its session. */
export interface WebhookWorker extends AsyncDisposable {
  readonly number: number;
  /** Fires when the session has ended: others take the worker for dead, and what it leased for theirs. */
  readonly lost: AbortSignal;
}

/**
 * Takes a number that no living worker has, and its lock, on a connection of its own. The server frees
 * the lock when the process is gone, however it ended (PostgreSQL, section 13.3.5).
 *
 * @throws Error where the database cannot be reached.
 */
export async function openWorker(databaseUrl: string): Promise<WebhookWorker> {
  const client = new DatabaseClient({
    connectionString: databaseUrl,
    options: `-c role=${roleOf(SCHEMA)} -c search_path=${SCHEMA}`,
    application_name: `alliance-hub ${SCHEMA} webhook worker`,
    keepAlive: true,
  });
  const ending = new AbortController();
  client.on("error", () => undefined);
  client.on("end", () => ending.abort());
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number }>(
      "select nextval('webhook_worker')::integer as number",
    );
    const [{ number } = { number: 0 }] = rows;
    await client.query(`select pg_advisory_lock(hashtext('webhook_worker'), $1)`, [number]);
    return { number, lost: ending.signal, [Symbol.asyncDispose]: () => client.end() };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
