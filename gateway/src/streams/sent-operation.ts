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
    throw badInput("query", {
      zh: "事件流需要 query。请发送订阅的文档。",
      en: 'A stream needs a "query". Send the text of a subscription.',
    });
  const { query, operationName, variables } = given as Record<string, unknown>;
  if (typeof query !== "string")
    throw badInput("query", {
      zh: "query 不是文字。请发送订阅的文档。",
      en: '"query" is no text.',
    });
  if (operationName != null && typeof operationName !== "string")
    throw badInput("operationName", {
      zh: "operationName 不是文字。请写操作名，或者不传。",
      en: '"operationName" is no text.',
    });
  if (variables != null && (typeof variables !== "object" || Array.isArray(variables)))
    throw badInput("variables", {
      zh: "variables 不是对象。请发送由名称和值组成的对象。",
      en: '"variables" is no object. Send an object of names and values.',
    });
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
    throw badInput("variables", {
      zh: "variables 不是 JSON。请写成经百分号编码的 JSON。",
      en: '"variables" is no JSON. Write it as JSON, percent-encoded.',
    });
  }
}
