import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { variableValue } from "./input-values.ts";
import type { Tape } from "./tape.ts";

/** Gives a variable to stand in a literal; undefined for a literal without variables. */
export type VariableFor = ((type: GraphQLInputType) => string) | undefined;

/** A value of a type as it is written in a document. */
export function literal(
  type: GraphQLInputType,
  tape: Tape,
  variableFor?: VariableFor,
  depth = 0,
): string {
  if (variableFor && tape.chance(70)) return variableFor(type);
  if (!isNonNullType(type) && tape.chance(30)) return "null";
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    if (tape.chance(30)) return single(bare.ofType, tape, depth);
    return `[${tape.some(3, () => literal(bare.ofType, tape, variableFor, depth)).join(", ")}]`;
  }
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(
      (field) => isRequiredInputField(field) || (depth < 2 && tape.chance(80)),
    );
    return `{${fields.map((field) => `${field.name}: ${literal(field.type, tape, variableFor, depth + 1)}`).join(", ")}}`;
  }
  const value = variableValue(type, tape, 1);
  return isEnumType(bare) ? String(value) : print(value);
}

/** One item where a list may stand; null would be no list at all. */
function single(type: GraphQLInputType, tape: Tape, depth: number): string {
  const text = literal(type, tape, undefined, depth);
  return text === "null" ? "[]" : text;
}

/** JSON, but for the names of objects. */
function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}: ${print(inner)}`)
      .join(", ")}}`;
  }
  return JSON.stringify(value);
}
