import {
  createSubgraphExecutor,
  createSubgraphSubscriber,
} from "@alliance-hub/platform/subgraph/execute";
import type { Log } from "@alliance-hub/platform/log/log";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import type { Transport } from "../engine.ts";
import { LATE, changeWithinDeadline, subgraphUnavailable, withinDeadline } from "./deadline.ts";

/** Calls a subgraph in this process: no socket, no serialising. */
export function createLocalTransport(subgraph: Subgraph, log: Log): Transport {
  const execute = createSubgraphExecutor(subgraph, log);
  const subscribe = createSubgraphSubscriber(subgraph, log);
  return {
    send: async (operation, request) => {
      const { signal } = request;
      const isChange = operation.kind === "mutation";
      if (signal.aborted)
        throw subgraphUnavailable(subgraph.name, LATE, isChange ? "UNCHANGED" : undefined);
      const work = execute(operation, request);
      return await (isChange ? changeWithinDeadline : withinDeadline)(subgraph.name, signal, work);
    },
    subscribe,
    close: () => subgraph.close(),
  };
}
