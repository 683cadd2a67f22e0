import { SIGNATURE_HEADER, sign } from "@alliance-hub/kit/subgraph/signature";
import { Agent, request as send } from "undici";
import { subgraphUnavailable } from "./deadline.ts";
import type { Transport } from "../engine.ts";

/** How to reach a subgraph over HTTP. */
export interface HttpTransportConfig {
  readonly name: string;
  readonly url: string;
  /** Shared with the subgraph. */
  readonly gatewaySecret: string;
  /** Longest answer, in bytes. Default 16 MiB. */
  readonly maxResponseBytes?: number;
}

/** Calls a subgraph over HTTP with kept-alive connections, under the gateway's signature. */
export function createHttpTransport(config: HttpTransportConfig): Transport {
  const { name, url, gatewaySecret } = config;
  const dispatcher = new Agent({
    connections: 64,
    keepAliveTimeout: 10_000,
    maxResponseSize: config.maxResponseBytes ?? 16_777_216,
  });
  return {
    send: async (operation, { viewer, requestId, signal }) => {
      const body = JSON.stringify(operation);
      const signature = await sign(gatewaySecret, name, { viewer, requestId, body });
      try {
        const answer = await send(url, {
          method: "POST",
          headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signature },
          body,
          signal,
          dispatcher,
        });
        const text = await answer.body.text();
        if (answer.statusCode !== 200) throw new Error(`answered with status ${answer.statusCode}`);
        return JSON.parse(text);
      } catch (error) {
        throw subgraphUnavailable(
          name,
          signal.aborted ? "did not answer within the deadline" : describe(error),
        );
      }
    },
    close: () => dispatcher.close(),
  };
}

/** The fault in words that say nothing of addresses within the installation. */
function describe(error: unknown): string {
  if (error instanceof SyntaxError) return "answered with something that is no JSON";
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  if (typeof code === "string") return `cannot be reached (${code})`;
  return error instanceof Error ? error.message : "failed";
}
