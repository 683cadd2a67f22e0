import { HubError, badInput } from "@alliance-hub/kit/errors/hub-error";
import type { Log } from "@alliance-hub/kit/log/log";
import { ANONYMOUS } from "@alliance-hub/kit/viewer/viewer";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { decodeJwt } from "jose";
import type { Limits } from "../config.ts";
import type { Engine } from "../engine/engine.ts";
import { requireWithinLimits } from "../http/document-limits.ts";
import type { ErrorPolicy } from "../http/error-policy.ts";
import type { Identify } from "../identity/identity.ts";
import { unauthenticated } from "../identity/tokens.ts";
import { type StreamedEvent, writeEventStream } from "./event-stream.ts";
import { follow } from "./subscription.ts";

/** What streams are made of. */
export interface StreamsConfig {
  readonly engine: Engine;
  readonly introspection: boolean;
  readonly errors: ErrorPolicy;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly log: Log;
}

/** Answers a request for a stream of events; undefined where another answer is asked for. */
export type Streams = (request: FastifyRequest, reply: FastifyReply) => Promise<void> | undefined;

/** Streams that are open at once, of one client (token or address) and of all. */
const MOST_OF_ONE = 100;
const MOST_OF_ALL = 20_000;
/** Longest delay of a timer in Node.js, in milliseconds. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** A request for a stream, as the body or, from an `EventSource`, as the query of the address has it. */
interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Subscriptions over server-sent events, on the same path as everything else. When the hub stops,
 * streams end without a word of completion, so that clients come back and go on from where they were.
 */
export function createStreams(app: FastifyInstance, config: StreamsConfig): Streams {
  const stopping = new AbortController();
  const open = new Map<string, number>();
  let all = 0;
  app.addHook("preClose", async () => stopping.abort());

  const enter = (client: string): Disposable => {
    const own = open.get(client) ?? 0;
    if (own >= MOST_OF_ONE || all >= MOST_OF_ALL) {
      throw new HubError(
        "RATE_LIMITED",
        `${own >= MOST_OF_ONE ? `You have ${own}` : `The hub has ${all}`} streams open, the most there may be. Close one, or try again later.`,
      );
    }
    open.set(client, own + 1);
    all += 1;
    return {
      [Symbol.dispose]: () => {
        const left = (open.get(client) ?? 1) - 1;
        if (left > 0) open.set(client, left);
        else open.delete(client);
        all -= 1;
      },
    };
  };

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    using _place = enter(request.headers.authorization ?? request.ip);
    const asked = readAsked(request);
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    const ended = AbortSignal.any([gone.signal, stopping.signal]);
    await writeEventStream(reply.raw, eventsOf(request, asked, ended), ended);
  };

  async function* eventsOf(
    request: FastifyRequest,
    asked: Asked,
    ended: AbortSignal,
  ): AsyncGenerator<StreamedEvent> {
    const { authorization } = request.headers;
    using expiry = expiryOf(authorization);
    const signal = AbortSignal.any([ended, expiry.signal]);
    const show = ({ data, errors }: ExecutionResult): ExecutionResult => {
      if (!errors) return { data: data ?? null };
      if (!errors.every((error) => config.errors.isShown(error.toJSON())))
        config.log.error({ requestId: request.id, causes: errors }, "unforeseen fault");
      const shown = errors.map((error) => config.errors.show(error.toJSON(), request.id));
      return { ...(data === undefined ? {} : { data }), errors: shown as never };
    };
    let prepared;
    try {
      prepared = await prepare(asked, config);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      yield { result: show({ errors: [error] }), id: undefined };
      return;
    }
    const viewer = request.viewer ?? ANONYMOUS;
    const context = { requestId: request.id, signal, forwarded: {} };
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
      resumeAfter: lastEventId(request),
      context,
    });
    for await (const { position, ...result } of events) {
      yield { result: show(result), id: position };
    }
    if (expiry.signal.aborted && !ended.aborted)
      yield { result: show({ errors: [unauthenticated("has expired")] }), id: undefined };
  }

  return (request, reply) =>
    request.headers.accept?.includes("text/event-stream") ? serve(request, reply) : undefined;
}

/** @throws HubError `BAD_USER_INPUT`. */
function readAsked({ method, body, query: search }: FastifyRequest): Asked {
  const given = method === "GET" ? readSearch(search) : body;
  if (typeof given !== "object" || given === null || !("query" in given))
    throw badInput("query", 'A stream needs a "query". Send the text of a subscription.');
  const { query, operationName, variables } = given as Record<string, unknown>;
  if (typeof query !== "string") throw badInput("query", '"query" is no text.');
  if (operationName != null && typeof operationName !== "string")
    throw badInput("operationName", '"operationName" is no text.');
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables)))
    throw badInput("variables", '"variables" is no object. Send an object of names and values.');
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables as Asked["variables"]) ?? undefined,
  };
}

function readSearch(search: unknown): unknown {
  const { variables, ...rest } = search as Record<string, unknown>;
  if (typeof variables !== "string" || variables === "") return rest;
  try {
    return { ...rest, variables: JSON.parse(variables) as unknown };
  } catch {
    throw badInput("variables", '"variables" is no JSON. Write it as JSON, percent-encoded.');
  }
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const id = headers["last-event-id"];
  return typeof id === "string" && id !== "" ? id : undefined;
}

/** The same rules and limits as for queries. @throws GraphQLError for the first one that is broken. */
async function prepare(
  { query: source, operationName, variables = {} }: Asked,
  { engine, limits, introspection }: StreamsConfig,
) {
  const schema = engine.apiSchema();
  const document: DocumentNode = parse(source, { maxTokens: limits.tokens });
  const rules = introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const [fault] = validate(schema, document, rules, { maxErrors: 1 });
  if (fault) throw invalid(fault);
  const operation = getOperationAST(document, operationName);
  if (!operation)
    throw badInput(
      "operationName",
      'It is not clear which operation is meant. Send "operationName" with the name of one in the document.',
    );
  requireQueryable(operation);
  requireWithinLimits({ schema, document, operation, variables }, limits);
  return await engine.prepare({ source, document, operationName, schema });
}

/** A stream begins again when its connection breaks: what changes something must not be sent so. */
function requireQueryable({ operation }: OperationDefinitionNode): void {
  if (operation === "mutation")
    throw badInput("query", "Mutations are not streamed. Send them with a plain POST.");
}

function invalid(fault: GraphQLError): GraphQLError {
  return new GraphQLError(fault.message, {
    nodes: fault.nodes ?? null,
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
}

/** Fires when the token that a client came with is no longer good. */
function expiryOf(
  authorization: string | undefined,
): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const expiresAt = expiryTime(authorization);
  const timer =
    expiresAt === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(),
          Math.min(LONGEST_TIMER_MS, Math.max(0, expiresAt - Date.now())),
        );
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}

/** In milliseconds since 1970; undefined for what is no JWT, such as a partner's key. */
function expiryTime(authorization: string | undefined): number | undefined {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined || token.split(".").length !== 3) return undefined;
  const { exp } = decodeJwt(token);
  return exp === undefined ? undefined : exp * 1000;
}
