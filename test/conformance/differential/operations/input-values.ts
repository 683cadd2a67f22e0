import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import type { Tape } from "./tape.ts";

/** Text with everything that has to be escaped somewhere. */
const TEXTS = ["a", "", 'say "so"\n', "党建 \\ {", "$v0"] as const;

/** Deepest input object within input objects. */
const DEEPEST = 2;

/** A value that a client may send for a variable of a type. */
export function variableValue(type: GraphQLInputType, tape: Tape, depth = 0): unknown {
  if (isNonNullType(type)) return present(type.ofType, tape, depth);
  return tape.chance(40) ? null : present(type, tape, depth);
}

function present(type: GraphQLInputType, tape: Tape, depth: number): unknown {
  if (isNonNullType(type)) return present(type.ofType, tape, depth);
  if (isListType(type)) {
    // One item stands for a list of it (GraphQL, section 3.12).
    if (tape.chance(30)) return present(type.ofType, tape, depth);
    return tape.some(3, () => variableValue(type.ofType, tape, depth));
  }
  if (isEnumType(type)) return type.getValues()[tape.below(type.getValues().length)]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || (depth < DEEPEST && tape.chance(80)),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, variableValue(field.type, tape, depth + 1)]),
    );
  }
  switch (type.name) {
    case "Boolean":
      return tape.chance(128);
    case "Int":
      return tape.below(5) - 1;
    case "ID":
      return tape.chance(60) ? tape.below(9) : tape.one(TEXTS);
    case "Json":
      return jsonValue(tape, depth);
    default:
      return tape.one(TEXTS);
  }
}

function jsonValue(tape: Tape, depth: number): unknown {
  switch (tape.below(depth > DEEPEST ? 4 : 6)) {
    case 0:
      return tape.one(TEXTS);
    case 1:
      return tape.below(9);
    case 2:
      return tape.chance(128);
    case 3:
      return null;
    case 4:
      return tape.some(2, () => jsonValue(tape, depth + 1));
    default:
      return {
        key: jsonValue(tape, depth + 1),
        ...(tape.chance(128) ? { __typename: jsonValue(tape, depth + 1) } : {}),
      };
  }
}
