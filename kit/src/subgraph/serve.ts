import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import type { Log } from "../log/log.ts";
import { createSubgraphExecutor } from "./execute.ts";
import { SIGNATURE_HEADER, verify } from "./signature.ts";
import type { Subgraph } from "./subgraph.ts";

/** How a subgraph listens. */
export interface ServeConfig {
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Shared with the gateway; at least 32 characters. */
  readonly gatewaySecret: string;
  /** Longest body, in bytes. Default 4 MiB: representations of a page of entities fit well. */
  readonly bodyLimit?: number;
  readonly log: Log;
}

/** A subgraph that listens. */
export interface ServedSubgraph extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP, to the gateway alone: a request without its short-lived signature
 * over viewer and body is answered 401. `GET /health` is open.
 */
export async function serveSubgraph(
  subgraph: Subgraph,
  config: ServeConfig,
): Promise<ServedSubgraph> {
  const app = Fastify({
    bodyLimit: config.bodyLimit ?? 4 * 1024 * 1024,
    forceCloseConnections: "idle",
    // The signature carries the viewer, with an id for each committee that is run.
    http: { maxHeaderSize: 1024 * 1024 },
  });
  // The signature covers the body byte for byte, so it is kept as text.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  app.get("/health", () => ({ status: "up", subgraph: subgraph.name }));
  addGraphQLRoute(app, subgraph, config);
  const address = await app.listen({ port: config.port, host: config.host ?? "127.0.0.1" });
  const close = async (): Promise<void> => {
    await app.close();
  };
  return { url: `${address}/graphql`, close, [Symbol.asyncDispose]: close };
}

function addGraphQLRoute(app: FastifyInstance, subgraph: Subgraph, config: ServeConfig): void {
  const execute = createSubgraphExecutor(subgraph, config.log);
  app.post<{ Body: string }>("/graphql", async (request, reply) => {
    const signature = request.headers[SIGNATURE_HEADER];
    const vouched = await verify(config.gatewaySecret, subgraph.name, {
      signature: typeof signature === "string" ? signature : undefined,
      body: request.body,
    });
    if (!vouched) return await reply.code(401).send({ errors: [unsigned()] });
    const gone = new AbortController();
    reply.raw.on("close", () => gone.abort());
    const { query, variables, operationName } = JSON.parse(request.body);
    return await execute(
      { query, variables, operationName },
      { viewer: vouched.viewer, requestId: vouched.requestId || randomUUID(), signal: gone.signal },
    );
  });
}

function unsigned(): object {
  return {
    message:
      "This subgraph answers only requests that carry the gateway's signature. Send the query to the gateway.",
    extensions: { code: "UNAUTHENTICATED" },
  };
}
