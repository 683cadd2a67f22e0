import { untilDatabaseAnswers } from "../database/await-database.ts";
import { StartError } from "../errors/start-error.ts";
import { createLog } from "../log/log.ts";
import { serveMetrics } from "../metrics/serve-metrics.ts";
import { createSubgraphMetrics } from "./subgraph-metrics.ts";
import { keepRequestsYoung } from "../process/keep-young.ts";
import { withinStopLimit } from "../process/stop-limit.ts";
import { toldToStop } from "../process/told-to-stop.ts";
import { traceStatement } from "../trace/otlp/statements.ts";
import { openTracing } from "../trace/otlp/tracing.ts";
import { readServeSettings } from "./serve-settings.ts";
import { serveSubgraph } from "./serve.ts";
import type { Subgraph, SubgraphConfig } from "../subgraph/subgraph.ts";

/** Makes a subgraph. */
type CreateSubgraph = (config: SubgraphConfig) => Promise<Subgraph>;

/** Name and port of a subgraph. */
interface Identity {
  readonly name: string;
  readonly defaultPort: number;
}

/**
 * The `main` of a subgraph that runs by itself: reads its settings, waits for its database, brings its
 * tables up to date, listens until SIGTERM or SIGINT and then lets requests in flight end.
 */
export async function runSubgraph(create: CreateSubgraph, identity: Identity): Promise<void> {
  try {
    await run(create, identity);
  } catch (error) {
    const isForeseen =
      error instanceof StartError || Reflect.get(Object(error), "code") === "EADDRINUSE";
    const message = isForeseen ? (error as Error).message : undefined;
    console.error(message ? `The subgraph ${identity.name} did not start. ${message}` : error);
    process.exitCode = 1;
  }
}

async function run(create: CreateSubgraph, identity: Identity): Promise<void> {
  keepRequestsYoung();
  const settings = readServeSettings(process.env, identity.defaultPort);
  const log = createLog({
    level: settings.logLevel,
    name: identity.name,
    namesTraces: settings.traces !== undefined,
  });
  await untilDatabaseAnswers({
    url: settings.databaseUrl,
    waitMs: settings.databaseWaitSeconds * 1000,
    report: (line) => log.info(line),
  });
  await using closing = new AsyncDisposableStack();
  const metrics = createSubgraphMetrics();
  const tracing = await openTracing({
    settings: settings.traces,
    service: `alliance-hub-${identity.name}`,
    log,
  });
  closing.use(tracing);
  const subgraph = closing.use(
    await create({
      databaseUrl: settings.databaseUrl,
      poolSize: settings.poolSize,
      log,
      onStatement: (event) => {
        metrics.observeStatement(event);
        if (tracing) traceStatement(event);
      },
      onPool: (pool) => metrics.watchPool(pool),
      webhooks: {
        ...settings.webhooks,
        onAttempt: (attempt) => metrics.observeWebhook(attempt),
        tracing,
      },
      mail: settings.mail,
      updatesKeepDays: settings.updatesKeepDays,
    }),
  );
  await subgraph.migrate();
  const beside = settings.metricsPort === undefined ? { metrics: metrics.registry } : {};
  const served = await serveSubgraph(subgraph, { ...settings, log, tracing, ...beside });
  closing.use(await serveMetrics(metrics.registry, settings));
  log.info({ url: served.url }, "listening");
  const work = subgraph.work?.();
  metrics.watchBacklog(subgraph);
  closing.defer(async () => {
    await served.close();
    await work?.[Symbol.asyncDispose]();
  });
  await toldToStop();
  await withinStopLimit(closing.disposeAsync(), `subgraph ${identity.name}`);
}
