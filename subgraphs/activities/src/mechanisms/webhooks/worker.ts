import { openSession } from "@alliance-hub/platform/database/session";

/** A worker as the others know it: a number, and a lock on it that ends with its session. */
export interface WebhookWorker extends AsyncDisposable {
  readonly number: number;
  /** Fires when the session has ended. Then others consider the worker dead and take over its leases. */
  readonly lost: AbortSignal;
}

/**
 * Takes a number that no living worker has, and its lock, in a separate session. The server releases the lock
 * when the process is gone, however it ended (PostgreSQL, section 13.3.5).
 *
 * @param signal fires when no worker is needed any more. A worker that is still being opened is then given up.
 * @throws Error if the database cannot be reached.
 */
export async function openWorker(
  { databaseUrl, schema }: { readonly databaseUrl: string; readonly schema: string },
  signal?: AbortSignal,
): Promise<WebhookWorker> {
  await using opening = new AsyncDisposableStack();
  const session = opening.use(
    await openSession({
      url: databaseUrl,
      schema,
      purpose: "webhook worker",
      ...(signal ? { signal } : {}),
    }),
  );
  const [{ number } = { number: 0 }] = await session.query<{ number: number }>(
    "select nextval('webhook_worker')::integer as number",
  );
  await session.query(`select pg_advisory_lock(hashtext('webhook_worker'), $1)`, [number]);
  const opened = opening.move();
  return { number, lost: session.lost, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
