import type { IncomingMessage } from "node:http";
import type { FormattedExecutionResult } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { giveBackWhenDone } from "../http/admission/give-back.ts";
import type { KindOf } from "../http/admission/admit-requests.ts";
import type { Admission } from "../http/admission/admission.ts";
import type { ClientKeys } from "../http/admission/client-keys.ts";
import { identifyCaller } from "../http/request/identify-caller.ts";
import type { Identify } from "../identity/identity.ts";
import type { EventAnswer, EventSource } from "./event-source.ts";
import { streamClientOf } from "./stream-client.ts";

/** What operations over WebSockets are answered with. */
export interface SocketOperationConfig {
  readonly source: EventSource;
  readonly identify: Identify;
  readonly admission: Admission;
  readonly kindOf: KindOf;
  /** The client whose share an operation counts towards. */
  readonly clients: ClientKeys;
  /** Time to answer operations other than subscriptions, in milliseconds. */
  readonly deadlineMs: number;
  /** Client headers that are forwarded to subgraphs over HTTP. */
  readonly forwarded: (request: {
    readonly headers: IncomingMessage["headers"];
    readonly id: string;
  }) => Readonly<Record<string, string>>;
}

/** Who asks for an operation, and until when. */
export interface SocketCaller {
  /** How the connection was opened. */
  readonly request: IncomingMessage;
  readonly authorization: string | undefined;
  readonly requestId: string;
  readonly acceptLanguage: string | undefined;
  /** Fires when the client ends the operation. */
  readonly ended: AbortSignal;
}

/** The result of an operation, or the source of a subscription. */
export type OperationOutcome =
  | Exclude<EventAnswer, { readonly once: unknown }>
  | { readonly result: FormattedExecutionResult };

/** Answers operations other than subscriptions; for a subscription, returns its source. */
export async function answerOperation(
  { query, operationName, variables }: SubscribePayload,
  { request, authorization, requestId, acceptLanguage, ended }: SocketCaller,
  config: SocketOperationConfig,
): Promise<OperationOutcome> {
  const { source, identify, forwarded, admission, kindOf, clients, deadlineMs } = config;
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([ended, deadline]);
  const client = clients.keyOf(request, authorization);
  const slot = await admission.admit({ client, kind: kindOf({ query, operationName }), signal });
  using _slot = { [Symbol.dispose]: () => giveBackWhenDone(slot, signal) };
  // Checked again for each operation, because rights may have ended since the connection was opened.
  const viewer = await identifyCaller(identify, authorization, signal);
  const answer = await source({
    asked: {
      query,
      operationName: operationName ?? undefined,
      variables: variables ?? undefined,
    },
    viewer,
    authorization,
    client: streamClientOf(viewer, request, clients).key,
    forwarded: forwarded({ headers: request.headers, id: requestId }),
    acceptLanguage,
    resumeAfter: undefined,
    requestId,
    ended,
    signal,
  });
  return "once" in answer ? await answer.once() : answer;
}
