// @apollo/gateway in Apollo Server, as its manual starts it: with features switched off that cost time and are
//   not needed here (landing page, cache hints, reports to the maker's host).
import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer, type BaseContext, type ApolloServerOptions } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import fastifyApollo from "@as-integrations/fastify";
import Fastify from "fastify";
import { createSignedDataSource } from "./signed-data-source.ts";

process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
const secret = process.env["HUB_GATEWAY_SECRET"];
const ignore = (): void => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env["SUPERGRAPH"] ?? "", "utf8"),
  buildService: ({ name, url = "" }) =>
    secret === undefined
      ? new RemoteGraphQLDataSource({ url })
      : createSignedDataSource({ name, url, secret }),
  logger,
});
const server = new ApolloServer({
  // The package speaks version 1 of the interface, the server version 2; what differs is unused here.
  gateway: gateway as unknown as NonNullable<ApolloServerOptions<BaseContext>["gateway"]>, // two releases of one interface
  persistedQueries: false,
  stopOnTerminationSignals: false,
  logger,
  plugins: [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ],
});
await server.start();
const app = Fastify();
app.get("/health/ready", () => ({ status: "ready" }));
await app.register(fastifyApollo(server));
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
