import { isObject } from "@alliance-hub/platform/json/is-object";
import type { FastifyRequest } from "fastify";

/** A GraphQL request in its plainest form. */
export interface PlainRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** How clients usually write that a body is JSON. The pipeline reads any other form. */
const JSON_TYPES = new Set([
  "application/json",
  "application/json; charset=utf-8",
  "application/json;charset=utf-8",
  "application/json; charset=UTF-8",
  "application/json;charset=UTF-8",
]);

/** The request, if it is a POST of plain JSON with a text, a name and variables; anything else is for the pipeline. */
export function plainRequestOf(request: FastifyRequest): PlainRequest | undefined {
  if (request.method !== "POST" || !JSON_TYPES.has(request.headers["content-type"] ?? ""))
    return undefined;
  const body: unknown = request.body;
  if (!isObject(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== "string" || extensions != null) return undefined;
  if (operationName != null && typeof operationName !== "string") return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}
