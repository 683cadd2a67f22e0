import { isUnavailable } from "@alliance-hub/platform/errors/unavailable";
import type { GraphQLFormattedError } from "graphql";

/** After how many seconds the client may try again (RFC 9110, section 10.2.3). */
export const RETRY_AFTER_SECONDS = 2;

/** The answer to an operation. */
export interface OperationAnswer {
  readonly kind: "query" | "mutation" | "subscription" | undefined;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly Pick<GraphQLFormattedError, "extensions">[];
}

/**
 * Whether nothing of a request could be answered because something is unavailable or full, so that the client
 * may send the whole request again. Proxies repeat requests that are answered with 503, so this is false for a
 * change that may have been made.
 */
export function isUnanswered({ kind, data, errors }: OperationAnswer): boolean {
  if (errors.length === 0) return false;
  if (!Object.values(data ?? {}).every((value) => value === null)) return false;
  return errors.every(({ extensions }) => {
    const { code, outcome } = extensions ?? {};
    if (!isUnavailable(code)) return false;
    return kind !== "mutation" || outcome === "UNCHANGED" || code === "OVERLOADED";
  });
}
