// Hive Gateway over the hub's own subgraphs, which it reaches under the hub's signature; subscriptions over
// server-sent events and WebSockets, as its command line serves them.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createGatewayRuntime, getGraphQLWSOptions } from "@graphql-hive/gateway";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { signedFetches } from "../hive/signed-fetches.ts";

const urls = new Map(
  (process.env["SUBGRAPHS"] ?? "").split(",").map((pair) => pair.split("=", 2) as [string, string]),
);
const runtime = createGatewayRuntime({
  supergraph: readFileSync(process.env["SUPERGRAPH"] ?? "", "utf8"),
  logging: false,
  landingPage: false,
  graphiql: false,
  requestId: false,
  readinessCheckEndpoint: "/health/ready",
  plugins: () => [signedFetches(process.env["HUB_GATEWAY_SECRET"] ?? "", urls)],
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
