import { GraphQLError, Kind } from "graphql";
import { rootCause } from "./mask.ts";

/** Longest message of such an error, in characters: graphql-js repeats the values that it did not take. */
const LONGEST_MESSAGE = 500;

/** Kinds of nodes at which execution itself fails. An error at any other one is about what was asked. */
const EXECUTED = new Set<string>([Kind.FIELD, Kind.OPERATION_DEFINITION]);

/** An error of graphql-js about what a client sent, in words that are not as long as that. */
export function asRequestError(error: GraphQLError, code = "BAD_USER_INPUT"): GraphQLError {
  const { nodes, source, positions, path, message } = error;
  return new GraphQLError(shortened(message), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { ...error.extensions, code: error.extensions["code"] ?? code },
  });
}

/**
 * The error as one about what was asked, where graphql-js found it while it executed: the value of an
 * argument or of a directive. Undefined for anything else.
 */
export function requestErrorOf(error: GraphQLError): GraphQLError | undefined {
  const cause = rootCause(error);
  if (!(cause instanceof GraphQLError)) return undefined;
  const [node] = cause.nodes ?? [];
  return node && !EXECUTED.has(node.kind) ? asRequestError(error) : undefined;
}

/** What graphql-js suggests stands at the end: half of it is no help, and is not recognised by those who hide it. */
function shortened(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  return `${message.slice(0, LONGEST_MESSAGE).replace(/ ?Did you mean [^]*$/, "")}…`;
}
