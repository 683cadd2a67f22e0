import { type DocumentNode, Kind } from "graphql";

/** Whether a field of an object type has not the same type in all subgraphs that have it. */
export type IsVaried = (typeName: string, fieldName: string) => boolean;

/** Reads the fields for which composition notes a type of a subgraph's own (`@join__field(type:)`). */
export function readVariedFields(supergraph: DocumentNode): IsVaried {
  const varied = new Set(
    supergraph.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? (definition.fields ?? []).flatMap((field) =>
            field.directives?.some(
              (directive) =>
                directive.name.value === "join__field" &&
                directive.arguments?.some(({ name }) => name.value === "type"),
            )
              ? [`${definition.name.value}.${field.name.value}`]
              : [],
          )
        : [],
    ),
  );
  return (typeName, fieldName) => varied.has(`${typeName}.${fieldName}`);
}
