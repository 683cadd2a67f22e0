import { setTimeout as wait } from "node:timers/promises";
import { NoServerError } from "./choose-server.ts";
import { DatabaseClient } from "./client.ts";
import { parseDatabaseUrl } from "./database-url.ts";
import { requireSession } from "./require-session.ts";
import { StartError } from "../errors/start-error.ts";

/** How many seconds a start waits for its database by default. */
export const DATABASE_WAIT_SECONDS = 60;

/** The maximum of that setting, in seconds. */
export const MOST_WAIT_SECONDS = 3600;

/** What to wait for. */
export interface AwaitDatabase {
  readonly url: string;
  /** Longest time to wait, in milliseconds. 0 asks once. */
  readonly waitMs: number;
  /** Called when the first attempt has failed, and when the database answers after all. */
  readonly report: (line: string) => void;
}

/**
 * Maximum time for one attempt, in milliseconds. A server that accepts connections and never answers counts as
 * unavailable, too.
 */
const ATTEMPT_MS = 5000;
/** Pause between two attempts, in milliseconds. */
const PAUSE_MS = 500;

/**
 * What the server answers if waiting does not help (SQLSTATE classes, PostgreSQL, Appendix A): a wrong password
 * or login, a database that does not exist, a missing right.
 */
const SETTLED = /^(28|3D|42)/;

/**
 * Waits until the database answers a statement. It may start at the same time as the hub.
 *
 * @throws StartError if it has not answered in time, rejects the login, or does not give the hub its own
 * sessions.
 */
export async function untilDatabaseAnswers(config: AwaitDatabase): Promise<void> {
  const { url, waitMs, report } = config;
  const until = performance.now() + waitMs;
  const where = placesOf(url);
  const seconds = Math.round(waitMs / 1000);
  for (let attempts = 0; ; attempts++) {
    const leftMs = until - performance.now();
    const fault = await attempt(url, Math.max(Math.min(ATTEMPT_MS, leftMs), 1000));
    if (!fault) {
      if (attempts > 0) report(`PostgreSQL: ${where} answers`);
      return;
    }
    const { message } = fault;
    if (isSettled(fault))
      throw new StartError(
        `The database ${where} refuses the connection (${message}). Correct DATABASE_URL, or the server that it names.`,
      );
    if (performance.now() + PAUSE_MS >= until)
      throw new StartError(
        `The database ${where} has not answered within ${seconds} s (${message}). Start it, or correct DATABASE_URL; HUB_DATABASE_WAIT_SECONDS says how long a start waits.`,
      );
    if (attempts === 0)
      report(`PostgreSQL: waiting for ${where}, ${seconds} s at most (${message})`);
    await wait(PAUSE_MS);
  }
}

/**
 * Of several servers, all must have said so: a server that is unavailable now may still start and accept the
 * login.
 */
function isSettled(fault: Error): boolean {
  const codes = fault instanceof NoServerError ? fault.codes : [Reflect.get(fault, "code")];
  return codes.every((code) => SETTLED.test(String(code)));
}

async function attempt(url: string, withinMs: number): Promise<Error | undefined> {
  const client = new DatabaseClient({
    connectionString: url,
    application_name: "alliance-hub start",
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    await client.end();
    // The connection may already be lost again.
    await requireSession(url, withinMs);
    return undefined;
  } catch (error) {
    if (error instanceof StartError) throw error;
    client.connection.stream.destroy();
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Servers and database, without the login. */
function placesOf(url: string): string {
  const { servers } = parseDatabaseUrl(url);
  return servers.map(({ host, port }) => `${host}:${port}`).join(", ");
}
