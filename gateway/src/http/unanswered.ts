import { ERROR_CATALOGUE } from "@alliance-hub/kit/errors/catalogue";
import type { GraphQLFormattedError } from "graphql";

/** What the hub answers with where it could not answer at all now, but may in a moment (RFC 9110, section 15.6.4). */
export const UNAVAILABLE_STATUS = 503;

/** After how long it may be tried again, in seconds (RFC 9110, section 10.2.3). */
export const RETRY_AFTER_SECONDS = 2;

/**
 * Whether nothing of a request could be answered because something is away or full, so that the whole
 * request may be sent again. A change of which nobody knows whether it happened is no such request:
 * proxies repeat what is answered 503.
 */
export function isUnanswered(
  data: Readonly<Record<string, unknown>> | null | undefined,
  errors: readonly Pick<GraphQLFormattedError, "extensions">[],
): boolean {
  if (errors.length === 0) return false;
  if (!Object.values(data ?? {}).every((value) => value === null)) return false;
  return errors.every(
    ({ extensions }) =>
      isUnavailable(extensions?.["code"]) && extensions?.["outcome"] !== "UNKNOWN",
  );
}

function isUnavailable(code: unknown): boolean {
  const entry = Object.entries(ERROR_CATALOGUE).find(([name]) => name === code);
  return entry?.[1].status === UNAVAILABLE_STATUS;
}
