import type { FormattedExecutionResult, GraphQLSchema } from "graphql";
import type { SubgraphOperation } from "@alliance-hub/kit/subgraph/execute";
import type { SubgraphRequest } from "@alliance-hub/kit/subgraph/subgraph";
import type { ApolloServerOptions } from "@apollo/server";

/** Sends one operation to one subgraph, wherever that is. */
export interface Transport {
  send(operation: SubgraphOperation, request: SubgraphRequest): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}

/** What the engine needs of the gateway's per-request context. */
export interface EngineContext extends SubgraphRequest {}

/** What Apollo Server takes as its `gateway`. */
export type ApolloGatewayInterface = NonNullable<ApolloServerOptions<EngineContext>["gateway"]>;

/**
 * Plans and executes operations over subgraphs, behind Apollo Server. One small interface, so that
 * the implementation can be exchanged without anything else noticing.
 */
export interface Engine extends AsyncDisposable {
  readonly gateway: ApolloGatewayInterface;
  /** What clients may ask, once the server has loaded the gateway. */
  apiSchema(): GraphQLSchema;
}

/** What an engine is made of. */
export interface EngineConfig {
  readonly supergraphSdl: string;
  /** Subgraph name (as in `@join__graph(name:)`) → its transport. */
  readonly transports: Readonly<Record<string, Transport>>;
}
