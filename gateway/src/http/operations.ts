import type { FastifyInstance } from "fastify";
import type { Metrics } from "./metrics.ts";

/** For whoever runs the hub: is it there (`/health/live`), can it answer (`/health`, `/health/ready`), how is it doing (`/metrics`). */
export function addOperations(
  app: FastifyInstance,
  metrics: Metrics,
  isReady: () => Promise<boolean>,
): void {
  app.get("/health/live", () => ({ status: "up" }));
  for (const url of ["/health", "/health/ready"]) {
    app.get(url, async (_request, reply) => {
      const ready = await isReady();
      return await reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
    });
  }
  app.get(
    "/metrics",
    async (_request, reply) => await reply.type(metrics.contentType).send(await metrics.text()),
  );
}
