import type { Log } from "@alliance-hub/platform/log/log";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { Tracing } from "@alliance-hub/platform/trace/span";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Limits } from "../settings/limits.ts";
import type { Engine } from "../engine/engine.ts";
import type { Identify } from "../identity/identity.ts";
import type { Standings } from "../identity/identity-cache.ts";
import { createAnswerOperation } from "./request/answer-operation.ts";
import { createApollo } from "./apollo.ts";
import { createAdmitRequests, createKindOf } from "./admission/admit-requests.ts";
import type { Admission } from "./admission/admission.ts";
import type { ClientKeys } from "./admission/client-keys.ts";
import { giveBackWhenDone } from "./admission/give-back.ts";
import { answerEncodedBody } from "./request/encoded-body.ts";
import { pipelineBody } from "./errors/pipeline-errors.ts";
import type { ErrorPolicy } from "./errors/error-policy.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { createKnownOperations } from "./fast-path/known-operations.ts";
import { createFastPath } from "./fast-path/fast-path.ts";
import { createNegotiatedTypes } from "./fast-path/media-types.ts";
import { createUpdates } from "../streams/updates.ts";
import {
  type RequestContext,
  beginDeadline,
  clientRequestIdOf,
} from "./request/request-context.ts";

/** What the route `/graphql` needs. */
export interface GraphQLRouteConfig {
  readonly engine: Engine;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  /** In which language a client is told of errors. */
  readonly chooseLanguage: ChooseLanguage;
  readonly identify: Identify;
  /** Where standings change, for clients that stay connected. If left out, nothing changes. */
  readonly standings?: Standings;
  /** Argument of subscriptions that says after which position they continue. If left out, there is none. */
  readonly resumeArgument?: string | undefined;
  /** Subscriptions whose answers depend on the person. If left out, there are none. */
  readonly personalSubscriptions?: readonly string[];
  readonly limits: Limits;
  /** Origins whose pages may call from a browser (Fetch Standard, section 3.2). */
  readonly corsOrigins: readonly string[];
  /** Names of the client headers that are forwarded to subgraphs over HTTP, in lower case. */
  readonly forwardHeaders: readonly string[];
  readonly log: Log;
  readonly metrics: Metrics;
  /** If left out, nothing is traced. */
  readonly tracing?: Tracing | undefined;
}

/** What the route shares with the others. */
export interface SharedAdmission {
  /** All code that executes an operation for a client asks it for a slot first. */
  readonly admission: Admission;
  /** The client whose share an operation counts towards. */
  readonly clients: ClientKeys;
}

declare module "fastify" {
  interface FastifyRequest {
    viewer: Viewer | undefined;
    /**
     * Fires at the deadline, which is counted from the arrival of the request, or when the client goes away.
     */
    deadline: AbortSignal | undefined;
  }
}

/** The route `/graphql`: the fast path where it can answer, Apollo's pipeline otherwise. */
export async function addGraphQL(
  app: FastifyInstance,
  config: GraphQLRouteConfig & SharedAdmission,
): Promise<void> {
  const { engine, limits, log, metrics, admission, clients, chooseLanguage } = config;
  const operations = createKnownOperations(engine, limits);
  const types = createNegotiatedTypes();
  const createContext = (request: FastifyRequest): RequestContext => ({
    requestId: request.id,
    viewer: request.viewer ?? ANONYMOUS,
    forwarded: pickHeaders(request, config.forwardHeaders),
    acceptLanguage: request.headers["accept-language"],
    language: chooseLanguage(request.headers["accept-language"]),
    signal: request.deadline ?? NEVER,
  });
  const kindOf = createKindOf(limits.tokens);
  const requests = createAdmitRequests({
    admission,
    clients,
    kindOf,
    identify: config.identify,
    chooseLanguage,
  });
  const fastPath = createFastPath({ ...config, operations, types, createContext });

  const apollo = createApollo({ ...config, plugins: [operations.plugin] });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const pipeline = fastifyApolloHandler(apollo, {
    context: async (request) => createContext(request),
  });
  const throughPipeline = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> => {
    // The handler's type expects the caller's own route, but it needs only this.
    const body: unknown = await pipeline.call(app, request, reply);
    if (reply.statusCode === 200) {
      types.learn(request.headers.accept, reply.getHeader("content-type"));
    }
    return pipelineBody(request, reply, body, chooseLanguage);
  };

  const streams = await createUpdates(app, {
    ...config,
    kindOf,
    answer: createAnswerOperation(apollo),
    forwarded: (request) => pickHeaders(request, config.forwardHeaders),
  });
  // Not `async`, because each promise in every request costs time.
  const answer = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    try {
      return streams(request, reply) ?? fastPath(request, reply) ?? throughPipeline(request, reply);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  app.decorateRequest("viewer", undefined);
  app.decorateRequest("client", "");
  app.decorateRequest("slot", undefined);
  app.decorateRequest("deadline", undefined);
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    onRequest: (request, reply, done) => {
      if (requests.turnsAway(request, reply) || answerEncodedBody(request, reply, chooseLanguage))
        return;
      done();
    },
    preHandler: async (request, reply) => {
      const signal = beginDeadline(reply.raw, limits.deadlineMs);
      request.deadline = signal;
      return await requests.admit(request, reply, signal);
    },
    handler: (request, reply) => {
      const answered = answer(request, reply);
      const giveBack = (): void => {
        if (request.slot) giveBackWhenDone(request.slot, request.deadline ?? NEVER);
      };
      answered.then(giveBack, giveBack);
      return answered;
    },
    onResponse: (request, reply, done) => {
      metrics.observeRequest(reply.statusCode, reply.elapsedTime / 1000);
      logRequest(log, request, reply);
      done();
    },
  });
}

/** One line for each admitted request. An overload has two lines, however many requests are turned away. */
function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const { id: requestId, viewer, headers, slot } = request;
  const status = reply.statusCode;
  if (!log.isLevelEnabled("info") || (status === 503 && !slot)) return;
  const clientRequestId = clientRequestIdOf(headers);
  const ms = Math.round(reply.elapsedTime);
  log.info({ requestId, clientRequestId, status, ms, viewer: viewer?.subject }, "request");
}

const NEVER = new AbortController().signal;

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/** The client headers that are forwarded, and the request's id even if the client gave none. */
function pickHeaders(
  { headers, id }: Pick<FastifyRequest, "headers" | "id">,
  names: readonly string[],
): Readonly<Record<string, string>> {
  if (names.length === 0) return NONE;
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = name === "x-request-id" ? (clientRequestIdOf(headers) ?? id) : headers[name];
    if (typeof value === "string") picked[name] = value;
  }
  return picked;
}
