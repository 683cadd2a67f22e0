import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  createSourceEventStream,
  getOperationAST,
  visit,
} from "graphql";
import { translateDatabaseFault } from "../errors/database-fault.ts";
import { faultsIn } from "../errors/faults.ts";
import { HubError } from "../errors/hub-error.ts";
import { isForClients, rootCause } from "../errors/mask.ts";
import { asRequestError, requestErrorOf } from "../errors/request-error.ts";
import type { Log } from "../log/log.ts";
import { traced } from "../trace/span.ts";
import { ahead } from "../streams/ahead.ts";
import { Opening } from "../streams/opening.ts";
import { exactText } from "./exact-text.ts";
import { outcomeOf } from "./outcome.ts";
import { type PreparedDocument, prepareDocuments } from "./prepare-documents.ts";
import { createEventResults } from "./event-results.ts";
import type { Subgraph, SubgraphRequest } from "./subgraph.ts";

/** An operation for a subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** Executes operations on one subgraph; documents are kept parsed, validated and compiled. */
export type SubgraphExecutor = (
  operation: SubgraphOperation,
  request: SubgraphRequest,
) => Promise<FormattedExecutionResult>;

/** How many events of one subscription are executed at once. They are delivered in order. */
export const EVENTS_AHEAD = 16;

/** The executor of a subgraph, the same for both ways of hosting it. */
export function createSubgraphExecutor(subgraph: Subgraph, log: Log): SubgraphExecutor {
  const prepare = prepareDocuments(subgraph.schema);
  return async (operation, request) => {
    const prepared = prepare(operation.query);
    if (!("execute" in prepared)) return requestErrors(prepared);
    return await traced(`execute ${subgraph.name}`, {}, () =>
      run({ ...prepared, operation, request, subgraph, log }),
    );
  };
}

/** Follows the events of a subscription on one subgraph. */
export type SubgraphSubscriber = (
  operation: SubgraphOperation,
  request: SubgraphRequest,
) => AsyncIterable<FormattedExecutionResult>;

/**
 * The subscriber of a subgraph. Each event is executed in its own context, so that no loader remembers what an
 * earlier event has read. An event with a `position` in its log carries it in `extensions.position`, whatever
 * is selected. An answer that has only a position says that everything up to it was delivered. Subscriptions
 * that request the same of one event share the result.
 */
export function createSubgraphSubscriber(subgraph: Subgraph, log: Log): SubgraphSubscriber {
  const prepare = prepareDocuments(subgraph.schema);
  const results = createEventResults<FormattedExecutionResult>();
  return async function* (operation, request) {
    const prepared = prepare(operation.query);
    if (!("execute" in prepared)) {
      yield requestErrors(prepared);
      return;
    }
    const { document } = prepared;
    const isSame = hasArgumentsAtRootOnly(document);
    const { query, operationName } = operation;
    const { viewer, language } = request;
    const asked = exactText([
      query,
      operationName,
      isSame || operation.variables,
      viewer,
      language,
    ]);
    const events = await createSourceEventStream({
      schema: subgraph.schema,
      document,
      contextValue: subgraph.createContext(request),
      variableValues: operation.variables,
      operationName: operation.operationName,
    });
    if (!isAsyncIterable(events)) {
      yield reported(events, { subgraph, request, log });
      return;
    }
    const tell = async (event: unknown): Promise<FormattedExecutionResult> => {
      const position = positionOf(event);
      if (event instanceof Opening) return { extensions: { position } };
      const call = (): Promise<FormattedExecutionResult> =>
        run({ ...prepared, operation, request, subgraph, log, event });
      if (position === undefined) return await call();
      return {
        ...(await results(position, asked, call)),
        extensions: { position },
      };
    };
    try {
      yield* ahead(events, tell, EVENTS_AHEAD);
    } catch (error) {
      yield reported({ errors: [asGraphQLError(error)] }, { subgraph, request, log });
    }
  };
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** Whether variables only say what a subscription follows, not which fields it gets. */
function hasArgumentsAtRootOnly({ definitions }: DocumentNode): boolean {
  const [operation, ...fragments] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || fragments.length > 0) return false;
  const [root, ...others] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || others.length > 0) return false;
  let isUsed = false;
  const seen = { Variable: (): void => void (isUsed = true) };
  for (const part of [...(root.directives ?? []), ...(root.selectionSet?.selections ?? [])])
    visit(part, seen);
  return !isUsed;
}

function positionOf(event: unknown): string | undefined {
  const position =
    typeof event === "object" && event !== null && "position" in event ? event.position : undefined;
  return typeof position === "string" ? position : undefined;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

function requestErrors(faults: readonly GraphQLError[]): FormattedExecutionResult {
  return { errors: faults.map((fault) => fault.toJSON()) };
}

interface Call {
  readonly subgraph: Subgraph;
  readonly request: SubgraphRequest;
  readonly log: Log;
  /** For a mutation: records whether it changed anything. */
  readonly context?: object;
}

interface Run extends Call, PreparedDocument {
  readonly operation: SubgraphOperation;
  /** The event of a subscription. */
  readonly event?: unknown;
}

async function run(call: Run): Promise<FormattedExecutionResult> {
  const { subgraph, request, execute, operation, event } = call;
  const context = subgraph.createContext(request);
  const result: ExecutionResult = await execute({
    rootValue: event,
    contextValue: context,
    variableValues: operation.variables,
    operationName: operation.operationName,
  });
  return reported(result, { ...call, ...(result.errors && isMutation(call) ? { context } : {}) });
}

function isMutation({ document, operation }: Pick<Run, "document" | "operation">): boolean {
  return getOperationAST(document, operation.operationName)?.operation === "mutation";
}

function reported(result: ExecutionResult, call: Call): FormattedExecutionResult {
  if (!result.errors) return result as FormattedExecutionResult;
  // Without data nothing was executed: graphql-js rejected the variables or the operation's name.
  const errors =
    result.data === undefined && !result.errors.some(isThrown)
      ? result.errors.map((error) => asRequestError(error).toJSON())
      : result.errors.map((error) => report(error, call));
  return { ...result, errors };
}

/** Whether the error was thrown by something other than graphql-js. */
function isThrown(error: GraphQLError): boolean {
  return !(rootCause(error) instanceof GraphQLError);
}

/** The error as the gateway gets it. Unforeseen errors are logged here, where their cause is known. */
function report(error: GraphQLError, at: Call): GraphQLFormattedError {
  const outcome = at.context && outcomeOf(at.context, error.path?.[0]?.toString());
  const cause = translateDatabaseFault(rootCause(error), {}, outcome);
  const formatted = error.toJSON();
  if (cause instanceof HubError) {
    const faults = faultsIn(cause).map((fault) =>
      at.context ? { ...fault, path: ["input", ...fault.path] } : fault,
    );
    const extensions = { ...cause.extensions, ...(faults.length > 0 ? { faults } : {}) };
    return { ...formatted, message: cause.message, extensions };
  }
  if (isForClients(formatted)) return formatted;
  const ofRequest = requestErrorOf(error);
  if (ofRequest) return ofRequest.toJSON();
  at.log.error(
    { err: cause, requestId: at.request.requestId, subgraph: at.subgraph.name, path: error.path },
    "unforeseen fault",
  );
  return { ...formatted, message: "Internal fault", extensions: { code: "INTERNAL" } };
}
