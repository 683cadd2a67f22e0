import { ERROR_CATALOGUE } from "./catalogue.ts";

/** What the hub answers with where it could not answer at all now, but may in a moment (RFC 9110, section 15.6.4). */
export const UNAVAILABLE_STATUS = 503;

/** Whether an error of this code passes by itself: something is away or full, and the same may succeed in a moment. */
export function isUnavailable(code: unknown): boolean {
  const entry = Object.entries(ERROR_CATALOGUE).find(([name]) => name === code);
  return entry?.[1].status === UNAVAILABLE_STATUS;
}
