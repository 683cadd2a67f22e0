import Fastify, { type FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import { listen } from "../http/listen.ts";
import { SERVER_TIMEOUTS } from "../http/timeouts.ts";
import type { ProcessSettings } from "../settings/process-settings.ts";

/** The route `GET /metrics`, for Prometheus. */
export function addMetrics(app: FastifyInstance, registry: Registry): void {
  app.get(
    "/metrics",
    async (_request, reply) =>
      await reply.type(registry.contentType).send(await registry.metrics()),
  );
}

/** A server for metrics alone, apart from the server for clients. */
export interface MetricsServer extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves figures on a port of their own.
 *
 * Port 0 means a free one.
 * @returns undefined where no port is set.
 */
export async function serveMetrics(
  registry: Registry,
  { host, metricsPort: port }: Pick<ProcessSettings, "host" | "metricsPort">,
): Promise<MetricsServer | undefined> {
  if (port === undefined) return undefined;
  const app = Fastify({ ...SERVER_TIMEOUTS, forceCloseConnections: true });
  addMetrics(app, registry);
  const address = await listen(app, { host, port });
  return {
    url: `${address}/metrics`,
    [Symbol.asyncDispose]: async () => {
      await app.close();
    },
  };
}
