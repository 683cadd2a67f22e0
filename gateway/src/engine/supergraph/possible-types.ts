import { type DocumentNode, Kind } from "graphql";

/**
 * Whether an object of a type satisfies a type condition (GraphQL, section 5.5.2.3), by the whole
 * supergraph: plans speak of types that clients do not see.
 */
export type Satisfies = (typename: string, condition: string) => boolean;

/** Reads which object types stand behind each interface and union. */
export function readPossibleTypes(supergraph: DocumentNode): Satisfies {
  const possible = new Map<string, Set<string>>();
  const add = (abstract: string, type: string): void => {
    const types = possible.get(abstract) ?? new Set();
    possible.set(abstract, types.add(type));
  };
  for (const definition of supergraph.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      for (const { name } of definition.interfaces ?? []) {
        add(name.value, definition.name.value);
      }
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) add(definition.name.value, name.value);
    }
  }
  return (typename, condition) =>
    typename === condition || possible.get(condition)?.has(typename) === true;
}
