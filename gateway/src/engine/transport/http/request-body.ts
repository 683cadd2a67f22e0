import type { SubgraphFetch } from "../../engine.ts";

/** The body of a request (GraphQL over HTTP, section 5.1); the query is not escaped anew. */
export function requestBody({ queryJson, operationName, variables }: SubgraphFetch): string {
  const name =
    operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`;
  const values = variables === undefined ? "" : `,"variables":${JSON.stringify(variables)}`;
  return `{"query":${queryJson}${name}${values}}`;
}
