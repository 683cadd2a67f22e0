import { setTimeout as wait } from "node:timers/promises";

/** After this time nothing more comes: longer than a killed worker holds a delivery, in milliseconds. */
const STALLED_MS = 45_000;

/**
 * Waits until each count has reached the end of the log, as long as any of them still grows.
 *
 * @returns whether all have reached it. If not, something was lost.
 */
export async function untilAllCame(
  counts: readonly (() => number)[],
  wanted: number,
): Promise<boolean> {
  let sum = -1;
  let since = Date.now();
  while (Date.now() - since < STALLED_MS) {
    const reached = counts.map((count) => count());
    if (reached.every((count) => count >= wanted)) return true;
    const now = reached.reduce((total, count) => total + count, 0);
    if (now !== sum) since = Date.now();
    sum = now;
    await wait(10);
  }
  return false;
}
