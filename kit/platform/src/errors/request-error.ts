import { type ASTNode, GraphQLError, Kind, type TypeNode } from "graphql";
import { rootCause } from "./mask.ts";

/**
 * Maximum length of the message of such an error, in characters, because graphql-js repeats the values that it
 * rejects.
 */
const LONGEST_MESSAGE = 500;

/** Kinds of nodes at which execution itself fails. An error at any other kind is about the request. */
const EXECUTED = new Set<string>([Kind.FIELD, Kind.OPERATION_DEFINITION]);

/**
 * An error of graphql-js about a client's request, with a shortened message. For the value of a variable,
 * `extensions.inputType` has the variable's type until `tell` words the error.
 */
export function asRequestError(error: GraphQLError, code = "BAD_USER_INPUT"): GraphQLError {
  const { nodes, source, positions, path, message } = error;
  return new GraphQLError(shortened(message), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: {
      ...error.extensions,
      ...inputTypeOf(nodes?.[0]),
      code: error.extensions["code"] ?? code,
    },
  });
}

function inputTypeOf(node: ASTNode | undefined): { inputType?: string } {
  return node?.kind === Kind.VARIABLE_DEFINITION ? { inputType: nameOf(node.type) } : {};
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

/**
 * The error as a request error, if graphql-js found it during execution: the value of an argument or of a
 * directive. Undefined for anything else.
 */
export function requestErrorOf(error: GraphQLError): GraphQLError | undefined {
  const cause = rootCause(error);
  if (!(cause instanceof GraphQLError)) return undefined;
  const [node] = cause.nodes ?? [];
  return node && !EXECUTED.has(node.kind) ? asRequestError(error) : undefined;
}

/**
 * The suggestions of graphql-js are at the end. Half of them would be no help, and the code that hides
 * suggestions would not recognise them.
 */
function shortened(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  return `${message.slice(0, LONGEST_MESSAGE).replace(/ ?Did you mean [^]*$/, "")}…`;
}
