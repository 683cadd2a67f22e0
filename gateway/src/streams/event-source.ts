import { asRequestError } from "@alliance-hub/platform/errors/request-error";
import type { Log } from "@alliance-hub/platform/log/log";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import { type Tracing, currentSpan, untraced, withSpan } from "@alliance-hub/platform/trace/span";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  getVariableValues,
} from "graphql";
import type { Limits } from "../settings/limits.ts";
import type { Engine, PreparedOperation } from "../engine/engine.ts";
import type { AnswerOperation, SentOperation } from "../http/request/answer-operation.ts";
import { requireWithinLimits } from "../http/limits/document-limits.ts";
import type { RequestContext } from "../http/request/request-context.ts";
import type { ErrorPolicy, ErrorReader } from "../http/errors/error-policy.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import type { IdentityCache } from "../identity/identity-cache.ts";
import { EXPIRED, unauthenticated } from "../identity/tokens.ts";
import type { CatchUps } from "./catch-ups.ts";
import { requestKeyOf } from "./subscription-request.ts";
import { Batch, Delivery, type Sink } from "./delivery.ts";
import { DocumentErrors, type Documents, type ReadDocument } from "./documents.ts";
import type { SharedSubscriptions } from "./shared-subscriptions.ts";
import { isPersonal } from "./personal-subscriptions.ts";
import { resumeArgument } from "./resume-argument.ts";
import { type Subscription, follow } from "./subscription.ts";
import { expiryOf } from "./token-expiry.ts";

/** What streams need. */
export interface EventSourceConfig {
  readonly engine: Engine;
  readonly documents: Documents;
  /** Answers operations other than subscriptions. */
  readonly answer: AnswerOperation;
  readonly errors: ErrorPolicy;
  /** In which language a client is told of errors. */
  readonly chooseLanguage: ChooseLanguage;
  readonly identityCache: IdentityCache;
  readonly sharedSubscriptions: SharedSubscriptions;
  /** Of subscribers that come back. */
  readonly catchUps: CatchUps;
  readonly limits: Limits;
  /**
   * Argument of subscriptions that says after which position they continue. If undefined, they cannot continue.
   */
  readonly resumeArgument: string | undefined;
  /** Subscriptions whose answers depend on the person, so that only one person's subscribers share them. Default: none. */
  readonly personalSubscriptions?: readonly string[];
  readonly log: Log;
  readonly metrics: Pick<Metrics, "observeOperation">;
  /** If left out, nothing is traced. */
  readonly tracing?: Tracing | undefined;
}

/** One operation of one client that is answered by a stream. */
export interface EventRequest {
  readonly asked: SentOperation;
  readonly viewer: Viewer;
  /** As it came in the `Authorization` header. It is checked again whenever standings have changed. */
  readonly authorization: string | undefined;
  /** The client whose share of the hub it counts towards. */
  readonly client: string;
  /** Client headers that are forwarded to subgraphs over HTTP. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** In which language the client wants to be told of errors. */
  readonly acceptLanguage: string | undefined;
  /** Position after which the client continues. */
  readonly resumeAfter: string | undefined;
  readonly requestId: string;
  /** Fires when the client has gone, or the hub stops. */
  readonly ended: AbortSignal;
  /** Fires when the client has gone, or the time to answer an operation other than a subscription is over. */
  readonly signal: AbortSignal;
}

/** Why nothing is executed (request errors: GraphQL, section 7.1.2). */
export interface RequestErrors {
  readonly errors: NonNullable<FormattedExecutionResult["errors"]>;
}

/** A result for a client. */
export type EventAnswer =
  /** For a subscription: sends event by event. Fulfilled when the client has everything. */
  | { readonly tell: (sink: Sink) => Promise<void> }
  /** For any other operation: executes it. */
  | { readonly once: () => Promise<{ readonly result: FormattedExecutionResult } | RequestErrors> }
  | RequestErrors;

/** Finds out how an operation is answered. */
export type EventSource = (request: EventRequest) => Promise<EventAnswer>;

