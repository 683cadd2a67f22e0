import { BREAK, type FieldNode, type GraphQLField, Kind, getArgumentValues, visit } from "graphql";
import type { Call } from "./call.ts";

/** The arguments of a field, for a resolver that may change them. */
export interface FieldArguments {
  /** Whether they are the same for each call, so that there is nothing in them to go wrong. */
  readonly isConstant: boolean;
  readonly of: (call: Call) => Record<string, unknown>;
}

/** Arguments that no variable takes part in are coerced once. */
export function compileArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): FieldArguments {
  if (definition.args.length === 0) return { isConstant: true, of: () => ({}) };
  const constant = coerceConstant(definition, node);
  if (constant) return { isConstant: true, of: () => ({ ...constant }) };
  return {
    isConstant: false,
    of: ({ variables }) => getArgumentValues(definition, node, variables),
  };
}

/** @returns undefined where each call needs values of its own, or where there is an error to tell. */
function coerceConstant(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Record<string, unknown> | undefined {
  if (node.arguments?.some((argument) => hasVariable(argument))) return undefined;
  try {
    const values = getArgumentValues(definition, node);
    return Object.values(values).some(isChangeable) ? undefined : values;
  } catch {
    return undefined;
  }
}

function hasVariable(node: NonNullable<FieldNode["arguments"]>[number]): boolean {
  let found = false;
  visit(node, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

function isChangeable(value: unknown): boolean {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
