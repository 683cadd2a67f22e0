import type { Log } from "@alliance-hub/kit/log/log";
import { ANONYMOUS, type Viewer } from "@alliance-hub/kit/viewer/viewer";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Limits } from "../config.ts";
import type { Engine } from "../engine/engine.ts";
import type { Identify } from "../identity/identity.ts";
import type { Standings } from "../identity/presence.ts";
import { createApollo } from "./apollo.ts";
import type { ErrorPolicy } from "./error-policy.ts";
import type { Metrics } from "./metrics.ts";
import { createKnownOperations } from "./prepared/known-operations.ts";
import { createPreparedLane } from "./prepared/lane.ts";
import { createNegotiatedTypes } from "./prepared/media-types.ts";
import { createUpdates } from "../updates/updates.ts";
import { type RequestContext, createRequestContext } from "./request-context.ts";

/** What answers at `/graphql`. */
export interface GraphQLRouteConfig {
  readonly engine: Engine;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  readonly identify: Identify;
  /** What identities follow from, for those who stay connected. Left out: nothing that changes. */
  readonly standings?: Standings;
  /** Argument of subscriptions that says behind which position they go on. Left out: there is none. */
  readonly resumeArgument?: string;
  readonly limits: Limits;
  /** Names of the client's headers that go on to subgraphs over HTTP, in lower case. */
  readonly forwardHeaders: readonly string[];
  readonly log: Log;
  readonly metrics: Metrics;
}

declare module "fastify" {
  interface FastifyRequest {
    viewer: Viewer | undefined;
  }
}

/** The route `/graphql`: the prepared lane where it can answer, Apollo's pipeline otherwise. */
export async function addGraphQL(app: FastifyInstance, config: GraphQLRouteConfig): Promise<void> {
  const { engine, limits, log, metrics } = config;
  const operations = createKnownOperations(engine, limits);
  const types = createNegotiatedTypes();
  const createContext = contextFactory(config);
  const lane = createPreparedLane({ ...config, operations, types, createContext });

  const apollo = createApollo({ ...config, plugins: [operations.plugin] });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const pipeline = fastifyApolloHandler(apollo, {
    context: async (request, reply) => createContext(request, reply),
  });
  const throughPipeline = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> => {
    // The handler is typed for a caller's own route and needs no more of it than this.
    const body: unknown = await pipeline.call(app, request, reply);
    if (reply.statusCode === 200) {
      types.learn(request.headers.accept, reply.getHeader("content-type"));
    }
    return body;
  };

  const streams = await createUpdates(app, {
    ...config,
    forwarded: (request) => pickHeaders(request, config.forwardHeaders),
  });
  app.decorateRequest("viewer", undefined);
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    preHandler: async (request) => {
      request.viewer = await config.identify(request.headers.authorization);
    },
    handler: (request, reply) =>
      streams(request, reply) ?? lane(request, reply) ?? throughPipeline(request, reply),
    onResponse: (request, reply, done) => {
      metrics.observeRequest(reply.statusCode, reply.elapsedTime / 1000);
      if (log.isLevelEnabled("info")) {
        const { id: requestId, viewer } = request;
        const ms = Math.round(reply.elapsedTime);
        log.info({ requestId, status: reply.statusCode, ms, viewer: viewer?.subject }, "request");
      }
      done();
    },
  });
}

function contextFactory(
  config: GraphQLRouteConfig,
): (request: FastifyRequest, reply: FastifyReply) => RequestContext {
  const { forwardHeaders, limits } = config;
  return (request, reply) =>
    createRequestContext({
      requestId: request.id,
      viewer: request.viewer ?? ANONYMOUS,
      forwarded: pickHeaders(request, forwardHeaders),
      response: reply.raw,
      deadlineMs: limits.deadlineMs,
    });
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/** Those of the client's headers that are passed on; the request's id even if the client gave none. */
function pickHeaders(
  { headers, id }: Pick<FastifyRequest, "headers" | "id">,
  names: readonly string[],
): Readonly<Record<string, string>> {
  if (names.length === 0) return NONE;
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = name === "x-request-id" ? id : headers[name];
    if (typeof value === "string") picked[name] = value;
  }
  return picked;
}
