import { type IncomingHttpHeaders, createServer } from "node:http";
import { text } from "node:stream/consumers";
import { type GraphQLSchema, graphql } from "graphql";

/** A subgraph that listens. */
export interface ServedSchema extends AsyncDisposable {
  readonly url: string;
  /** Headers of the last request. */
  lastHeaders(): IncomingHttpHeaders;
}

/** Serves a schema over HTTP on a free port. */
export async function serveSchema(
  schema: GraphQLSchema,
  rootValue: unknown,
): Promise<ServedSchema> {
  let headers: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    headers = request.headers;
    void text(request).then(async (body) => {
      const { query, variables } = JSON.parse(body);
      const result = await graphql({
        schema,
        source: query,
        rootValue,
        variableValues: variables,
      });
      response.setHeader("content-type", "application/json").end(JSON.stringify(result));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    lastHeaders: () => headers,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
