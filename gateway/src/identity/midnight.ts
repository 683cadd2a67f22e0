import { nextMidnight } from "@alliance-hub/platform/scalars/shanghai-day";

/** Maximum wait, in milliseconds. Within this time it notices if the clock was changed or the machine slept. */
const LONGEST_MS = 3_600_000;

/**
 * Calls back whenever a day begins in Asia/Shanghai, until it is disposed of.
 *
 * @param clock default: the system's.
 */
export function atEachMidnight(
  begins: () => void,
  clock: () => Date = () => new Date(),
): Disposable {
  let midnight = nextMidnight(clock());
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const leftMs = midnight.getTime() - clock().getTime();
    timer = setTimeout(look, Math.min(Math.max(leftMs, 1), LONGEST_MS));
    timer.unref();
  };
  // A timer may fire a little early, so the clock says whether the day has begun.
  const look = (): void => {
    const now = clock();
    if (now >= midnight) {
      midnight = nextMidnight(now);
      begins();
    }
    wait();
  };
  wait();
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}
