import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  execute,
  parse,
  validate,
} from "graphql";
import { translateDatabaseFault } from "../errors/database-fault.ts";
import { HubError } from "../errors/hub-error.ts";
import { isForClients, rootCause } from "../errors/mask.ts";
import type { Log } from "../log/log.ts";
import { Recent } from "./recent.ts";
import type { Subgraph, SubgraphRequest } from "./subgraph.ts";

/** An operation for a subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** Executes operations on one subgraph; parsed and validated documents are kept. */
export type SubgraphExecutor = (
  operation: SubgraphOperation,
  request: SubgraphRequest,
) => Promise<FormattedExecutionResult>;

/** Documents kept; the gateway sends few distinct ones, each made by its planner. */
const DOCUMENT_CACHE_SIZE = 1000;

/** Longest document kept, in characters; a longer one holds values of one request. */
const LONGEST_KEPT = 10_000;

/** The executor of a subgraph, the same for both ways of hosting it. */
export function createSubgraphExecutor(subgraph: Subgraph, log: Log): SubgraphExecutor {
  const documents = new Recent<string, DocumentNode | readonly GraphQLError[]>(DOCUMENT_CACHE_SIZE);
  const prepare = (query: string): DocumentNode | readonly GraphQLError[] => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    const faults = validate(subgraph.schema, document);
    const prepared = faults.length > 0 ? faults : document;
    if (query.length > LONGEST_KEPT) return prepared;
    documents.set(query, prepared);
    return prepared;
  };

  return async (operation, request) => {
    const document = prepare(operation.query);
    if (!("kind" in document)) return { errors: document.map((fault) => fault.toJSON()) };
    const result: ExecutionResult = await execute({
      schema: subgraph.schema,
      document,
      contextValue: subgraph.createContext(request),
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
    if (!result.errors) return result as FormattedExecutionResult;
    return {
      ...result,
      errors: result.errors.map((error) => report(error, { subgraph, request, log })),
    };
  };
}

/** The error as the gateway gets it; what nobody foresaw is logged here, where its cause is known. */
function report(
  error: GraphQLError,
  at: { subgraph: Subgraph; request: SubgraphRequest; log: Log },
): GraphQLFormattedError {
  const cause = translateDatabaseFault(rootCause(error), {});
  const formatted = error.toJSON();
  if (cause instanceof HubError) {
    return { ...formatted, message: cause.message, extensions: cause.extensions };
  }
  if (isForClients(formatted)) return formatted;
  at.log.error(
    { err: cause, requestId: at.request.requestId, subgraph: at.subgraph.name, path: error.path },
    "unforeseen fault",
  );
  return { ...formatted, message: "Internal fault", extensions: { code: "INTERNAL" } };
}
