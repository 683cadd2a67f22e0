import { ERROR_CATALOGUE } from "./catalogue.ts";

/**
 * The codes of answers if the hub could not answer at all now, but may in a moment (RFC 9110, section 15.6.4).
 */
export const UNAVAILABLE_STATUS = 503;

/**
 * Whether an error of this code is temporary: something is unavailable or full, and the same request may
 * succeed in a moment.
 */
export function isUnavailable(code: unknown): boolean {
  const entry = Object.entries(ERROR_CATALOGUE).find(([name]) => name === code);
  return entry?.[1].status === UNAVAILABLE_STATUS;
}
