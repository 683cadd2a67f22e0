import { joinRunning } from "../cache/single-flight.ts";

/** How something is read for those who measure. */
export interface RememberedOptions {
  /** How long what was read is good, in milliseconds. */
  readonly goodMs: number;
  /** How long whoever asks is kept waiting, in milliseconds. */
  readonly waitMs: number;
  /** Now, in milliseconds. Default: since the process began. */
  readonly now?: () => number;
}

/**
 * Reads something that is worth more than one look of whoever measures: once at a time, however many ask,
 * and not again while it is good.
 *
 * @returns what was read; undefined where it could not be read, or not in time.
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
