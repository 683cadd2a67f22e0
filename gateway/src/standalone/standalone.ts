import { listen } from "@alliance-hub/platform/http/listen";
import type { Log } from "@alliance-hub/platform/log/log";
import { serveMetrics } from "@alliance-hub/platform/metrics/serve-metrics";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import { createLanguageChoice } from "@alliance-hub/platform/words/language";
import type { Engine } from "../engine/engine.ts";
import { createEngine } from "../engine/operation/hub-engine.ts";
import { createHttpTransport } from "../engine/transport/http/http.ts";
import { createApp } from "../http/app.ts";
import { AS_SUBGRAPHS_SAY } from "../http/errors/error-policy.ts";
import type { RequestContext } from "../http/request/request-context.ts";
import { openInstruments } from "../instruments/instruments.ts";
import type { StandaloneConfig } from "./standalone-config.ts";
import { SupergraphError, readSupergraph, watchSupergraph } from "./supergraph-file.ts";

/** A gateway that listens. Disposing of it finishes requests in flight. */
export interface Standalone extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves any Federation 2 supergraph over HTTP: the engine and its HTTP side, without the hub's subgraphs,
 * database and identity. Error messages of subgraphs go to the client.
 *
 * @throws SupergraphError that names the file and what is wrong with it.
 */
export async function createStandalone(config: StandaloneConfig): Promise<Standalone> {
  await using started = new AsyncDisposableStack();
  const instruments = started.use(await openInstruments({ ...config, name: "gateway" }));
  const { log, metrics, tracing } = instruments;
  const file = config.supergraphFile;
  const supergraphSdl = await readSupergraph(file);
  const engine = started.use(openEngine(file, supergraphSdl));

  const app = await createApp({
    engine,
    introspection: true,
    errors: AS_SUBGRAPHS_SAY,
    identify: () => ANONYMOUS,
    limits: config.limits,
    forwardHeaders: config.forwardHeaders,
    corsOrigins: config.corsOrigins,
    chooseLanguage: createLanguageChoice(config.language),
    trustedProxies: config.trustedProxies,
    log,
    metrics,
    tracing,
    servesMetrics: config.metricsPort === undefined,
    isReady: async () => true,
  });
  started.defer(() => app.close());
  started.defer(watchSupergraph(file, () => void replace({ engine, file, log })));
  started.use(await serveMetrics(metrics.registry, config));
  const url = await listen(app, config);

  const running = started.move();
  const close = (): Promise<void> => running.disposeAsync();
  return { url, close, [Symbol.asyncDispose]: close };
}

function openEngine(file: string, supergraphSdl: string): Engine {
  try {
    return createEngine({
      supergraphSdl,
      transport: ({ name, url }) => createHttpTransport({ name, url, headers: forwardedHeaders }),
    });
  } catch (error) {
    throw new SupergraphError(file, `is not a valid supergraph: ${messageOf(error)}`);
  }
}

/** Every context here was made by `createRequestContext`. */
function forwardedHeaders(context: SubgraphRequest): Readonly<Record<string, string>> {
  return (context as RequestContext).forwarded;
}

/** Serves what is in the file now. If that is not a valid supergraph, the previous one stays in use. */
async function replace(at: { engine: Engine; file: string; log: Log }): Promise<void> {
  const { engine, file, log } = at;
  try {
    engine.swap(await readSupergraph(file));
    log.info({ file }, "the new supergraph is in use");
  } catch (error) {
    const fault = messageOf(error);
    log.error({ file, fault }, "the new supergraph is rejected; the previous one stays in use");
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
