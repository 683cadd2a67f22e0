import { SIGNATURE_HEADER, sign } from "@alliance-hub/platform/serve/signature";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { currentSpan } from "@alliance-hub/platform/trace/span";
import type { Sender } from "./in-flight-requests.ts";

/** What the headers of a request are made of. */
export interface RequestHeaders {
  readonly subgraph: string;
  readonly gatewaySecret: string | undefined;
  readonly body: string;
  readonly sender: Sender;
  /** Whether a stream of events is asked for. Default: an answer. */
  readonly isStream?: boolean;
}

const NONE: Readonly<Record<string, string>> = {};

/** The headers of a request, names and values in turn, as the HTTP client takes them fastest. */
export function requestHeaders(
  { requestId, resumeAfter, language }: SubgraphRequest,
  { subgraph, gatewaySecret, body, sender, isStream }: RequestHeaders,
): string[] {
  const headers = [
    "content-type",
    "application/json",
    "accept",
    isStream
      ? "text/event-stream, application/json;q=0.9"
      : "application/graphql-response+json, application/json;q=0.9",
    "x-request-id",
    // What the client calls its request, where a setting passes that on.
    sender.headers?.["x-request-id"] ?? requestId,
  ];
  if (gatewaySecret !== undefined)
    headers.push(
      SIGNATURE_HEADER,
      sign(gatewaySecret, subgraph, {
        viewer: sender.viewer,
        requestId,
        body,
        ...(resumeAfter === undefined ? {} : { resumeAfter }),
        ...(language === undefined ? {} : { language }),
      }),
    );
  const trace = currentSpan()?.headers ?? NONE;
  if (sender.headers)
    for (const [name, value] of Object.entries(sender.headers))
      // The request's id is there already; a trace goes on from here.
      if (name !== "x-request-id" && !(name in trace)) headers.push(name, value);
  for (const [name, value] of Object.entries(trace)) headers.push(name, value);
  return headers;
}
