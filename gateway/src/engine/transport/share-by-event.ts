import { createEventResults } from "@alliance-hub/platform/subgraph/event-results";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { FormattedExecutionResult } from "graphql";
import { LRUCache } from "lru-cache";
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
  const texts = numberTexts();
  const viewers = new WeakMap<Viewer, number>();
  const numberOf = (viewer: Viewer): number => {
    let number = viewers.get(viewer);
    if (number === undefined) viewers.set(viewer, (number = texts(JSON.stringify(viewer))));
    return number;
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
      const named = `${numberOf(viewer)} ${texts(fetch.query)} `;
      const question = named + JSON.stringify([fetch.variables, rest]);
      const ask = (): Promise<FormattedExecutionResult> =>
        transport.send(fetch, { ...request, signal: AbortSignal.timeout(SHARED_MS) });
      return withinDeadline(name, signal, results(request.event, question, ask));
    },
  };
}

/** Texts that have a number at a time. One that has lost it gets another: what it stood for is then asked once more. */
const NUMBERED = 10_000;

/** Gives equal texts the same number: long ones are not joined and hashed anew for each event. */
function numberTexts(): (text: string) => number {
  const numbers = new LRUCache<string, number>({ max: NUMBERED });
  let last = 0;
  return (text) => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = last += 1));
    return number;
  };
}
