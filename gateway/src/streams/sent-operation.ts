import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { FastifyRequest } from "fastify";
import type { SentOperation } from "../http/request/answer-operation.ts";

/** The parts of a request that say what is requested. */
type Sent = Pick<FastifyRequest, "method" | "body" | "query">;

/** Whether the document contains the word `subscription`. Without this word there is no subscription. */
export function mayBeSubscription(request: Sent): boolean {
  const given = request.method === "GET" ? request.query : request.body;
  const query =
    typeof given === "object" && given !== null ? (Reflect.get(given, "query") as unknown) : given;
  return typeof query === "string" && query.includes("subscription");
}

/**
 * The requested operation of a POST with JSON or of a GET.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function readSent({ method, body, query: search }: Sent): SentOperation {
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
    variables: (variables as SentOperation["variables"]) ?? undefined,
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
