import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/kit/viewer/viewer";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { EngineContext } from "../engine/engine.ts";

/** A request id that a client or proxy may set itself: it reaches logs, so its form is strict. */
const REQUEST_ID = /^[A-Za-z0-9._-]{8,100}$/;

/** The id of a request: the `x-request-id` it came with if that is well formed, a new one otherwise. */
export function requestIdOf(header: unknown): string {
  return typeof header === "string" && REQUEST_ID.test(header) ? header : randomUUID();
}

/** The context of one GraphQL request: its signal fires at the deadline or when the client goes away. */
export function createRequestContext(
  parts: { request: FastifyRequest; reply: FastifyReply; viewer?: Viewer },
  deadlineMs: number,
): EngineContext {
  const gone = new AbortController();
  parts.reply.raw.once("close", () => {
    if (!parts.reply.raw.writableFinished) gone.abort();
  });
  return {
    viewer: parts.viewer ?? ANONYMOUS,
    requestId: String(parts.request.id),
    signal: AbortSignal.any([gone.signal, AbortSignal.timeout(deadlineMs)]),
  };
}
