import { sortSDL } from "@theguild/federation-composition";
import { type InputValueDefinitionNode, Kind, parse, print, visit } from "graphql";

/** Definitions of the specifications, which do not change the meaning of a supergraph. */
const SPECIFIED = /^(?:join|link)__(?!Graph$)/;

/**
 * A supergraph as it is compared: in alphabetical order, without the definitions of the specifications'
 * own directives and types. A default of an ID is a text, however it was written (GraphQL, section 3.5.5).
 */
export function comparable(supergraphSdl: string): string {
  const document = visit(parse(supergraphSdl), {
    Directive: (node) => ({
      ...node,
      arguments: node.arguments?.toSorted((one, other) =>
        one.name.value.localeCompare(other.name.value),
      ),
    }),
    InputValueDefinition: (node) => withTextOfId(node),
  });
  const definitions = document.definitions.filter(
    (definition) =>
      !("name" in definition && definition.name && SPECIFIED.test(definition.name.value)) &&
      !(definition.kind === Kind.DIRECTIVE_DEFINITION && definition.name.value === "link"),
  );
  return print(sortSDL({ ...document, definitions }));
}

function withTextOfId(node: InputValueDefinitionNode): InputValueDefinitionNode {
  const type = node.type.kind === Kind.NON_NULL_TYPE ? node.type.type : node.type;
  const isId = type.kind === Kind.NAMED_TYPE && type.name.value === "ID";
  return isId && node.defaultValue?.kind === Kind.INT
    ? { ...node, defaultValue: { kind: Kind.STRING, value: node.defaultValue.value } }
    : node;
}
