import { LONGEST_ANSWER_MS } from "../http/stop.ts";

/**
 * Longest that a process takes to stop, in milliseconds: 5 s in which requests that are on their way are
 * taken, the time to answer them, 15 s to close connections, databases and PostgreSQL.
 */
export const LONGEST_STOP_MS = 5000 + LONGEST_ANSWER_MS + 15_000;

/**
 * Waits for a process's own closing, and ends the process where that hangs, whatever it waits for: what
 * a crash would leave, the next start takes up.
 *
 * @param name what stops, such as "hub".
 * @param limitMs default {@link LONGEST_STOP_MS}.
 */
export async function withinStopLimit(
  closing: Promise<void>,
  name: string,
  limitMs: number = LONGEST_STOP_MS,
): Promise<void> {
  const last = setTimeout(() => {
    console.error(
      `The ${name} was not closed within ${limitMs / 1000} s of being told to stop. It ends without waiting for the rest.`,
    );
    process.exit(1);
  }, limitMs);
  try {
    await closing;
  } finally {
    clearTimeout(last);
  }
}
