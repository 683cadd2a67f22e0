// Hive Gateway over the hub's own subgraphs, which it reaches under the hub's signature; subscriptions over
// server-sent events and WebSockets, as its command line serves them.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import { SIGNATURE_HEADER, sign } from "@alliance-hub/platform/serve/signature";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { createGatewayRuntime, getGraphQLWSOptions } from "@graphql-hive/gateway";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";

const secret = process.env["HUB_GATEWAY_SECRET"] ?? "";
const names = new Map(
  (process.env["SUBGRAPHS"] ?? "")
    .split(",")
    .map((pair) => pair.split("=", 2) as [string, string])
    .map(([name, url]) => [url, name]),
);
const runtime = createGatewayRuntime({
  supergraph: readFileSync(process.env["SUPERGRAPH"] ?? "", "utf8"),
  logging: false,
  landingPage: false,
  graphiql: false,
  requestId: false,
  readinessCheckEndpoint: "/health/ready",
  plugins: () => [
    {
      onFetch: (fetching) => {
        const { url, options } = fetching;
        const [address = "", search = ""] = url.split("?", 2);
        const subgraph = names.get(address);
        if (subgraph === undefined) return;
        const body = typeof options.body === "string" ? options.body : search;
        const signature = sign(secret, subgraph, {
          viewer: ANONYMOUS,
          requestId: randomUUID(),
          body,
        });
        fetching.setOptions({
          ...options,
          headers: { ...options.headers, [SIGNATURE_HEADER]: signature },
        });
      },
    },
  ],
});
await runtime.getSchema();
const server = createServer((request, response) => void runtime(request, response));
const sockets = new WebSocketServer({ server, path: "/graphql" });
useServer(
  getGraphQLWSOptions(runtime as never, (context) => ({
    headers: {},
    ...(context.extra as object),
  })) as never,
  sockets,
);
server.listen(Number(process.env["PORT"]), "127.0.0.1");
