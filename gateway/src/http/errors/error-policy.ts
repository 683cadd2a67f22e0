import { isForClients, maskError } from "@alliance-hub/platform/errors/mask";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { Language } from "@alliance-hub/platform/words/language";
import type { GraphQLFormattedError } from "graphql";

/** Which errors a client gets with their own message. Every answer goes through a policy. */
export interface ErrorPolicy {
  /** Whether the error's message is shown; otherwise it is logged with its cause. */
  readonly isShown: (error: GraphQLFormattedError) => boolean;
  /** The error that the client gets, in its language. Unforeseen errors have only the request id. */
  readonly show: (error: GraphQLFormattedError, reader: ErrorReader) => GraphQLFormattedError;
}

/** Who gets an error. */
export interface ErrorReader {
  readonly requestId: string;
  readonly language: Language;
}

/** The hub's own subgraphs throw errors of the catalogue. Any other error is unforeseen. */
export const CATALOGUE_ONLY: ErrorPolicy = {
  isShown: isForClients,
  show: (error, { requestId, language }) => tell(maskError(error, requestId), language),
};

/**
 * The codes of other subgraphs are not known here, so their errors pass through. Only faults of the gateway
 * itself are masked.
 */
export const AS_SUBGRAPHS_SAY: ErrorPolicy = {
  isShown: (error) => isFromSubgraph(error) || isForClients(error),
  show: (error, { requestId, language }) => {
    if (!isFromSubgraph(error)) return tell(maskError(error, requestId), language);
    const { stacktrace: _stacktrace, exception: _exception, ...extensions } = error.extensions;
    const shown = { ...error, extensions };
    return typeof extensions["chinese"] === "string" ? tell(shown, language) : shown;
  },
};

function isFromSubgraph(
  error: GraphQLFormattedError,
): error is GraphQLFormattedError & { extensions: Record<string, unknown> } {
  return typeof error.extensions?.["service"] === "string";
}
