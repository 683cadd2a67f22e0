import type { Log } from "@alliance-hub/kit/log/log";
import { untraced } from "@alliance-hub/kit/trace/span";
import type { Viewer } from "@alliance-hub/kit/viewer/viewer";
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from "graphql";
import type { Limits } from "../config.ts";
import type { Engine, PreparedOperation } from "../engine/engine.ts";
import { requireWithinLimits } from "../http/document-limits.ts";
import type { ErrorPolicy } from "../http/error-policy.ts";
import type { Presence } from "../identity/presence.ts";
import { unauthenticated } from "../identity/tokens.ts";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import { type ReadDocument, createDocuments } from "./documents.ts";
import type { Groups } from "./groups.ts";
import { resumeArgument } from "./resume-argument.ts";
import { type Subscription, follow } from "./subscription.ts";
import { expiryOf } from "./token-expiry.ts";

/** What streams are made of. */
export interface EventSourceConfig {
  readonly engine: Engine;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  readonly presence: Presence;
  readonly groups: Groups;
  readonly limits: Limits;
  /** Argument of subscriptions that says behind which position they go on. Undefined: they cannot be taken up again. */
  readonly resumeArgument: string | undefined;
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
  /** As it came in the `Authorization` header; asked about anew whenever standings have changed. */
  readonly authorization: string | undefined;
  /** Headers of the client that go on to subgraphs over HTTP. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** Position behind which the client goes on. */
  readonly resumeAfter: string | undefined;
  readonly requestId: string;
  /** Fires when the client has gone, or the hub stops. */
  readonly ended: AbortSignal;
}

/**
 * Answers operations by streams: subscriptions event by event, as they come together, queries once.
 *
 * @returns what tells the client everything, and is fulfilled when that is done; or why it is refused.
 */
export type EventSource = (
  request: EventRequest,
) => Promise<
  { readonly tell: (sink: Sink) => Promise<void> } | { readonly refused: FormattedExecutionResult }
>;

/** The same rules and limits as for queries; errors in the words that the policy allows. */
export function createEventSource(config: EventSourceConfig): EventSource {
  const { engine, introspection, limits } = config;
  const read = createDocuments({
    schema: () => engine.apiSchema(),
    introspection,
    tokens: limits.tokens,
  });
  /** @throws GraphQLError for the first rule or limit that is broken. */
  const prepare = async (asked: Asked): Promise<PreparedOperation> => {
    const { query: source, operationName, variables = {} } = asked;
    const { document, operation, schema } = read(source, operationName);
    requireWithinLimits({ schema, document, operation, variables }, limits);
    return await engine.prepare({ source, document, operationName, schema });
  };
  return async (request) => {
    const { asked } = request;
    try {
      const prepared = await prepare(asked);
      if (prepared.operation.operation !== "subscription")
        return { tell: (sink) => once(prepared, request, { ...config, sink }) };
      // What follows goes on for hours and for many: it is part of nobody's trace.
      const subscription = subscriptionOf(request, config, {
        read: read(asked.query, asked.operationName),
        prepare: () => prepare(asked),
      });
      return {
        tell: (sink) => untraced(() => untilExpired(subscription, request, { ...config, sink })),
      };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { refused: shown({ errors: [error] }, request.requestId, config) };
    }
  };
}

/** What streams are made of, and where one of them goes. */
interface Telling extends EventSourceConfig {
  readonly sink: Sink;
}

async function once(
  prepared: PreparedOperation,
  request: EventRequest,
  config: Telling,
): Promise<void> {
  const { asked, viewer, requestId, ended, forwarded } = request;
  const signal = AbortSignal.any([ended, AbortSignal.timeout(config.limits.deadlineMs)]);
  const context = { requestId, signal, forwarded, viewer };
  const result = await prepared.execute(asked.variables, context);
  config.sink.write(new Batch([new Delivery(shown(result, requestId, config), undefined)]));
}

function subscriptionOf(
  request: EventRequest,
  config: EventSourceConfig,
  parts: { readonly read: ReadDocument; readonly prepare: () => Promise<PreparedOperation> },
): Omit<Subscription, "signal"> {
  const { asked, authorization, forwarded, requestId } = request;
  const { query, operationName, variables = {} } = asked;
  const resume =
    config.resumeArgument === undefined
      ? undefined
      : resumeArgument(parts.read, config.resumeArgument);
  const values = (parts.read.operation.variableDefinitions ?? [])
    .map(({ variable }) => variable.name.value)
    .map((name) => (name === resume?.variable ? null : [name, variables[name]]));
  return {
    asking: JSON.stringify([query, operationName, values, forwarded]),
    follow: (viewer) => ({
      prepare: parts.prepare,
      variables,
      viewer,
      isResumable: resume !== undefined,
      context: contextOf({ requestId, forwarded }, config.limits),
      show: (result) => shown(result, requestId, config),
    }),
    authorization,
    resumeAfter: request.resumeAfter ?? resume?.position(variables),
  };
}

/** What the engine needs of each event, and what transports look for. */
function contextOf(
  request: Pick<EventRequest, "requestId" | "forwarded">,
  { deadlineMs }: Limits,
): Pick<EventRequest, "requestId" | "forwarded"> & { readonly eventDeadlineMs: number } {
  return { ...request, eventDeadlineMs: deadlineMs };
}

async function untilExpired(
  subscription: Omit<Subscription, "signal">,
  { authorization, ended, requestId }: EventRequest,
  config: Telling,
): Promise<void> {
  using expiry = expiryOf(authorization);
  const signal = AbortSignal.any([ended, expiry.signal]);
  const tell = (error: GraphQLError): void => {
    const result = shown({ errors: [error] }, requestId, config);
    config.sink.write(new Batch([new Delivery(result, undefined)]));
  };
  try {
    await follow({ ...subscription, signal }, config.sink, config);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    tell(error);
    return;
  }
  if (expiry.signal.aborted && !ended.aborted) tell(unauthenticated("has expired"));
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
