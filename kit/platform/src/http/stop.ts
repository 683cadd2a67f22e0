import type { FastifyInstance } from "fastify";
import type { Log } from "../log/log.ts";
import { type Connections, followConnections } from "./connections.ts";

/** How long a connection without a request is kept while a server stops, in milliseconds. */
const IDLE_MS = 300;
/** How long a client may take to send the rest of a request while a server stops, in milliseconds. */
const REST_WITHIN_MS = 1000;
/** How long a client may take to read an answer while a server stops, in milliseconds. */
const READ_WITHIN_MS = 3000;
/** How often a stopping server looks for connections that can be closed, in milliseconds. */
const LOOK_EVERY_MS = 100;
/** Maximum time that a stopping server waits for answers in progress, in milliseconds. */
export const LONGEST_ANSWER_MS = 30_000;

/** How a server stops. */
export interface StopConfig {
  /** Time to answer, in milliseconds, at most {@link LONGEST_ANSWER_MS}. What takes longer is cut off. */
  readonly deadlineMs?: number;
  readonly log: Log;
}

/**
 * Makes sure that stopping a server ends, whatever its clients do. Complete requests are answered. Clients that
 * sent half a request, or do not read, are cut off. Called before the server listens.
 *
 * @returns the function that begins this. Call it when the server accepts no more requests except those on
 * their way.
 */
export function boundStop(
  app: FastifyInstance,
  { deadlineMs = LONGEST_ANSWER_MS, log }: StopConfig,
): () => void {
  const connections = followConnections(app.server);
  let looking: NodeJS.Timeout | undefined;
  app.addHook("onClose", async () => clearInterval(looking));
  return () => {
    const lastMs = Math.min(deadlineMs, LONGEST_ANSWER_MS) + READ_WITHIN_MS;
    looking ??= closeOneByOne(connections, lastMs, log);
  };
}

function closeOneByOne(connections: Connections, lastMs: number, log: Log): NodeJS.Timeout {
  const began = performance.now();
  const looking = setInterval(() => {
    const sinceMs = performance.now() - began;
    connections.closeUseless({
      idleMs: IDLE_MS,
      readMs: READ_WITHIN_MS,
      awaitsHalves: sinceMs < REST_WITHIN_MS,
    });
    if (sinceMs < lastMs) return;
    clearInterval(looking);
    const cut = connections.closeAll();
    if (cut > 0) log.warn({ connections: cut }, "connections were cut off to stop in time");
  }, LOOK_EVERY_MS);
  return looking;
}
