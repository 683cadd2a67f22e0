import { randomUUID } from "node:crypto";
import { whenClosed } from "@alliance-hub/platform/http/when-closed";
import { timedOut } from "@alliance-hub/platform/streams/until-deadline";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { EngineContext } from "../../engine/engine.ts";

/** An id of a request that a client or proxy has set itself. It appears in logs, so its form is strict. */
const CLIENT_REQUEST_ID = /^[A-Za-z0-9._-]{8,100}$/;

/** The hub's own id of a request. The audit log has it, and no client can choose it. */
export const newRequestId = (): string => randomUUID();

/** What the client calls its request (`x-request-id`), if that is well formed. */
export function clientRequestIdOf({
  "x-request-id": header,
}: IncomingHttpHeaders): string | undefined {
  return typeof header === "string" && CLIENT_REQUEST_ID.test(header) ? header : undefined;
}

/** The context of one GraphQL request. */
export interface RequestContext extends EngineContext {
  /** Client headers that are forwarded to subgraphs over HTTP; none unless a setting names them. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** In which language the client wants to be told of errors. */
  readonly acceptLanguage: string | undefined;
}

/**
 * Starts the time to answer a request. Its signal fires at the deadline or when the client goes away, even if
 * the client went before this was called. One controller and one timer: `AbortSignal.any` and
 * `AbortSignal.timeout` cost four times as much.
 *
 * @param response its end ends the request: finished, or closed because the client went away.
 */
export function beginDeadline(response: ServerResponse, deadlineMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timedOut()), deadlineMs);
  whenClosed(response, () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
