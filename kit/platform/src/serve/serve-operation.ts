import { badInput } from "../errors/hub-error.ts";
import type { SubgraphOperation } from "../subgraph/execute.ts";

/**
 * The operation in the body of a POST.
 *
 * @throws HubError `BAD_USER_INPUT` for anything else; its message repeats nothing that was sent.
 */
export function operationInBody(body: string): SubgraphOperation {
  return operationIn(parsed("body", body));
}

/**
 * The operation in what comes after the `?` of a GET.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function operationInSearch(search: string): SubgraphOperation {
  const given = new URLSearchParams(search);
  const variables = given.get("variables");
  return operationIn({
    query: given.get("query"),
    operationName: given.get("operationName"),
    variables: variables ? parsed("variables", variables) : undefined,
  });
}

function operationIn(given: unknown): SubgraphOperation {
  if (typeof given !== "object" || given === null)
    throw badInput("body", {
      zh: '请求正文不是对象。请发送 {"query": "…", "variables": {…}}。',
      en: 'The body is no object. Send {"query": "…", "variables": {…}}.',
    });
  const { query, operationName, variables } = given as Record<string, unknown>;
  if (typeof query !== "string")
    throw badInput("query", {
      zh: "query 不是文字。请发送查询文档。",
      en: '"query" is no text. Send a document.',
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
    variables: (variables as SubgraphOperation["variables"] | null) ?? undefined,
  };
}

function parsed(field: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badInput(field, { zh: `${field} 不是 JSON。`, en: `The ${field} is not JSON.` });
  }
}
