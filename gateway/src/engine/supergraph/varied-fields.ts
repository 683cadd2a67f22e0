import { type DocumentNode, Kind, visit } from "graphql";

/**
 * Whether a field is not the same everywhere: its type differs between the subgraphs that have it, or
 * another field requires one of its name with arguments of its own.
 */
export type IsVaried = (typeName: string, fieldName: string) => boolean;

/** Reads what composition notes of fields: `@join__field(type:)` and `@join__field(requires:)`. */
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
  const required = new Set<string>();
  visit(supergraph, {
    Argument: ({ name, value }) => {
      if (name.value !== "requires" || value.kind !== Kind.STRING) return;
      for (const [, field] of value.value.matchAll(/(\w+)\s*\(/g)) if (field) required.add(field);
    },
  });
  return (typeName, fieldName) => varied.has(`${typeName}.${fieldName}`) || required.has(fieldName);
}
