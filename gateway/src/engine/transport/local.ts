import {
  createSubgraphExecutor,
  createSubgraphSubscriber,
} from "@alliance-hub/kit/subgraph/execute";
import type { Log } from "@alliance-hub/kit/log/log";
import type { Subgraph } from "@alliance-hub/kit/subgraph/subgraph";
import type { Transport } from "../engine.ts";
import { changeWithinDeadline, withinDeadline } from "./deadline.ts";

/** Calls a subgraph in this process: no socket, no serialising. */
export function createLocalTransport(subgraph: Subgraph, log: Log): Transport {
  const execute = createSubgraphExecutor(subgraph, log);
  const subscribe = createSubgraphSubscriber(subgraph, log);
  return {
    send: (operation, request) => {
      const within = operation.kind === "mutation" ? changeWithinDeadline : withinDeadline;
      return within(subgraph.name, request.signal, execute(operation, request));
    },
    subscribe,
    close: () => subgraph.close(),
  };
}
