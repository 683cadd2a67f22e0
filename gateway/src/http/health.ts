import type { FastifyInstance } from "fastify";

/**
 * For the people who run the hub: is the process alive (`/health/live`), and can it answer (`/health`,
 * `/health/ready`).
 */
export function addHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get("/health/live", () => ({ status: "up" }));
  for (const url of ["/health", "/health/ready"]) {
    app.get(url, async (_request, reply) => {
      const ready = await isReady();
      return await reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
    });
  }
}
