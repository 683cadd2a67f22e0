import { openFragments } from "@alliance-hub/platform/document/open-fragments";
import {
  type ArgumentNode,
  type FieldNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
  parse,
} from "graphql";
import type { Satisfies } from "../supergraph/possible-types.ts";

/** Reads the text of a key, a requirement or a provision, which is a selection set without braces. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error(`The supergraph has an invalid field set: ${JSON.stringify(text)}.`);
  return definition.selectionSet;
}

/** The fields of a set that objects of a type have. Sets of the supergraph have no fragments with names. */
export function fieldsFor(
  set: SelectionSetNode,
  typeName: string,
  satisfies: Satisfies,
): FieldNode[] {
  const fields: FieldNode[] = [];
  openFragments(set, typeName, {
    fragment: () => undefined,
    enter: (condition, on) => (satisfies(on, condition) ? on : undefined),
    visit: (field) => fields.push(field),
  });
  return fields;
}

/** A text that the arguments of two fields share only if they are the same. */
export function argumentsOf(nodes: readonly ArgumentNode[] | undefined): string {
  if (!nodes || nodes.length === 0) return "";
  return nodes
    .map(({ name, value }) => `${name.value}:${valueOf(value)}`)
    .toSorted()
    .join(",");
}

function valueOf(value: ValueNode): string {
  switch (value.kind) {
    case Kind.VARIABLE:
      return `$${value.name.value}`;
    case Kind.NULL:
      return "null";
    case Kind.LIST:
      return `[${value.values.map(valueOf).join(",")}]`;
    case Kind.OBJECT:
      return `{${value.fields
        .map((field) => `${field.name.value}:${valueOf(field.value)}`)
        .toSorted()
        .join(",")}}`;
    case Kind.STRING:
      return JSON.stringify(value.value);
    case Kind.FLOAT:
      return String(Number(value.value));
    default:
      return String(value.value);
  }
}
