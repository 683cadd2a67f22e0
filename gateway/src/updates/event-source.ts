import { badInput } from "@alliance-hub/kit/errors/hub-error";
import type { Log } from "@alliance-hub/kit/log/log";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { Limits } from "../config.ts";
import type { Engine, PreparedOperation } from "../engine/engine.ts";
import { requireWithinLimits } from "../http/document-limits.ts";
import type { ErrorPolicy } from "../http/error-policy.ts";
import type { Identify } from "../identity/identity.ts";
import { unauthenticated } from "../identity/tokens.ts";
import { follow } from "./subscription.ts";
import { expiryOf } from "./token-expiry.ts";

/** What streams are made of. */
export interface EventSourceConfig {
  readonly engine: Engine;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly log: Log;
}

/** What a client asks, in whatever protocol. */
export interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** One operation of one client that is answered by a stream. */
export interface EventRequest {
  readonly asked: Asked;
  readonly viewer: Viewer;
  /** As it came in the `Authorization` header; asked about anew before each event. */
  readonly authorization: string | undefined;
  /** Position behind which the client goes on. */
  readonly resumeAfter: string | undefined;
  readonly requestId: string;
  /** Fires when the client has gone, or the hub stops. */
  readonly ended: AbortSignal;
}

/** One result as it is sent. */
export interface StreamedEvent {
  readonly result: FormattedExecutionResult;
  /** Where to go on from. */
  readonly id: string | undefined;
}

/** Answers operations by streams: subscriptions event by event, queries once. */
export type EventSource = (
  request: EventRequest,
) => Promise<
  | { readonly events: AsyncGenerator<StreamedEvent> }
  | { readonly refused: FormattedExecutionResult }
>;

/** The same rules and limits as for queries; errors in the words that the policy allows. */
export function createEventSource(config: EventSourceConfig): EventSource {
  return async (request) => {
    try {
      const prepared = await prepare(request.asked, config);
      return { events: eventsOf(prepared, request, config) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { refused: shown({ errors: [error] }, request.requestId, config) };
    }
  };
}

async function* eventsOf(
  prepared: PreparedOperation,
  request: EventRequest,
  config: EventSourceConfig,
): AsyncGenerator<StreamedEvent> {
  const { asked, viewer, authorization, resumeAfter, requestId, ended } = request;
  using expiry = expiryOf(authorization);
  const signal = AbortSignal.any([ended, expiry.signal]);
  const context = { requestId, signal, forwarded: {} };
  const show = (result: ExecutionResult): FormattedExecutionResult =>
    shown(result, requestId, config);
  if (prepared.operation.operation !== "subscription") {
    const result = await prepared.execute(asked.variables, { ...context, viewer });
    yield { result: show(result), id: undefined };
    return;
  }
  const events = follow({
    prepared,
    variables: asked.variables,
    viewer,
    identify: () => config.identify(authorization),
    resumeAfter,
    context,
  });
  for await (const { position, ...result } of events) {
    yield { result: show(result), id: position };
  }
  if (expiry.signal.aborted && !ended.aborted)
    yield { result: show({ errors: [unauthenticated("has expired")] }), id: undefined };
}

function shown(
  { data, errors }: ExecutionResult,
  requestId: string,
  { errors: policy, log }: EventSourceConfig,
): FormattedExecutionResult {
  if (!errors) return { data: data ?? null };
  if (!errors.every((error) => policy.isShown(error.toJSON())))
    log.error({ requestId, causes: errors }, "unforeseen fault");
  const told = errors.map((error) => policy.show(error.toJSON(), requestId));
  return { ...(data === undefined ? {} : { data }), errors: told };
}

/** The same rules and limits as for queries. @throws GraphQLError for the first one that is broken. */
async function prepare(
  { query: source, operationName, variables = {} }: Asked,
  { engine, limits, introspection }: EventSourceConfig,
): Promise<PreparedOperation> {
  const schema = engine.apiSchema();
  const document = read(source, limits.tokens);
  const rules = introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const [fault] = validate(schema, document, rules, { maxErrors: 1 });
  if (fault) throw malformed(fault, "GRAPHQL_VALIDATION_FAILED", introspection);
  const operation = getOperationAST(document, operationName);
  if (!operation)
    throw badInput(
      "operationName",
      'It is not clear which operation is meant. Send "operationName" with the name of one in the document.',
    );
  // A stream begins again when its connection breaks: what changes something must not be sent so.
  if (operation.operation === "mutation")
    throw badInput("query", "Mutations are not streamed. Send them with a plain POST.");
  requireWithinLimits({ schema, document, operation, variables }, limits);
  return await engine.prepare({ source, document, operationName, schema });
}

function read(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw malformed(error, "GRAPHQL_PARSE_FAILED", true);
    throw error;
  }
}

/** As Apollo Server words it: without what it suggests, where clients must not explore the schema. */
function malformed(fault: GraphQLError, code: string, suggests: boolean): GraphQLError {
  const message = suggests ? fault.message : fault.message.replace(/ ?Did you mean .+\?$/, "");
  return new GraphQLError(message, {
    nodes: fault.nodes ?? null,
    source: fault.source ?? null,
    positions: fault.positions ?? null,
    extensions: { code },
  });
}
