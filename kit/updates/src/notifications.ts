import pg from "pg";
import { Outage } from "@alliance-hub/platform/database/outage";
import { type Session, openSession } from "@alliance-hub/platform/database/session";
import type { Log } from "@alliance-hub/platform/log/log";

/** What to listen to. */
export interface NotificationsConfig {
  readonly url: string;
  /** Schema whose role listens. */
  readonly schema: string;
  readonly channel: string;
  /** Called when the connection is lost, and when it is back. Default: nothing is called. */
  readonly log?: Log;
}

/** Pause before a lost connection is opened again, in milliseconds. */
const RECONNECT_MS = 500;

/**
 * Calls back whenever a transaction that has notified the channel is committed, in whatever process
 * (PostgreSQL, LISTEN), and once after each time the connection was lost: what came meanwhile is
 * unknown then. A server that has gone silent is noticed within seconds.
 *
 * @throws Error where the database cannot be reached the first time.
 */
export async function listenTo(
  config: NotificationsConfig,
  wake: () => void,
): Promise<AsyncDisposable> {
  const { channel, log } = config;
  const outage = log && new Outage({ name: `${config.schema} ${channel}`, log });
  let session: Session | undefined;
  const closing = new AbortController();
  const { signal } = closing;
  let timer: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    const opened = await openSession({ ...config, purpose: channel, signal });
    opened.onNotification(wake);
    try {
      await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (signal.aborted) throw new Error("Nobody listens any more");
    } catch (error) {
      await opened[Symbol.asyncDispose]();
      throw error;
    }
    session = opened;
    outage?.reached();
    const lost = (): void => reopen(new Error("The connection was lost"));
    if (opened.lost.aborted) lost();
    else opened.lost.addEventListener("abort", lost, { once: true });
  };
  const reopen = (error: unknown): void => {
    session = undefined;
    if (signal.aborted) return;
    outage?.unreachable(error);
    timer = setTimeout(() => {
      open().then(wake, reopen);
    }, RECONNECT_MS);
  };

  await open();
  return {
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      clearTimeout(timer);
      await session?.[Symbol.asyncDispose]();
    },
  };
}
