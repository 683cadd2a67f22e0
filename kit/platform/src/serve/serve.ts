import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { type FormattedExecutionResult, getOperationAST, parse } from "graphql";
import { HubError } from "../errors/hub-error.ts";
import { acceptedTypes, isStreamed } from "../http/accepted-types.ts";
import { closedSignal } from "../http/when-closed.ts";
import type { Registry } from "prom-client";
import { listen } from "../http/listen.ts";
import { boundStop } from "../http/stop.ts";
import { SERVER_TIMEOUTS } from "../http/timeouts.ts";
import type { Log } from "../log/log.ts";
import { addMetrics } from "../metrics/serve-metrics.ts";
import { type Tracing, withSpan } from "../trace/span.ts";
import { eventOf, writeEventStream } from "../streams/event-stream.ts";
import {
  type SubgraphOperation,
  createSubgraphExecutor,
  createSubgraphSubscriber,
} from "../subgraph/execute.ts";
import { operationInBody, operationInSearch } from "./serve-operation.ts";
import { SIGNATURE_HEADER, verify } from "./signature.ts";
import type { Subgraph } from "../subgraph/subgraph.ts";

/** How a subgraph listens. */
export interface ServeConfig {
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Shared with the gateway; at least 32 characters. */
  readonly gatewaySecret: string;
  /**
   * Maximum size of a body, in bytes. The default of 4 MiB is enough for the representations of a page of
   * entities.
   */
  readonly bodyLimit?: number;
  readonly log: Log;
  /** Metrics for `GET /metrics`. If left out, there is no such route. */
  readonly metrics?: Registry;
  /** Continues the traces of the gateway. If left out, nothing is traced. */
  readonly tracing?: Tracing | undefined;
}

/** A subgraph that listens. */
export interface ServedSubgraph extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP, only to the gateway. A request without the gateway's short-lived signature over
 * viewer and body is answered with 401. (For a stream with GET, the signature covers what comes after the `?`.)
 * `GET /health` and `GET /metrics` are open.
 */
export async function serveSubgraph(
  subgraph: Subgraph,
  config: ServeConfig,
): Promise<ServedSubgraph> {
  const app = Fastify({
    bodyLimit: config.bodyLimit ?? 4 * 1024 * 1024,
    forceCloseConnections: "idle",
    // The signature carries the viewer, with an id for each committee that is run.
    ...SERVER_TIMEOUTS,
    http: { ...SERVER_TIMEOUTS.http, maxHeaderSize: 1024 * 1024 },
  });
  const closeConnections = boundStop(app, { log: config.log });
  app.addHook("preClose", async () => closeConnections());
  // The signature covers the body byte for byte, so it is kept as text.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  app.get("/health", async (_request, reply) => {
    const isReady = await subgraph.isReady();
    return await reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? "ready" : "not ready", subgraph: subgraph.name });
  });
  if (config.metrics) addMetrics(app, config.metrics);
  addGraphQLRoute(app, subgraph, config);
  const address = await listen(app, { port: config.port, host: config.host ?? "127.0.0.1" });
  const close = async (): Promise<void> => {
    await app.close();
  };
  return { url: `${address}/graphql`, close, [Symbol.asyncDispose]: close };
}

function addGraphQLRoute(app: FastifyInstance, subgraph: Subgraph, config: ServeConfig): void {
  const execute = createSubgraphExecutor(subgraph, config.log);
  const subscribe = createSubgraphSubscriber(subgraph, config.log);
  const stopping = new AbortController();
  app.addHook("preClose", async () => stopping.abort());
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { readonly signed: string; readonly read: (signed: string) => SubgraphOperation },
  ): Promise<unknown> => {
    const gone = closedSignal(reply.raw);
    const signature = request.headers[SIGNATURE_HEADER];
    const vouched = await verify(config.gatewaySecret, subgraph.name, {
      signature: typeof signature === "string" ? signature : undefined,
      body: asked.signed,
    });
    if (!vouched) return await reply.code(401).send({ errors: [unsigned()] });
    let operation: SubgraphOperation;
    try {
      operation = asked.read(asked.signed);
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      return await reply.code(400).send({ errors: [error.toJSON()] });
    }
    const call = { ...vouched, requestId: vouched.requestId || randomUUID() };
    const accepted = acceptedTypes(request.headers.accept);
    if (!isStreamed(accepted, () => isSubscription(operation))) {
      if (request.method !== "POST")
        return await reply
          .code(405)
          .header("allow", "POST")
          .send({ errors: [onlyStreams()] });
      const answered = () => execute(operation, { ...call, signal: gone });
      if (!config.tracing) return await answered();
      const { headers } = request;
      const attributes = { "hub.request_id": call.requestId };
      const span = config.tracing.begin("POST /graphql", { kind: "server", headers, attributes });
      return await withSpan(span, answered);
    }
    const signal = AbortSignal.any([gone, stopping.signal]);
    reply.hijack();
    const events = written(subscribe(operation, { ...call, signal }));
    await writeEventStream(reply.raw, events, signal).catch((err: unknown) =>
      config.log.error({ err, requestId: call.requestId }, "unforeseen fault"),
    );
    return reply;
  };
  app.post<{ Body: string }>("/graphql", (request, reply) =>
    answer(request, reply, { signed: request.body, read: operationInBody }),
  );
  // Other gateways request streams in this way. There is no body to sign, only the address.
  app.get("/graphql", (request, reply) =>
    answer(request, reply, { signed: request.url.split("?", 2)[1] ?? "", read: operationInSearch }),
  );
}

function isSubscription({ query, operationName }: SubgraphOperation): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === "subscription";
  } catch {
    return false;
  }
}

function onlyStreams(): object {
  return {
    message: 'With GET only subscriptions are answered, for "Accept: text/event-stream".',
    extensions: { code: "BAD_USER_INPUT" },
  };
}

/** Each result as an event. A result with only a position becomes an event without data. */
async function* written(results: AsyncIterable<FormattedExecutionResult>): AsyncGenerator<string> {
  for await (const result of results) {
    const found = result.extensions?.["position"];
    const position = typeof found === "string" ? found : undefined;
    const isOpening = result.data === undefined && result.errors === undefined;
    yield eventOf(isOpening ? undefined : JSON.stringify(result), position);
  }
}

function unsigned(): object {
  return {
    message:
      "This subgraph answers only requests that carry the gateway's signature. Send the query to the gateway.",
    extensions: { code: "UNAUTHENTICATED" },
  };
}
