import { copyOf } from "./copy.ts";

/** Results that several ask for at once. */
export interface Share<T> {
  /**
   * The result for a key: made by the first who asks, kept for a moment for the others. Each has a copy.
   *
   * @param key everything that the result depends on.
   */
  get(key: string, make: () => Promise<T>): Promise<T>;
}

/** How long others may still ask for a result, in milliseconds. */
const KEPT_MS = 250;

/** Nothing is made yet. What fails is made anew by whoever asks next. */
export function createShare<T>(): Share<T> {
  const results = new Map<string, Promise<T>>();
  return {
    get: (key, make) => {
      let result = results.get(key);
      if (!result) {
        results.set(key, (result = make()));
        const forget = (): boolean => results.delete(key);
        result.then(() => setTimeout(forget, KEPT_MS).unref(), forget);
      }
      return result.then(copyOf);
    },
  };
}
