/** The codes of malformed requests, whatever the client accepts. */
const MALFORMED = "BAD_REQUEST";

/**
 * The status of an answer that has request errors: nothing was executed, since the document does not parse, is not
 * valid, is too large, or its variables do not fit. That is 400. Only a client that accepts `application/json` and not
 * `application/graphql-response+json` gets 200: with that older media type it could not tell the
 * hub's 400 from one that a proxy made.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function errorStatus(status: number, code: unknown, accept: string | undefined): number {
  return status === 400 && code !== MALFORMED && acceptsOnlyJson(accept) ? 200 : status;
}

function acceptsOnlyJson(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    accept.includes("application/json") &&
    !accept.includes("*") &&
    !accept.includes("application/graphql-response+json")
  );
}
