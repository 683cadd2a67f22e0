import type pg from "pg";
import { DatabaseAway, serverFault, sqlState } from "../errors/database-away.ts";
import { BoundedClient, SERVER_KEEPALIVE } from "./bounded-client.ts";
import { roleOf } from "./connect.ts";

/** What a session is opened for. */
export interface SessionConfig {
  readonly url: string;
  /** The schema whose role it uses. */
  readonly schema: string;
  /** What it does, for the server's list of sessions. */
  readonly purpose: string;
  /**
   * Fires when the session is no longer needed. A session that is still being opened is then closed at once.
   */
  readonly signal?: AbortSignal;
}

/** A separate connection that is held as long as a lock or a LISTEN is needed. */
export interface Session extends AsyncDisposable {
  /** @throws DatabaseAway if the session has ended, or ends in the meantime. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Calls back with each notification of a channel that the session listens to (PostgreSQL, LISTEN). */
  onNotification(heard: () => void): void;
  /** Fires when the session has ended: its locks are free, and no more notifications come. */
  readonly lost: AbortSignal;
}

/** How often the server is asked whether it is still there, and how long that may take, in milliseconds. */
const PROBE_EVERY_MS = 5000;
const ANSWER_WITHIN_MS = 3000;

/**
 * Opens a session. A session is idle for a long time, so nobody would notice if the server's host went silent.
 * Therefore it is checked now and then, and closed if no answer comes.
 *
 * @throws DatabaseAway if the database cannot be reached.
 */
export async function openSession(config: SessionConfig): Promise<Session> {
  const { url, schema, purpose, signal } = config;
  const client = new BoundedClient({
    connectionString: url,
    statementLimitMs: ANSWER_WITHIN_MS,
    options: `-c role=${roleOf(schema)} -c search_path=${schema} ${SERVER_KEEPALIVE}`,
    application_name: `alliance-hub ${schema} ${purpose}`,
  });
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  client.on("end", () => {
    clearInterval(timer);
    ending.abort();
  });
  const giveUp = (): void => client.destroy(new Error("The session is not wanted any more"));
  signal?.addEventListener("abort", giveUp);
  try {
    signal?.throwIfAborted();
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new DatabaseAway({ fault: serverFault(error) ?? "cannot be reached" }, error);
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
  const query = async <Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> => {
    try {
      const { rows } = await (client.query(text, [...values]) as Promise<pg.QueryResult<Row>>);
      return rows;
    } catch (error) {
      // An error that did not come from the server came from the connection.
      const isUnsaid = sqlState(error) === undefined;
      const fault = serverFault(error) ?? (isUnsaid ? "broke off the connection" : undefined);
      throw fault === undefined ? error : new DatabaseAway({ fault }, error);
    }
  };
  // `lost` tells the reason.
  const probe = (): void => void query("select").catch(() => undefined);
  timer = setInterval(probe, PROBE_EVERY_MS).unref();
  return {
    query,
    onNotification: (heard) => void client.on("notification", heard),
    lost: ending.signal,
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await client.end();
    },
  };
}
