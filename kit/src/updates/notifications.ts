import pg from "pg";
import { DatabaseClient } from "../database/client.ts";
import { roleOf } from "../database/connect.ts";

/** What is listened to. */
export interface NotificationsConfig {
  readonly url: string;
  /** Schema whose role listens. */
  readonly schema: string;
  readonly channel: string;
}

/** Pause before a lost connection is opened anew, in milliseconds. */
const RECONNECT_MS = 500;

/**
 * Calls back whenever a transaction that has notified the channel is committed, in whatever process
 * (PostgreSQL, LISTEN), and once after each time the connection was lost: what came meanwhile is
 * unknown then.
 */
export async function listenTo(
  config: NotificationsConfig,
  wake: () => void,
): Promise<AsyncDisposable> {
  let client: pg.Client | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    const opened = new DatabaseClient({
      connectionString: config.url,
      options: `-c role=${roleOf(config.schema)}`,
      application_name: `alliance-hub ${config.schema} ${config.channel}`,
      keepAlive: true,
    });
    opened.on("error", () => undefined);
    opened.on("notification", () => wake());
    opened.on("end", () => {
      if (!isClosed && client === opened) reopen();
    });
    try {
      await opened.connect();
      await opened.query(`listen ${pg.escapeIdentifier(config.channel)}`);
    } catch (error) {
      await opened.end().catch(() => undefined);
      throw error;
    }
    client = opened;
    if (isClosed) await opened.end();
  };
  const reopen = (): void => {
    client = undefined;
    timer = setTimeout(() => {
      open().then(wake, () => !isClosed && reopen());
    }, RECONNECT_MS);
  };

  await open();
  return {
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
