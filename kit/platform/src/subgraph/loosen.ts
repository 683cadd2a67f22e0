import { MapperKind, getDirective, mapSchema } from "@graphql-tools/utils";
import { type GraphQLFieldConfig, type GraphQLSchema, getNullableType } from "graphql";

type Field = GraphQLFieldConfig<unknown, unknown>;

const nullable = (field: Field): Field => ({ ...field, type: getNullableType(field.type) });

/**
 * Makes fields nullable whose failure must not remove the data of other subgraphs or fields (GraphQL, section
 * 6.4.4: an error in a non-null field makes its parent null). These are every root field, so that a failed
 * second mutation of a document cannot hide that the first one was made, and every field that is added to
 * another subgraph's type, except its key.
 */
export function loosen(schema: GraphQLSchema, extended: readonly string[]): GraphQLSchema {
  const keys = new Map(extended.map((name) => [name, keyFields(schema, name)]));
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: nullable,
    [MapperKind.MUTATION_ROOT_FIELD]: nullable,
    [MapperKind.OBJECT_FIELD]: (field, name, type) => {
      const key = keys.get(type);
      return key && !key.has(name) ? nullable(field) : field;
    },
  });
}

/** The names in a type's `@key(fields:)`. */
function keyFields(schema: GraphQLSchema, name: string): ReadonlySet<string> {
  const type = schema.getType(name);
  const directives = type ? (getDirective(schema, type, "key") ?? []) : [];
  return new Set(directives.flatMap(({ fields }) => String(fields).split(/\s+/)));
}
