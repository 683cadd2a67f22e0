import { randomUUID } from "node:crypto";
import { SIGNATURE_HEADER, sign } from "@alliance-hub/platform/serve/signature";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import type { GatewayPlugin } from "@graphql-hive/gateway";

/**
 * A plugin that lets Hive Gateway call the hub's subgraphs, which answer only requests with the gateway's
 * signature over viewer and body.
 *
 * @param urls addresses of the subgraphs by their names.
 */
export function signedFetches(secret: string, urls: ReadonlyMap<string, string>): GatewayPlugin {
  const names = new Map(Array.from(urls, ([name, url]) => [url, name]));
  return {
    onFetch: (fetching) => {
      const { url, options } = fetching;
      const [address = "", search = ""] = url.split("?", 2);
      const subgraph = names.get(address);
      if (subgraph === undefined) return;
      const body = typeof options.body === "string" ? options.body : search;
      const call = { viewer: ANONYMOUS, requestId: randomUUID(), body };
      const signature = sign(secret, subgraph, call);
      fetching.setOptions({
        ...options,
        headers: { ...options.headers, [SIGNATURE_HEADER]: signature },
      });
    },
  };
}
