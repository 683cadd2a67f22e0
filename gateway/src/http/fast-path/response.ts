import { type ExecutionResult, type GraphQLError, type GraphQLFormattedError, Kind } from "graphql";

/** An answer as Apollo's pipeline makes it of a result, before unforeseen errors are masked. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly errors: readonly GraphQLFormattedError[];
}

const WRONG_VARIABLE = "BAD_USER_INPUT";
const UNFORESEEN = "INTERNAL_SERVER_ERROR";

/**
 * What Apollo Server does with the errors of a result: each gets a code, `extensions.http` becomes the status
 * and headers of the answer, and an answer without data has status 400.
 */
export function responseHeadOf(result: ExecutionResult): ResponseHead {
  const headers = new Map<string, string>();
  let status: number | undefined;
  const errors = (result.errors ?? []).map((error) => {
    const code = error.extensions["code"] ?? (isOfVariable(error) ? WRONG_VARIABLE : UNFORESEEN);
    const extensions: Record<string, unknown> = { ...error.extensions, code };
    const head = extensions["http"];
    if (isHead(head)) {
      delete extensions["http"];
      status = head.status ?? status;
      for (const [name, value] of head.headers ?? []) headers.set(name.toLowerCase(), value);
    }
    return { ...error.toJSON(), extensions };
  });
  const atFault = errors.length > 0 && result.data === undefined;
  return { status: status ?? (atFault ? 400 : 200), headers, errors };
}

/** Part of an HTTP answer that an error carries. */
interface PartialHead {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

function isHead(http: unknown): http is PartialHead {
  if (typeof http !== "object" || http === null) return false;
  const { status, headers } = http as { status?: unknown; headers?: unknown };
  return (
    (!("status" in http) || typeof status === "number") &&
    (!("headers" in http) || headers instanceof Map)
  );
}

/** Whether graphql-js rejected the value of a variable. */
function isOfVariable(error: GraphQLError): boolean {
  const node = error.nodes?.length === 1 ? error.nodes[0] : undefined;
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return false;
  const rest = error.message.slice(`Variable "$${node.variable.name.value}" `.length);
  return /^(has invalid value|got invalid value |of required type |of non-null type )/.test(rest);
}
