import { type DocumentNode, Kind, visit } from "graphql";
import type { NamedApart } from "../document/source-names.ts";

/** Reads what composition notes of fields: `@join__field(type:)` and `@join__field(requires:)`. */
export function readFieldsNamedApart(supergraph: DocumentNode): NamedApart {
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
  return {
    isVaried: (typeName, fieldName) => varied.has(`${typeName}.${fieldName}`),
    isRequired: (fieldName) => required.has(fieldName),
  };
}
