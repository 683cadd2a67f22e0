import { SIGNATURE_HEADER, sign } from "@alliance-hub/kit/subgraph/signature";
import type { SubgraphRequest } from "@alliance-hub/kit/subgraph/subgraph";
import type { Sender } from "./in-flight.ts";

/** What the headers of a request are made of. */
export interface RequestHeaders {
  readonly subgraph: string;
  readonly gatewaySecret: string | undefined;
  readonly body: string;
  readonly sender: Sender;
}

/** The headers of a request, names and values in turn, as the HTTP client takes them fastest. */
export function requestHeaders(
  { requestId }: SubgraphRequest,
  { subgraph, gatewaySecret, body, sender }: RequestHeaders,
): string[] {
  const headers = [
    "content-type",
    "application/json",
    "accept",
    "application/graphql-response+json, application/json;q=0.9",
    "x-request-id",
    requestId,
  ];
  if (gatewaySecret !== undefined)
    headers.push(
      SIGNATURE_HEADER,
      sign(gatewaySecret, subgraph, { viewer: sender.viewer, requestId, body }),
    );
  if (sender.headers)
    for (const [name, value] of Object.entries(sender.headers))
      // The request's id goes out with every request, whoever gave it.
      if (name !== "x-request-id") headers.push(name, value);
  return headers;
}
