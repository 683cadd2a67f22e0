import { setTimeout as wait } from "node:timers/promises";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import type { FormattedExecutionResult } from "graphql";
import { type StreamEnd, type StreamRequest, readEventStream } from "./event-stream.ts";
import { TransportFault } from "./transport-fault.ts";

/** Pauses before a stream that broke is opened again, in milliseconds. */
const PAUSES_MS = [100, 500, 1000, 2000, 5000];

/**
 * Follows a subgraph's events. A stream that breaks is opened again after the last position, as often as it
 * takes: nothing is lost, and those who follow notice nothing but the pause.
 *
 * @param open how it is asked, for a request that says where to go on.
 * @throws TransportFault if it cannot be opened the first time, or has no position to go on from.
 */
export async function* followEventStream(
  open: (request: SubgraphRequest) => StreamRequest,
  request: SubgraphRequest,
): AsyncGenerator<FormattedExecutionResult> {
  const { signal } = request;
  let resumed = request;
  let hasBegun = false;
  for (let failures = 0; !signal.aborted; failures++) {
    const end: StreamEnd = { isComplete: false };
    try {
      for await (const event of readEventStream(open(resumed), end)) {
        const position = event.extensions?.["position"];
        if (typeof position === "string") {
          resumed = { ...request, resumeAfter: position };
          hasBegun = true;
        }
        failures = 0;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!hasBegun || !(error instanceof TransportFault)) throw error;
    }
    if (end.isComplete) return;
    if (!hasBegun) throw new TransportFault("broke off its answer");
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}
