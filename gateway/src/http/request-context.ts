import { randomUUID } from "node:crypto";
import { whenClosed } from "@alliance-hub/kit/http/when-closed";
import type { ServerResponse } from "node:http";
import type { EngineContext } from "../engine/engine.ts";

/** A request id that a client or proxy may set itself: it reaches logs, so its form is strict. */
const REQUEST_ID = /^[A-Za-z0-9._-]{8,100}$/;

/** The id of a request: the `x-request-id` it came with if that is well formed, a new one otherwise. */
export function requestIdOf(header: unknown): string {
  return typeof header === "string" && REQUEST_ID.test(header) ? header : randomUUID();
}

/** The context of one GraphQL request. */
export interface RequestContext extends EngineContext {
  /** Headers of the client that go on to subgraphs over HTTP; none unless a setting names them. */
  readonly forwarded: Readonly<Record<string, string>>;
}

/**
 * Begins the time to answer a request: its signal fires at the deadline or when the client goes away, also
 * if it went before this was called. One controller and one timer: `AbortSignal.any` and
 * `AbortSignal.timeout` cost four times as much.
 *
 * @param response its end ends the request: finished, or closed because the client went away.
 */
export function beginDeadline(response: ServerResponse, deadlineMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), deadlineMs);
  whenClosed(response, () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
