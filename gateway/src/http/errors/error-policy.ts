import { isForClients, maskError } from "@alliance-hub/platform/errors/mask";
import type { GraphQLFormattedError } from "graphql";

/** Which errors a client is told of in their own words. Every answer goes through one. */
export interface ErrorPolicy {
  /** Whether the error's words are shown; otherwise it is logged with its cause. */
  readonly isShown: (error: GraphQLFormattedError) => boolean;
  /** What the client is told; unforeseen errors stand under the request id. */
  readonly show: (error: GraphQLFormattedError, requestId: string) => GraphQLFormattedError;
}

/** The hub's own subgraphs throw from the catalogue, so whatever else arrives was not foreseen. */
export const CATALOGUE_ONLY: ErrorPolicy = { isShown: isForClients, show: maskError };

/**
 * The codes of foreign subgraphs are not known here: what they say passes through. Only faults of
 * the gateway itself are masked.
 */
export const AS_SUBGRAPHS_SAY: ErrorPolicy = {
  isShown: (error) => isFromSubgraph(error) || isForClients(error),
  show: (error, requestId) => {
    if (!isFromSubgraph(error)) return maskError(error, requestId);
    const { stacktrace: _stacktrace, exception: _exception, ...extensions } = error.extensions;
    return { ...error, extensions };
  },
};

function isFromSubgraph(
  error: GraphQLFormattedError,
): error is GraphQLFormattedError & { extensions: Record<string, unknown> } {
  return typeof error.extensions?.["service"] === "string";
}
