import { currentSpan, traced } from "@alliance-hub/platform/trace/span";
import type { Transport } from "../engine.ts";

/** Makes each fetch a span of the request that needs it; where nothing is traced, it passes as it is. */
export function traceFetches(name: string, transport: Transport): Transport {
  return {
    ...transport,
    send: (fetch, request) => {
      if (!currentSpan()) return transport.send(fetch, request);
      const attributes = { "hub.subgraph": name, "graphql.operation.type": fetch.kind };
      return traced(`fetch ${name}`, { kind: "client", attributes }, () =>
        transport.send(fetch, request),
      );
    },
  };
}
