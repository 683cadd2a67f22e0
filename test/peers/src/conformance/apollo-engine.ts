import { createHash } from "node:crypto";
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { readSchema } from "@alliance-hub/test/support/federation/read-schema";
import { type ExecutionResult, getOperationAST, printSchema } from "graphql";
import type {
  ApolloGatewayInterface,
  Engine,
  EngineConfig,
  EngineContext,
  EngineOperation,
  PreparedOperation,
  Transport,
} from "@alliance-hub/gateway/engine/engine";

/** What the package's executor takes and returns. */
type Executor = Awaited<ReturnType<ApolloGateway["load"]>>["executor"];

/** An {@link Engine} that is `@apollo/gateway`: the peer that ours is compared with. */
export async function openApolloEngine(config: EngineConfig): Promise<Engine> {
  // The package would otherwise report usage to its maker's host.
  process.env["APOLLO_TELEMETRY_DISABLED"] = "1";
  const transports: Transport[] = [];
  const gateway = new ApolloGateway({
    supergraphSdl: config.supergraphSdl,
    buildService: ({ name, url }) => {
      const transport = config.transport({ name, url: url ?? "" });
      transports.push(transport);
      return dataSource(transport);
    },
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  let schema: ReturnType<typeof readSchema> | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    // The peers have their own graphql package, whose classes differ from ours.
    schema = readSchema(printSchema(apiSchema));
  });
  const { executor } = await gateway.load();
  return {
    // The package speaks version 1 of the interface, the server version 2; what differs is unused.
    gateway: gateway as unknown as ApolloGatewayInterface, // two releases of one interface
    apiSchema: () => {
      if (!schema) throw new Error("The supergraph has not been loaded");
      return schema;
    },
    prepare: async (operation) => prepare(executor, operation),
    swap: () => {
      throw new Error("The peer serves one supergraph");
    },
    onSwap: ignore,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop();
      await Promise.all(transports.map((transport) => transport.close()));
    },
  };
}

function prepare(executor: Executor, { source, document, operationName }: EngineOperation) {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error(`The document has no operation ${operationName ?? ""}`);
  const queryHash = createHash("sha256").update(source).digest("hex");
  return {
    operation,
    execute: async (variables, context) => {
      const request = { query: source, variables, operationName: operationName ?? undefined };
      const asked = { request, document, operation, operationName, queryHash, source, context };
      // The package notes there which subgraphs sent no trace, and fails on the first error without it.
      Object.assign(asked, { metrics: {} });
      return (await executor(asked as unknown as Parameters<Executor>[0])) as ExecutionResult; // two releases of one interface
    },
    subscribe: () => {
      throw new Error("@apollo/gateway plans no subscriptions.");
    },
  } satisfies PreparedOperation;
}

function dataSource(transport: Transport): GraphQLDataSource {
  return {
    process: async ({ request, context }) => {
      const { query = "", variables, operationName } = request;
      const kind = /^mutation\b/.test(query) ? ("mutation" as const) : ("query" as const);
      const operation = { kind, query, queryJson: JSON.stringify(query), variables, operationName };
      return (await transport.send(operation, context as EngineContext)) as object;
    },
  };
}

function ignore(): void {}
