import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { type StopConfig, boundStop } from "@alliance-hub/platform/http/stop";
import type { FastifyInstance } from "fastify";

/** How long no request may have come before a stopping hub stops listening, in milliseconds. */
const QUIET_MS = 300;
/** Longest that a stopping hub goes on taking requests, in milliseconds. */
const LONGEST_DRAIN_MS = 5000;

/**
 * Stopping loses no request: the hub still takes what is on its way, each answer ends its
 * connection, and only when none has come for a moment does it stop listening. A load balancer sees
 * `not ready` at once. What clients leave half done holds it up no longer than {@link boundStop} says.
 *
 * @returns whether the app is stopping.
 */
export function drainWhenStopping(app: FastifyInstance, config: StopConfig): () => boolean {
  const closeConnections = boundStop(app, config);
  let stopping = false;
  let lastRequest = 0;
  // Callbacks here and below: a promise for each hook and request is what they would cost otherwise.
  app.addHook("onRequest", (_request, _reply, done) => {
    if (stopping) lastRequest = performance.now();
    done();
  });
  app.addHook("preClose", async () => {
    stopping = true;
    const began = performance.now();
    do {
      await wait(QUIET_MS);
      // A busy process fires its timers late: what has arrived meanwhile is read before it is judged.
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
