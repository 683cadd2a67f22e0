import { badInput } from "@alliance-hub/kit/errors/hub-error";
import type { Log } from "@alliance-hub/kit/log/log";
import { ANONYMOUS } from "@alliance-hub/kit/viewer/viewer";
import { openEventStream } from "@alliance-hub/kit/updates/event-stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import type { Asked, EventSource } from "./event-source.ts";
import type { Places } from "./places.ts";

/** What answers streams. */
export interface StreamsConfig {
  readonly source: EventSource;
  readonly places: Places;
  /** Headers of a client that go on to subgraphs over HTTP. */
  readonly forwarded: (request: FastifyRequest) => Readonly<Record<string, string>>;
  readonly log: Log;
}

/** Answers a request for a stream of events; undefined where another answer is asked for. */
export type Streams = (request: FastifyRequest, reply: FastifyReply) => Promise<void> | undefined;

/**
 * Subscriptions over server-sent events, on the same path as everything else. When the hub stops,
 * streams end without a word of completion, so that clients come back and go on from where they were.
 */
export function createStreams(
  app: FastifyInstance,
  { source, places, forwarded, log }: StreamsConfig,
): Streams {
  const stopping = new AbortController();
  app.addHook("preClose", async () => stopping.abort());

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { authorization } = request.headers;
    const viewer = request.viewer ?? ANONYMOUS;
    using _place = places.take(viewer.subject ?? request.ip);
    const asked = readAsked(request);
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const ended = AbortSignal.any([gone.signal, stopping.signal]);
    const answer = await source({
      asked,
      viewer,
      authorization,
      forwarded: forwarded(request),
      resumeAfter: lastEventId(request),
      requestId: request.id,
      ended,
    });
    // The stream is open: what it is told of has a limit of its own.
    request.slot?.[Symbol.dispose]();
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
      else sink.write(new Batch([new Delivery(answer.refused, undefined)]));
      isComplete = !ended.aborted;
    } catch (error) {
      // The answer has begun: its end without completion has the client come back.
      log.error({ err: error, requestId: request.id }, "unforeseen fault");
    }
    stream.end(isComplete);
  };

  return (request, reply) =>
    request.headers.accept?.includes("text/event-stream") ? serve(request, reply) : undefined;
}

/** @throws HubError `BAD_USER_INPUT`. */
function readAsked({ method, body, query: search }: FastifyRequest): Asked {
  const given = method === "GET" ? readSearch(search) : body;
  if (typeof given !== "object" || given === null || !("query" in given))
    throw badInput("query", 'A stream needs a "query". Send the text of a subscription.');
  const { query, operationName, variables } = given as Record<string, unknown>;
  if (typeof query !== "string") throw badInput("query", '"query" is no text.');
  if (operationName != null && typeof operationName !== "string")
    throw badInput("operationName", '"operationName" is no text.');
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables)))
    throw badInput("variables", '"variables" is no object. Send an object of names and values.');
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables as Asked["variables"]) ?? undefined,
  };
}

function readSearch(search: unknown): unknown {
  const { variables, ...rest } = search as Record<string, unknown>;
  if (typeof variables !== "string" || variables === "") return rest;
  try {
    return { ...rest, variables: JSON.parse(variables) as unknown };
  } catch {
    throw badInput("variables", '"variables" is no JSON. Write it as JSON, percent-encoded.');
  }
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const id = headers["last-event-id"];
  return typeof id === "string" && id !== "" ? id : undefined;
}
