import { MapperKind, getDirective, mapSchema } from "@graphql-tools/utils";
import { type GraphQLFieldConfig, type GraphQLSchema, getNullableType } from "graphql";

type Field = GraphQLFieldConfig<unknown, unknown>;

const nullable = (field: Field): Field => ({ ...field, type: getNullableType(field.type) });

/**
 * Makes nullable what must not take other subgraphs' or other fields' data with it when it fails
 * (GraphQL, section 6.4.4: an error in a non-null field nulls what stands around it): every root
 * field, so that the second mutation of a document cannot hide that the first one was done, and
 * every field added to another subgraph's type, but for its key.
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
