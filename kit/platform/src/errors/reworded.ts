import type { Words } from "../words/words.ts";
import { HubError } from "./hub-error.ts";

/**
 * The same error for a larger whole that fails because of it. Faults that it tells of are left out: the new words have
 * what the old ones said.
 *
 * @param details besides its own, such as `field`, its place in the whole input.
 */
export function reworded(
  error: HubError,
  words: Words,
  details: Readonly<Record<string, unknown>>,
): HubError {
  const { code: _code, chinese: _chinese, faults: _faults, ...own } = error.extensions;
  return new HubError(error.code, words, { ...own, ...details });
}
