import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import type { Log } from "@alliance-hub/platform/log/log";
import type { Tracing } from "@alliance-hub/platform/trace/span";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Limits } from "../settings/limits.ts";
import type { Engine } from "../engine/engine.ts";
import type { KindOf } from "../http/admission/admit-requests.ts";
import { FairQueue } from "../http/admission/fair-queue.ts";
import type { Admission } from "../http/admission/admission.ts";
import type { ClientKeys } from "../http/admission/client-keys.ts";
import type { AnswerOperation } from "../http/request/answer-operation.ts";
import type { ErrorPolicy } from "../http/errors/error-policy.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import type { Identify } from "../identity/identity.ts";
import { type Standings, createIdentityCache } from "../identity/identity-cache.ts";
import { createCatchUps } from "./catch-ups.ts";
import { createDocuments } from "./documents.ts";
import { createEventSource } from "./event-source.ts";
import { createSharedSubscriptions } from "./shared-subscriptions.ts";
import { createStreamSlots } from "./stream-slots.ts";
import { type Streams, createStreams } from "./streams.ts";
import { addWebSocket } from "./web-socket.ts";

/** What updates need. */
export interface UpdatesConfig {
  readonly engine: Engine;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  /** In which language a client is told of errors. */
  readonly chooseLanguage: ChooseLanguage;
  readonly identify: Identify;
  /** If left out, nobody's standing changes. */
  readonly standings?: Standings | undefined;
  /** See `EventSourceConfig`. */
  readonly resumeArgument?: string | undefined;
  /** See `EventSourceConfig`. */
  readonly personalSubscriptions?: readonly string[];
  readonly limits: Limits;
  /** All code that executes an operation for a client asks it for a slot first. */
  readonly admission: Admission;
  readonly kindOf: KindOf;
  /** The client whose share an operation counts towards. */
  readonly clients: ClientKeys;
  /** Answers operations other than subscriptions, like a POST. */
  readonly answer: AnswerOperation;
  /** Origins of portals. */
  readonly corsOrigins: readonly string[];
  readonly forwarded: (
    request: Pick<FastifyRequest, "headers" | "id">,
  ) => Readonly<Record<string, string>>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** If left out, nothing is traced. */
  readonly tracing?: Tracing | undefined;
}

/**
 * Subscriptions over WebSocket, which this adds to the app, and over server-sent events, which the caller
 * passes to the returned function.
 */
export async function createUpdates(app: FastifyInstance, config: UpdatesConfig): Promise<Streams> {
  const { engine, identify, standings, limits, log, metrics } = config;
  const identityCache = createIdentityCache(identify, standings?.readRevision);
  const stopping = new AbortController();
  app.addHook("preClose", async () => stopping.abort());
  const sharedSubscriptions = createSharedSubscriptions({
    stopping: stopping.signal,
    identityCache,
    queue: limits.streams.queue,
    metrics,
  });
  const slots = createStreamSlots(limits.streams);
  const queue = new FairQueue(limits.admission.catchUps);
  const buffer = limits.streams.queue;
  const catchUps = createCatchUps({ sharedSubscriptions, identityCache, queue, buffer, metrics });
  metrics.watchStreams({
    open: () => slots.taken,
    sharedSubscriptions: () => sharedSubscriptions.size,
    catchUps: queue,
  });
  engine.onSwap(() => sharedSubscriptions.swap());
  const watching = await standings?.watch(() => {
    sharedSubscriptions.recheck().catch((err: unknown) => {
      // An outage has its own log line.
      if (!awayIn(err)) log.warn({ err }, "standings could not be read");
    });
  });
  app.addHook("onClose", async () => await watching?.[Symbol.asyncDispose]());

  const documents = createDocuments({
    schema: () => engine.apiSchema(),
    introspection: config.introspection,
    tokens: limits.tokens,
  });
  const source = createEventSource({
    ...config,
    documents,
    identityCache,
    sharedSubscriptions,
    catchUps,
    resumeArgument: config.resumeArgument,
  });
  const { forwarded, corsOrigins, clients, admission, kindOf, chooseLanguage } = config;
  addWebSocket(app, {
    source,
    slots,
    identify,
    clients,
    admission,
    kindOf,
    deadlineMs: limits.deadlineMs,
    forwarded,
    corsOrigins,
    chooseLanguage,
    bodyBytes: limits.bodyBytes,
    operations: limits.streams.perConnection,
    openingPerAddress: limits.streams.openingPerAddress,
    log,
  });
  return createStreams(app, {
    source,
    documents,
    slots,
    clients,
    forwarded,
    corsOrigins,
    deadlineMs: limits.deadlineMs,
    chooseLanguage,
    log,
  });
}
