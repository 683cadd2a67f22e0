import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { DateScalar } from "@alliance-hub/kit/scalars/date";
import { DateTimeScalar } from "@alliance-hub/kit/scalars/date-time";
import { type GraphQLSchema, isScalarType } from "graphql";
import type {
  ApolloGatewayInterface,
  Engine,
  EngineConfig,
  EngineContext,
  Transport,
} from "./engine.ts";

/** An {@link Engine} that is `@apollo/gateway`. */
export function createApolloEngine(config: EngineConfig): Engine {
  // The package would otherwise report usage to its maker's host; nothing here talks to one.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
  const gateway = new ApolloGateway({
    supergraphSdl: config.supergraphSdl,
    buildService: ({ name }) => dataSource(name, config.transports[name]),
    // Composition errors and fault reports reach the caller; the gateway's own log would repeat them.
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    readScalars(apiSchema);
    schema = apiSchema;
  });
  return {
    apiSchema: () => {
      if (!schema) throw new Error("The supergraph has not been loaded yet");
      return schema;
    },
    // The package speaks version 1 of the interface, the server version 2; what differs is unused here.
    gateway: gateway as unknown as ApolloGatewayInterface,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop();
      await Promise.all(Object.values(config.transports).map((transport) => transport.close()));
    },
  };
}

/**
 * Composition keeps the names of the scalars and not how they are read. With their readers put
 * back, a day that does not exist is refused before anything of the document runs.
 */
function readScalars(schema: GraphQLSchema): void {
  for (const scalar of [DateScalar, DateTimeScalar]) {
    const served = schema.getType(scalar.name);
    if (!isScalarType(served)) continue;
    served.parseValue = scalar.parseValue;
    served.parseLiteral = scalar.parseLiteral;
  }
}

function ignore(): void {}

function dataSource(name: string, transport: Transport | undefined): GraphQLDataSource {
  if (!transport)
    throw new Error(`The supergraph names a subgraph "${name}" that has no transport.`);
  return {
    process: async (options) => {
      const { query, variables, operationName } = options.request;
      const context = options.context as EngineContext;
      return (await transport.send(
        { query: query ?? "", variables, operationName },
        context,
      )) as object;
    },
  };
}
