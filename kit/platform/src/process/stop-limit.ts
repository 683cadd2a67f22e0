import { LONGEST_ANSWER_MS } from "../http/stop.ts";

/**
 * Maximum time that a process takes to stop, in milliseconds: 5 s in which it still accepts requests on their
 * way, the time to answer them, and 15 s to close connections, databases and PostgreSQL.
 */
export const LONGEST_STOP_MS = 5000 + LONGEST_ANSWER_MS + 15_000;

/**
 * Waits until a process has closed everything, and ends the process if that hangs. The next start can handle
 * whatever remains, as after a crash.
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
