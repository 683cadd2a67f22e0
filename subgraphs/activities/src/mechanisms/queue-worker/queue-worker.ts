import { openSession } from "@alliance-hub/platform/database/session";
import { type RawBuilder, sql } from "kysely";

/** The class of the locks of workers, and the sequence of their numbers: of webhooks, as there were no others at first. */
const LOCKS = "webhook_worker";

/** A worker of the queue of webhooks or of mail, as the others know it: a number, and a lock on it that ends with its session. */
export interface QueueWorker extends AsyncDisposable {
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
): Promise<QueueWorker> {
  await using opening = new AsyncDisposableStack();
  const session = opening.use(
    await openSession({
      url: databaseUrl,
      schema,
      purpose: "queue worker",
      ...(signal ? { signal } : {}),
    }),
  );
  const [{ number } = { number: 0 }] = await session.query<{ number: number }>(
    `select nextval('${LOCKS}')::integer as number`,
  );
  await session.query(`select pg_advisory_lock(hashtext('${LOCKS}'), $1)`, [number]);
  const opened = opening.move();
  return { number, lost: session.lost, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/**
 * The list `dead`, for a `with`: numbers of workers that have leased entries of a queue and are dead. A worker is dead
 * if its lock can be taken.
 *
 * @param queue the table of the queue, such as `mailOutbox`.
 */
export function deadWorkers(queue: string): RawBuilder<unknown> {
  return sql`worker as materialized (
      select distinct leased_by as number from ${sql.table(queue)}
      where state = 'PENDING' and leased_until is not null and leased_by is not null
    ),
    dead as materialized (
      select number from worker where pg_try_advisory_xact_lock(hashtext(${sql.lit(LOCKS)}), number)
    )`;
}
