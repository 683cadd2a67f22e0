import { SERVER_TIMEOUTS } from "@alliance-hub/platform/http/timeouts";
import { addMetrics } from "@alliance-hub/platform/metrics/serve-metrics";
import cors from "@fastify/cors";
import Fastify, { type FastifyInstance } from "fastify";
import { createAdmission } from "./admission/admission.ts";
import { createClientKeys } from "./admission/client-keys.ts";
import { trustIn } from "./request/client-address.ts";
import { drainWhenStopping } from "./drain.ts";
import { answerBadAddress, answerFaults, answerUnknownRoutes } from "./faults.ts";
import { type GraphQLRouteConfig, addGraphQL } from "./graphql-route.ts";
import type { CalendarSource } from "./feeds/calendar.ts";
import { addCalendarFeeds } from "./feeds/route.ts";
import { addHealth } from "./health.ts";
import { newRequestId } from "./request/request-context.ts";
import { withoutSuggestions } from "./errors/suggestions.ts";
import { traceRequests } from "./trace-requests.ts";

/** What the HTTP side is made of. */
export interface AppConfig extends GraphQLRouteConfig {
  /** Addresses and networks of proxies whose `X-Forwarded-For` the hub trusts. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** What calendar feeds are read from. If left out, there are none. */
  readonly calendars?: Pick<CalendarSource, "rows"> | undefined;
  /** Whether the hub can answer now; asked by `GET /health`. */
  readonly isReady: () => Promise<boolean>;
  /** Whether `/metrics` is among the routes. Default: yes. */
  readonly servesMetrics?: boolean;
}

/** How long a client may read nothing of an answer, in milliseconds. Heartbeats of streams come more often. */
const UNREAD_MS = 60_000;

/**
 * The routes `/graphql`, `/calendars/`, `/health`, `/health/live`, `/health/ready` and `/metrics`. Their
 * handlers start here and stop when the app closes. The caller keeps the engine.
 */
export async function createApp(config: AppConfig): Promise<FastifyInstance> {
  const trust = trustIn(config.trustedProxies ?? []);
  const app = Fastify({
    bodyLimit: config.limits.bodyBytes,
    genReqId: newRequestId,
    // While the hub stops, requests that still come over open connections are answered, not rejected.
    return503OnClosing: false,
    forceCloseConnections: "idle",
    ...SERVER_TIMEOUTS,
    // Closes connections that were idle for this time: a client that does not read its answer.
    connectionTimeout: config.limits.deadlineMs + UNREAD_MS,
    // This is also the maximum time of one step of stopping; after that the other steps would be skipped.
    pluginTimeout: 60_000,
    trustProxy: trust,
    frameworkErrors: (error, request, reply) =>
      void answerBadAddress(error, request, reply, config.chooseLanguage),
  });
  const isStopping = drainWhenStopping(app, {
    deadlineMs: config.limits.deadlineMs,
    log: config.log,
  });
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    done();
  });
  if (config.tracing) traceRequests(app, config.tracing);
  answerFaults(app, config);
  if (config.corsOrigins.length > 0) {
    void app.register(cors, {
      origin: [...config.corsOrigins],
      methods: ["GET", "POST"],
      exposedHeaders: ["x-request-id", "retry-after"],
      maxAge: 600,
    });
  }
  const { engine, limits, log, metrics, calendars } = config;
  const admission = createAdmission(limits.admission, log);
  const clients = createClientKeys(trust);
  metrics.watchAdmission(admission.figures);
  await addGraphQL(app, {
    ...config,
    admission,
    clients,
    errors: config.introspection ? config.errors : withoutSuggestions(config.errors),
  });
  if (calendars) {
    const { deadlineMs } = limits;
    const { chooseLanguage } = config;
    const shared = { engine, admission, clients, deadlineMs, log, metrics, chooseLanguage };
    addCalendarFeeds(app, { ...calendars, ...shared });
  }
  addHealth(app, async () => !isStopping() && (await config.isReady()));
  if (config.servesMetrics !== false) addMetrics(app, config.metrics.registry);
  answerUnknownRoutes(app, config.chooseLanguage);
  return app;
}
