import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { ERROR_CATALOGUE } from "@alliance-hub/kit/errors/catalogue";
import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { Log } from "@alliance-hub/kit/log/log";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import cors from "@fastify/cors";
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import type { Limits } from "../config.ts";
import type { EngineContext } from "../engine/engine.ts";
import type { Identify } from "../identity/identity.ts";
import type { Metrics } from "./metrics.ts";
import { createRequestContext, requestIdOf } from "./request-context.ts";

/** What the HTTP side is made of. */
export interface AppConfig {
  readonly apollo: ApolloServer<EngineContext>;
  readonly identify: Identify;
  readonly limits: Limits;
  /** Origins whose pages may call from a browser (Fetch Standard, section 3.2). */
  readonly corsOrigins: readonly string[];
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether the hub can answer now; asked by `GET /health/ready`. */
  readonly isReady: () => Promise<boolean>;
}

declare module "fastify" {
  interface FastifyRequest {
    viewer: Viewer | undefined;
  }
}

/** The routes `/graphql`, `/health/live`, `/health/ready` and `/metrics`. */
export function createApp(config: AppConfig): FastifyInstance {
  const app = Fastify({
    bodyLimit: config.limits.bodyBytes,
    genReqId: (request) => requestIdOf(request.headers["x-request-id"]),
    // While stopping, requests that still come in over open connections are answered, not refused.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    requestTimeout: 30_000,
  });
  const isStopping = drainWhenStopping(app);
  app.decorateRequest("viewer", undefined);
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
  });
  app.setErrorHandler<FastifyError | HubError>(async (error, _request, reply) => {
    const known = error instanceof HubError ? error : requestFault(error, config.limits);
    if (!known) config.log.error({ err: error }, "request failed");
    const shown =
      known ??
      new HubError(
        "INTERNAL",
        `Something went wrong that is not your fault. Quote request ${reply.request.id} when you ask the operators.`,
      );
    const status =
      known && !(error instanceof HubError)
        ? (error.statusCode ?? 400)
        : ERROR_CATALOGUE[shown.code].status;
    return await reply
      .code(status)
      .send({ errors: [{ message: shown.message, extensions: shown.extensions }] });
  });
  if (config.corsOrigins.length > 0) {
    void app.register(cors, {
      origin: [...config.corsOrigins],
      methods: ["GET", "POST"],
      exposedHeaders: ["x-request-id"],
      maxAge: 600,
    });
  }
  addGraphQL(app, config);
  addOperations(app, { ...config, isReady: async () => !isStopping() && (await config.isReady()) });
  answerUnknownRoutes(app);
  return app;
}

/** How long no request may have come before a stopping hub stops listening, in milliseconds. */
const QUIET_MS = 300;
/** Longest that a stopping hub goes on taking requests, in milliseconds. */
const LONGEST_DRAIN_MS = 10_000;

/**
 * Stopping loses no request: the hub still takes what is on its way, each answer ends its
 * connection, and only when none has come for a moment does it stop listening. A load balancer sees
 * `not ready` at once.
 */
function drainWhenStopping(app: FastifyInstance): () => boolean {
  let stopping = false;
  let lastRequest = 0;
  app.addHook("onRequest", async () => {
    lastRequest = performance.now();
  });
  app.addHook("preClose", async () => {
    stopping = true;
    const began = performance.now();
    do {
      await wait(QUIET_MS);
      // A busy process fires its timers late: what has arrived meanwhile is read before it is judged.
      await turn();
    } while (
      performance.now() - lastRequest < QUIET_MS &&
      performance.now() - began < LONGEST_DRAIN_MS
    );
  });
  app.addHook("onSend", async (_request, reply) => {
    if (stopping) void reply.header("connection", "close");
  });
  return () => stopping;
}

function addGraphQL(app: FastifyInstance, config: AppConfig): void {
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    preHandler: async (request) => {
      request.viewer = await config.identify(request.headers.authorization);
    },
    handler: fastifyApolloHandler(config.apollo, {
      context: async (request, reply) =>
        createRequestContext(
          { request, reply, ...(request.viewer ? { viewer: request.viewer } : {}) },
          config.limits.deadlineMs,
        ),
    }),
    onResponse: async (request, reply) => {
      config.metrics.observeRequest(reply.statusCode, reply.elapsedTime / 1000);
      config.log.info(
        {
          requestId: request.id,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
          viewer: request.viewer?.subject,
        },
        "request",
      );
    },
  });
}

function addOperations(app: FastifyInstance, config: AppConfig): void {
  app.get("/health/live", () => ({ status: "up" }));
  app.get("/health/ready", async (_request, reply) => {
    const ready = await config.isReady();
    return await reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
  app.get(
    "/metrics",
    async (_request, reply) =>
      await reply.type(config.metrics.contentType).send(await config.metrics.text()),
  );
}

/** Anything else, in the catalogue's words; `/graphql` has two methods and no others. */
function answerUnknownRoutes(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => {
    const isGraphQL = request.url.split("?")[0] === "/graphql";
    if (isGraphQL) void reply.header("allow", "GET, POST, OPTIONS");
    const fault = isGraphQL
      ? new HubError(
          "BAD_USER_INPUT",
          `/graphql does not take ${request.method}. Send a POST with JSON.`,
        )
      : new HubError("NOT_FOUND", "There is nothing at this address. GraphQL is at /graphql.");
    return await reply
      .code(isGraphQL ? 405 : 404)
      .send({ errors: [{ message: fault.message, extensions: fault.extensions }] });
  });
}

/** Faults of the HTTP request itself, in the catalogue's words. */
function requestFault(error: FastifyError, limits: Limits): HubError | undefined {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new HubError(
        "BAD_USER_INPUT",
        `The body is larger than ${limits.bodyBytes} bytes. Send a shorter document, or values as several requests.`,
      );
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new HubError(
        "BAD_USER_INPUT",
        'The content type is not "application/json". Send GraphQL requests as JSON.',
      );
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return new HubError(
        "BAD_USER_INPUT",
        'The body is no JSON. Send {"query": "…", "variables": {…}}.',
      );
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? new HubError("BAD_USER_INPUT", error.message)
        : undefined;
  }
}
