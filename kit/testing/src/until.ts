import { setTimeout as sleep } from "node:timers/promises";

/** Asks until something is so; the test's own timeout ends it. @returns what was asked for. */
export async function until<T>(ask: () => Promise<T> | T, isSo: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (isSo(value)) return value;
    await sleep(5);
  }
}
