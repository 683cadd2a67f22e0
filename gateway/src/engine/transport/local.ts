import {
  createSubgraphExecutor,
  createSubgraphSubscriber,
} from "@alliance-hub/kit/subgraph/execute";
import type { Log } from "@alliance-hub/kit/log/log";
import type { Subgraph } from "@alliance-hub/kit/subgraph/subgraph";
import type { Transport } from "../engine.ts";
import { withinDeadline } from "./deadline.ts";

/** Calls a subgraph in this process: no socket, no serialising. */
export function createLocalTransport(subgraph: Subgraph, log: Log): Transport {
  const execute = createSubgraphExecutor(subgraph, log);
  const subscribe = createSubgraphSubscriber(subgraph, log);
  return {
    send: (operation, request) => {
      const { signal } = request;
      // A change that was begun is not broken off.
      const waiting =
        operation.kind === "mutation" ? { signal, outcome: "UNKNOWN" as const } : { signal };
      return withinDeadline(subgraph.name, waiting, execute(operation, request));
    },
    subscribe,
    close: () => subgraph.close(),
  };
}
