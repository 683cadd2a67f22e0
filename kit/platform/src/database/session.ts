import type pg from "pg";
import { DatabaseAway, serverFault, sqlState } from "../errors/database-away.ts";
import { BoundedClient, SERVER_KEEPALIVE } from "./bounded-client.ts";
import { roleOf } from "./connect.ts";

/** What a session is opened for. */
export interface SessionConfig {
  readonly url: string;
  /** Schema whose role it works as. */
  readonly schema: string;
  /** What it does, as the server's list of sessions shows it. */
  readonly purpose: string;
  /** Fires when the session is not wanted any more: one that is still being opened is given up at once. */
  readonly signal?: AbortSignal;
}

/** A connection of its own, held for as long as something lasts: a lock, or listening. */
export interface Session extends AsyncDisposable {
  /** @throws DatabaseAway where the session has ended, or ends meanwhile. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Calls back with each notification of a channel that the session listens to (PostgreSQL, LISTEN). */
  onNotification(heard: () => void): void;
  /** Fires when the session is over: its locks are free, and nothing is heard on it any more. */
  readonly lost: AbortSignal;
}

/** How often the server is asked whether it is still there, and how long that may take, in milliseconds. */
const PROBE_EVERY_MS = 5000;
const ANSWER_WITHIN_MS = 3000;

/**
 * Opens a session. Nothing is asked on it for long, so that its end would go unnoticed where the server's
 * host goes silent: it is asked now and then, and given up where no answer comes.
 *
 * @throws DatabaseAway where the database cannot be reached.
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
      // What is no word of the server has come of the connection.
      const isUnsaid = sqlState(error) === undefined;
      const fault = serverFault(error) ?? (isUnsaid ? "broke off the connection" : undefined);
      throw fault === undefined ? error : new DatabaseAway({ fault }, error);
    }
  };
  // What it fails with, `lost` tells.
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
