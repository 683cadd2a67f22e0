import { randomUUID } from "node:crypto";
import { SIGNATURE_HEADER, sign } from "@alliance-hub/platform/serve/signature";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { GraphQLDataSource } from "@apollo/gateway";
import { Agent, request as send } from "undici";

/** A subgraph of the hub over HTTP. */
export interface SignedSubgraph {
  readonly name: string;
  readonly url: string;
  /** Secret shared with the subgraph. */
  readonly secret: string;
}

/**
 * How `@apollo/gateway` reaches a subgraph of the hub: under the gateway's signature, for a viewer
 * without a token, over kept-alive connections. It is faster than the package's own data source.
 */
export function createSignedDataSource(subgraph: SignedSubgraph): GraphQLDataSource {
  const { name, url, secret } = subgraph;
  const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 10_000 });
  return {
    process: async ({ request: { query, variables, operationName } }) => {
      const body = JSON.stringify({ query, variables, operationName });
      const signature = sign(secret, name, {
        viewer: ANONYMOUS,
        requestId: randomUUID(),
        body,
      });
      const answer = await send(url, {
        method: "POST",
        headers: { "content-type": "application/json", [SIGNATURE_HEADER]: signature },
        body,
        dispatcher,
      });
      if (answer.statusCode !== 200) throw new Error(`${name} answered ${answer.statusCode}`);
      return (await answer.body.json()) as object;
    },
  };
}
