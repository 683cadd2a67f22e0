// Hive Gateway with its native planner (what its command line calls --hive-router-runtime), in one
// process on Node's own server as its command starts it; no log, no pages for people, no reports.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";

const runtime = createGatewayRuntime({
  supergraph: readFileSync(process.env["SUPERGRAPH"] ?? "", "utf8"),
  unifiedGraphHandler,
  logging: false,
  landingPage: false,
  graphiql: false,
  requestId: false,
  readinessCheckEndpoint: "/health/ready",
});
await runtime.getSchema();
createServer(runtime).listen(Number(process.env["PORT"]), "127.0.0.1");