/** The same rules and limits as for a POST, and the error messages that the policy allows. */
export function createEventSource(config: EventSourceConfig): EventSource {
  const { engine, documents, limits } = config;
  /** @throws DocumentErrors; GraphQLError for the first limit that is broken. */
  const prepare = async (asked: SentOperation): Promise<PreparedOperation> => {
    const { query: source, operationName, variables = {} } = asked;
    const { document, operation, schema } = documents.read(source, operationName);
    requireWithinLimits({ schema, document, operation, variables }, limits);
    return await engine.prepare({ source, document, operationName, schema });
  };
  return async (request) => {
    const { asked } = request;
    const startedAt = performance.now();
    try {
      if (documents.kindOf(asked.query, asked.operationName) !== "subscription")
        return { once: () => tracedOnce(request, config) };
      const read = documents.read(asked.query, asked.operationName);
      await prepare(asked);
      // The client is identified before anybody shares a subscription with it.
      requireVariables(read, asked);
      const parts = { read, prepare: () => prepare(asked) };
      const subscription = subscriptionOf(request, config, parts);
      const seconds = (performance.now() - startedAt) / 1000;
      config.metrics.observeOperation({ operation: read.operation, errors: undefined, seconds });
      // The rest lasts for hours and serves many clients, so it is not part of any trace.
      return {
        tell: (sink) => untraced(() => untilExpired(subscription, request, { ...config, sink })),
      };
    } catch (error) {
      if (error instanceof DocumentErrors) return requestErrors(error.errors, request, config);
      return requestErrors([asGraphQLError(error)], request, config);
    }
  };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

function requestErrors(
  errors: readonly GraphQLError[],
  request: EventRequest,
  config: EventSourceConfig,
): RequestErrors {
  const told = shown({ errors }, readerOf(request, config), config).errors ?? [];
  // It is not an operation that is served often.
  config.metrics.observeOperation({ operation: undefined, errors: told, seconds: 0 });
  return { errors: told };
}

/** Over a WebSocket no HTTP request has begun or named a trace. */
async function tracedOnce(
  request: EventRequest,
  config: EventSourceConfig,
): ReturnType<typeof once> {
  if (!config.tracing || currentSpan()) return await once(request, config);
  const attributes = { "hub.request_id": request.requestId };
  const span = config.tracing.begin("WebSocket operation", { kind: "server", attributes });
  return await withSpan(span, () => once(request, config));
}

async function once(
  request: EventRequest,
  config: EventSourceConfig,
): Promise<{ readonly result: FormattedExecutionResult } | RequestErrors> {
  const { asked, viewer, requestId, signal, forwarded, acceptLanguage } = request;
  const { language } = readerOf(request, config);
  const context = { requestId, signal, forwarded, acceptLanguage, viewer, language };
  const result = await config.answer(asked, context);
  // An answer without data belongs to a request that was not executed.
  return result.data === undefined ? { errors: result.errors ?? [] } : { result };
}

/** @throws DocumentErrors for values that the operation does not accept. */
function requireVariables(
  { schema, operation }: ReadDocument,
  { variables = {} }: SentOperation,
): void {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 50,
  });
  if (errors) throw new DocumentErrors(errors.map((error) => asRequestError(error)));
}

/** What streams are made of, and where one of them goes. */
interface StreamConfig extends EventSourceConfig {
  readonly sink: Sink;
}

function subscriptionOf(
  request: EventRequest,
  config: EventSourceConfig,
  parts: { readonly read: ReadDocument; readonly prepare: () => Promise<PreparedOperation> },
): Omit<Subscription, "signal"> {
  const { asked, authorization, client, forwarded, requestId } = request;
  const { variables = {} } = asked;
  const resume =
    config.resumeArgument === undefined
      ? undefined
      : resumeArgument(parts.read, config.resumeArgument);
  const isResumable = resume !== undefined;
  const reader = readerOf(request, config);
  const { language } = reader;
  const { personalSubscriptions = [] } = config;
  const isOfPerson = isPersonal(parts.read.operation, personalSubscriptions);
  const person = isOfPerson ? request.viewer.subject : undefined;
  return {
    requestKey: requestKeyOf(parts.read, {
      person,
      asked,
      forwarded,
      language,
      resumeVariable: resume?.variable,
    }),
    follow: (viewer) => ({
      prepare: parts.prepare,
      variables,
      viewer: person === undefined ? viewer : { ...viewer, subject: person },
      isResumable,
      context: contextOf({ requestId, forwarded, language }, config.limits),
      show: (result) => shown(result, reader, config),
    }),
    authorization,
    client,
    isResumable,
    resumeAfter: request.resumeAfter ?? resume?.position(variables),
  };
}

/** What the engine needs for each event, and what transports use. */
function contextOf(
  request: Pick<RequestContext, "requestId" | "forwarded" | "language">,
  { deadlineMs }: Limits,
): Pick<RequestContext, "requestId" | "forwarded" | "language" | "eventDeadlineMs"> {
  return { ...request, eventDeadlineMs: deadlineMs };
}

async function untilExpired(
  subscription: Omit<Subscription, "signal">,
  request: EventRequest,
  config: StreamConfig,
): Promise<void> {
  const { authorization, ended } = request;
  using expiry = expiryOf(authorization);
  const signal = AbortSignal.any([ended, expiry.signal]);
  const tell = (...errors: readonly GraphQLError[]): void => {
    const result = shown({ errors }, readerOf(request, config), config);
    config.sink.write(new Batch([new Delivery(result, undefined)]));
  };
  try {
    await follow({ ...subscription, signal }, config.sink, config);
  } catch (error) {
    // The supergraph may have been replaced by one for which the document is not valid.
    if (error instanceof DocumentErrors) return tell(...error.errors);
    if (error instanceof GraphQLError) return tell(error);
    throw error;
  }
  if (expiry.signal.aborted && !ended.aborted) tell(unauthenticated(EXPIRED));
}

/** Whoever shares a subscription is told of errors in the same language. */
function readerOf(
  { requestId, acceptLanguage }: EventRequest,
  { chooseLanguage }: EventSourceConfig,
): ErrorReader {
  return { requestId, language: chooseLanguage(acceptLanguage) };
}

function shown(
  { data, errors }: ExecutionResult,
  reader: ErrorReader,
  { errors: policy, log }: EventSourceConfig,
): FormattedExecutionResult {
  if (!errors) return { data: data ?? null };
  if (!errors.every((error) => policy.isShown(error.toJSON())))
    log.error({ requestId: reader.requestId, causes: errors }, "unforeseen fault");
  const told = errors.map((error) => policy.show(error.toJSON(), reader));
  return { ...(data === undefined ? {} : { data }), errors: told };
}
