import { setTimeout as wait } from "node:timers/promises";
import { STOP_MS, within } from "@alliance-hub/platform/database/within";
import { nextMidnight } from "@alliance-hub/platform/scalars/shanghai-day";

/** Longest pause between two looks, in milliseconds: other processes plan ahead, and clocks are set. */
const PAUSE_MS = 60_000;
/** Pause after a midnight, in milliseconds, so that the day has begun for certain. */
const AFTER_MIDNIGHT_MS = 5;

/**
 * Does what days bring about: at once, after each midnight in Asia/Shanghai and at least once a minute, until it is
 * disposed of. Several processes may do this on one database.
 *
 * @param work reports its own faults; the signal ends it.
 */
export function startAtMidnights(
  clock: () => Date,
  work: (signal: AbortSignal) => Promise<void>,
): AsyncDisposable {
  const ending = new AbortController();
  const { signal } = ending;
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      await work(signal);
      const now = clock();
      const pause = Math.min(PAUSE_MS, nextMidnight(now).getTime() - now.getTime());
      // Rejects if it is disposed of in the meantime, which ends the loop.
      const options = { signal, ref: false };
      await wait(pause + AFTER_MIDNIGHT_MS, undefined, options).catch(() => undefined);
    }
  };
  const worked = loop();
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await within(STOP_MS, worked, undefined);
    },
  };
}
