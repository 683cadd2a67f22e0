import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { type HubError, badInput } from "@alliance-hub/platform/errors/hub-error";
import { acceptedTypes, isStreamed } from "@alliance-hub/platform/http/accepted-types";
import { closedSignal } from "@alliance-hub/platform/http/when-closed";
import { tell } from "@alliance-hub/platform/errors/tell";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { Log } from "@alliance-hub/platform/log/log";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { openEventStream } from "@alliance-hub/platform/streams/event-stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { FormattedExecutionResult } from "graphql";
import type { ClientKeys } from "../http/admission/client-keys.ts";
import { giveBackWhenDone } from "../http/admission/give-back.ts";
import { refuseForeignPage } from "../http/request/foreign-page.ts";
import { answerRequestErrors } from "../http/errors/request-errors.ts";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import { DocumentErrors, type Documents, type OperationKind } from "./documents.ts";
import type { EventSource, RequestErrors } from "./event-source.ts";
import type { StreamSlots } from "./stream-slots.ts";
import { mayBeSubscription, readSent } from "./sent-operation.ts";
import { streamClientOf } from "./stream-client.ts";

/** What answers streams. */
export interface StreamsConfig {
  readonly source: EventSource;
  readonly documents: Documents;
  readonly slots: StreamSlots;
  readonly clients: Pick<ClientKeys, "keyOf">;
  /** Origins of portals. */
  readonly corsOrigins: readonly string[];
  /** Client headers that are forwarded to subgraphs over HTTP. */
  readonly forwarded: (request: FastifyRequest) => Readonly<Record<string, string>>;
  /** Time to answer operations other than subscriptions, in milliseconds. */
  readonly deadlineMs: number;
  /** In which language a client is told of errors. */
  readonly chooseLanguage: ChooseLanguage;
  readonly log: Log;
}

/** Answers a request for a stream of events; undefined if the client wants another answer. */
export type Streams = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<unknown> | undefined;

/**
 * Subscriptions over server-sent events, on the same path as everything else; also other operations, for
 * clients that accept nothing else. When the hub stops, streams end without `complete`, so that clients
 * reconnect and continue from their position.
 */
export function createStreams(app: FastifyInstance, config: StreamsConfig): Streams {
  const { source, documents, slots, clients, corsOrigins, forwarded, deadlineMs, log } = config;
  const stopping = new AbortController();
  app.addHook("preClose", async () => stopping.abort());

  const serve = async (
    request: FastifyRequest,
    reply: FastifyReply,
    kind: OperationKind | undefined,
  ): Promise<void> => {
    const gone = closedSignal(reply.raw);
    if (request.method === "GET") refuseForeignPage(request.headers, corsOrigins);
    const asked = readSent(request);
    const { authorization, "accept-language": acceptLanguage } = request.headers;
    const viewer = request.viewer ?? ANONYMOUS;
    const client = streamClientOf(viewer, request.raw, clients);
    slots.take(client, gone);
    const ended = AbortSignal.any([gone, stopping.signal]);
    const deadline = request.deadline ?? AbortSignal.timeout(deadlineMs);
    const signal = AbortSignal.any([ended, deadline]);
    const found =
      kind === "mutation"
        ? { errors: [tell(notStreamed().toJSON(), config.chooseLanguage(acceptLanguage))] }
        : await source({
            asked,
            viewer,
            authorization,
            client: client.key,
            forwarded: forwarded(request),
            acceptLanguage,
            resumeAfter: lastEventId(request),
            requestId: request.id,
            ended,
            signal,
          });
    const answer = "once" in found ? await found.once() : found;
    // The stream is open. What it gets has a separate limit.
    if (request.slot) giveBackWhenDone(request.slot, signal);
    request.slot = undefined;
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    const stream = openEventStream(reply.raw);
    const sink: Sink = {
      write: ({ events }) => stream.write(events),
      drained: () => stream.drained(),
    };
    let isComplete = false;
    try {
      if ("tell" in answer) await answer.tell(sink);
      else sink.write(new Batch([new Delivery(resultOf(answer), undefined)]));
      isComplete = !ended.aborted;
    } catch (error) {
      // The answer has begun. If it ends without `complete`, the client reconnects.
      if (!awayIn(error)) log.error({ err: error, requestId: request.id }, "unforeseen fault");
    }
    stream.end(isComplete);
  };

  return (request, reply) => {
    const accepted = acceptedTypes(request.headers.accept);
    // Nearly all requests: they cannot become a stream.
    if (!mayBeSubscription(request) && (accepted.json || !accepted.eventStream)) return undefined;
    let kind: OperationKind | undefined;
    try {
      kind = kindOf(request, documents);
    } catch (error) {
      // A client that accepts only events gets the error as an event.
      if (accepted.json || !accepted.eventStream)
        return isInvalid(error)
          ? answerRequestErrors(request, reply, error, config.chooseLanguage)
          : undefined;
    }
    return isStreamed(accepted, () => kind === "subscription")
      ? serve(request, reply, kind)
      : undefined;
  };
}

function resultOf(
  answer: { readonly result: FormattedExecutionResult } | RequestErrors,
): FormattedExecutionResult {
  return "errors" in answer ? { errors: answer.errors } : answer.result;
}

/** Whether a document breaks a rule that Apollo's pipeline cannot report. The pipeline reports all others. */
function isInvalid(error: unknown): error is DocumentErrors {
  return (
    error instanceof DocumentErrors &&
    error.errors.some(({ extensions }) => extensions["code"] === "GRAPHQL_VALIDATION_FAILED")
  );
}

/** @throws DocumentErrors if the document does not parse; HubError if there is none. */
function kindOf(request: FastifyRequest, documents: Documents): OperationKind | undefined {
  const { query, operationName } = readSent(request);
  return documents.kindOf(query, operationName);
}

/** A stream is requested again when its connection breaks, so mutations must not be sent in this way. */
function notStreamed(): HubError {
  return badInput("query", {
    zh: "变更不能以事件流返回。请用普通的 POST 发送。",
    en: "Mutations are not streamed. Send them with a plain POST.",
  });
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const id = headers["last-event-id"];
  return typeof id === "string" && id !== "" ? id : undefined;
}
