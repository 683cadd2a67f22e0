import type { SubgraphOperation } from "@alliance-hub/platform/subgraph/execute";
import type { SubgraphRequest } from "@alliance-hub/platform/subgraph/subgraph";
import type { ApolloServerOptions } from "@apollo/server";
import type {
  DocumentNode,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLScalarType,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";

/** One request to one subgraph. */
export interface SubgraphFetch extends SubgraphOperation {
  readonly kind: "query" | "mutation" | "subscription";
  /** The query as a JSON string, escaped once for all requests of a plan. */
  readonly queryJson: string;
}

/** Sends one operation to one subgraph, wherever that is. */
export interface Transport {
  /**
   * @returns the subgraph's answer, of whatever form; the engine may change it.
   * @throws HubError `SUBGRAPH_UNAVAILABLE` if there is none.
   */
  send(fetch: SubgraphFetch, request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /**
   * Follows a subscription until the request's signal fires. Left out: the subgraph serves none this way.
   *
   * @returns the subgraph's answers, one for each event, with its position in the update log it comes from in
   *   `extensions.position`; one that has nothing but that says up to where all has been told. The engine
   *   may change them.
   */
  subscribe?(
    fetch: SubgraphFetch,
    request: SubgraphRequest,
  ): AsyncIterable<FormattedExecutionResult>;
  close(): Promise<void>;
}

/** What the engine needs of the gateway's per-request context. */
export interface EngineContext extends SubgraphRequest {
  /** Time to complete one event of a subscription, in milliseconds. Default: until the signal fires. */
  readonly eventDeadlineMs?: number;
}

/** What Apollo Server takes as its `gateway`. */
export type ApolloGatewayInterface = NonNullable<ApolloServerOptions<EngineContext>["gateway"]>;

/** A document that parsed and validated against the API schema, and which of its operations is meant. */
export interface EngineOperation {
  /** The document as the client sent it: with the name, what a plan is kept under. */
  readonly source: string;
  readonly document: DocumentNode;
  /** Needed only where the document has several operations. */
  readonly operationName?: string | null | undefined;
  /** The API schema it was validated against. Default: the one in service. */
  readonly schema?: GraphQLSchema;
}

/** An operation that has been planned and compiled; it may be executed any number of times at once. */
export interface PreparedOperation {
  readonly operation: OperationDefinitionNode;
  /**
   * @param variables as the client sent them; they are coerced here.
   * @returns data and errors, never a rejection.
   */
  execute(
    variables: Readonly<Record<string, unknown>> | undefined,
    context: EngineContext,
  ): Promise<ExecutionResult>;
  /**
   * Follows a subscription: each event of the subgraph it begins in is completed with what the others
   * know at that moment.
   *
   * @returns what happened, until the context's signal fires; one result with errors if it cannot begin.
   */
  subscribe(
    variables: Readonly<Record<string, unknown>> | undefined,
    context: EngineContext,
  ): AsyncIterable<EventResult>;
}

/** One event of a subscription; without data and errors, only up to where all has been told. */
export interface EventResult extends ExecutionResult {
  /** Its position in the update log it comes from, where it has one. */
  readonly position?: string;
  /** Whether it lacks what was away or full at that moment: it may be complete later. Default false. */
  readonly isAway?: boolean;
}

/**
 * Plans and executes operations over subgraphs, behind Apollo Server. One small interface, so that
 * the implementation can be exchanged without anything else noticing.
 */
export interface Engine extends AsyncDisposable {
  readonly gateway: ApolloGatewayInterface;
  /** What clients may ask. */
  apiSchema(): GraphQLSchema;
  /**
   * Plans and compiles an operation, or finds it in the cache.
   *
   * @throws GraphQLError when there is no such operation, or it cannot be planned within the budget.
   */
  prepare(operation: EngineOperation): Promise<PreparedOperation>;
  /**
   * Serves another supergraph from now on; requests in flight end on the one they began with.
   *
   * @throws Error if it is no supergraph; the one before stays in service.
   */
  swap(supergraphSdl: string): void;
  /** Tells whoever keeps prepared operations that the previous ones are out of date. */
  onSwap(listener: () => void): void;
}

/** What an engine is made of. */
export interface EngineConfig {
  readonly supergraphSdl: string;
  /** The transport to a subgraph, by its name (as in `@join__graph(name:)`) and its address there. */
  readonly transport: (subgraph: { readonly name: string; readonly url: string }) => Transport;
  /** How values of custom scalars are read; those of others are taken as they come. Default: none. */
  readonly scalars?: readonly GraphQLScalarType[];
}
