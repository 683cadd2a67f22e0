import type { Log } from "@alliance-hub/platform/log/log";

/** How long nothing must have been turned away before an overload is over, in milliseconds. */
const OVER_AFTER_MS = 5000;

/** Logs an overload in two lines, when it begins and when it ends, however many requests are turned away. */
export interface OverloadLog {
  /** Counts one request that was turned away. */
  note(): void;
}

/** No overload yet. */
export function createOverloadLog(log: Log): OverloadLog {
  let turnedAway = 0;
  let began = 0;
  let timer: NodeJS.Timeout | undefined;
  const over = (): void => {
    const seconds = Math.round((performance.now() - began - OVER_AFTER_MS) / 1000);
    log.warn({ turnedAway, seconds }, "the overload is over");
    turnedAway = 0;
    timer = undefined;
  };
  return {
    note: () => {
      turnedAway += 1;
      if (timer) {
        timer.refresh();
        return;
      }
      began = performance.now();
      log.warn("the hub has more work than it can do in time: requests are turned away");
      timer = setTimeout(over, OVER_AFTER_MS).unref();
    },
  };
}
