import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { type StopConfig, boundStop } from "@alliance-hub/platform/http/stop";
import type { FastifyInstance } from "fastify";

/** A stopping hub stops listening when no request has come for this time, in milliseconds. */
const QUIET_MS = 300;
/** Maximum time that a stopping hub still accepts requests, in milliseconds. */
const LONGEST_DRAIN_MS = 5000;

/**
 * Stopping loses no request. The hub still accepts requests on their way, and each answer ends its connection.
 * It stops listening only when no request has come for a moment. A load balancer sees `not ready` at once.
 * Clients with unfinished requests do not delay it longer than {@link boundStop} allows.
 *
 * @returns whether the app is stopping.
 */
export function drainWhenStopping(app: FastifyInstance, config: StopConfig): () => boolean {
  const closeConnections = boundStop(app, config);
  let stopping = false;
  let lastRequest = 0;
  // Callbacks here and below, because async hooks would cost a promise for each hook and request.
  app.addHook("onRequest", (_request, _reply, done) => {
    if (stopping) lastRequest = performance.now();
    done();
  });
  app.addHook("preClose", async () => {
    stopping = true;
    const began = performance.now();
    do {
      await wait(QUIET_MS);
      // A busy process fires its timers late. So it first reads what has arrived in the meantime.
      await turn();
    } while (
      performance.now() - lastRequest < QUIET_MS &&
      performance.now() - began < LONGEST_DRAIN_MS
    );
    closeConnections();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (stopping) void reply.header("connection", "close");
    done(null, payload);
  });
  return () => stopping;
}
