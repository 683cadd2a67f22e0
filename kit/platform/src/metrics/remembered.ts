import { joinRunning } from "../cache/single-flight.ts";

/** How a value is read for metrics. */
export interface RememberedOptions {
  /** How long a value stays valid, in milliseconds. */
  readonly goodMs: number;
  /** How long a caller waits at most, in milliseconds. */
  readonly waitMs: number;
  /** Now, in milliseconds. Default: since the process began. */
  readonly now?: () => number;
}

/**
 * Reads a value that is expensive to read: only one reading at a time, however many callers ask, and no new
 * reading while the value is valid.
 *
 * @returns the value; undefined if it could not be read in time.
 */
export function remembered<T>(
  read: () => Promise<T>,
  { goodMs, waitMs, now = () => performance.now() }: RememberedOptions,
): () => Promise<T | undefined> {
  let known: { readonly value: T | undefined; readonly until: number } | undefined;
  const flight = joinRunning<T | undefined>();
  const readOnce = async (): Promise<T | undefined> => {
    const value = await read().catch(() => undefined);
    known = { value, until: now() + goodMs };
    return value;
  };
  return async () => {
    if (known && now() < known.until) return known.value;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), waitMs);
    });
    try {
      return await Promise.race([flight("reading", readOnce), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
