import { createEventResults } from "@alliance-hub/platform/subgraph/event-results";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { FormattedExecutionResult } from "graphql";
import type { EngineContext, Transport } from "../engine.ts";
import { withinDeadline } from "./deadline.ts";

/** How long a fetch that several wait for may take, in milliseconds; each waits as long as it likes. */
const SHARED_MS = 30_000;

/**
 * Subscriptions that are completed for one event, each for itself, often ask a subgraph for the same: that
 * is asked once for each viewer. Other requests pass as they are.
 */
export function shareByEvent(name: string, transport: Transport): Transport {
  const results = createEventResults<FormattedExecutionResult>();
  const viewers = new WeakMap<Viewer, string>();
  const textOf = (viewer: Viewer): string => {
    let text = viewers.get(viewer);
    if (text === undefined) viewers.set(viewer, (text = JSON.stringify(viewer)));
    return text;
  };
  return {
    ...transport,
    send: (fetch, request) => {
      if (request.event === undefined || fetch.kind !== "query")
        return transport.send(fetch, request);
      // Whatever else a gateway's context holds, such as headers that are passed on, tells askers apart.
      const {
        signal,
        requestId: _id,
        viewer,
        eventDeadlineMs: _ms,
        ...rest
      }: EngineContext = request;
      const key = JSON.stringify([fetch.query, fetch.variables, rest]) + textOf(viewer);
      const ask = (): Promise<FormattedExecutionResult> =>
        transport.send(fetch, { ...request, signal: AbortSignal.timeout(SHARED_MS) });
      return withinDeadline(name, signal, results(key, ask));
    },
  };
}
