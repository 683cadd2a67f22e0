import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type TypeNode,
  buildASTSchema,
  isScalarType,
} from "graphql";
import { type Link, directiveName, isLinked } from "./links.ts";

/** Where a directive may stand in what clients send (GraphQL, section 3.13, ExecutableDirectiveLocation). */
const EXECUTABLE_LOCATIONS = new Set([
  "QUERY",
  "MUTATION",
  "SUBSCRIPTION",
  "FIELD",
  "FRAGMENT_DEFINITION",
  "FRAGMENT_SPREAD",
  "INLINE_FRAGMENT",
  "VARIABLE_DEFINITION",
]);

/** Directives that clients may see on a definition (GraphQL, section 3.13). */
const KEPT_DIRECTIVES = new Set(["deprecated", "specifiedBy", "oneOf"]);

interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/**
 * What clients see of a supergraph: without the types and schema directives of linked specifications
 * and without what is `@inaccessible`.
 *
 * @param scalars how values of custom scalars are read; composition keeps only their names.
 */
export function buildApiSchema(
  supergraph: DocumentNode,
  links: readonly Link[],
  scalars: readonly GraphQLScalarType[],
): GraphQLSchema {
  const hidden = directiveName(links, "inaccessible");
  const isShown = ({ directives }: WithDirectives): boolean =>
    !directives?.some((directive) => directive.name.value === hidden);
  const gone = new Set(
    supergraph.definitions.flatMap((definition) =>
      "name" in definition &&
      definition.name &&
      definition.kind !== Kind.DIRECTIVE_DEFINITION &&
      (!isShown(definition as WithDirectives) || isForeign(definition))
        ? [definition.name.value]
        : [],
    ),
  );
  const isThere = (type: NamedTypeNode): boolean => !gone.has(type.name.value);
  const shown = <T extends WithDirectives & { readonly type?: TypeNode | undefined }>(
    nodes: readonly T[] | undefined,
  ): T[] =>
    (nodes ?? [])
      .filter((node) => isShown(node) && (!node.type || isThere(namedType(node.type))))
      .map((node) => ({ ...node, directives: kept(node) }));

  function isForeign(definition: DefinitionNode): boolean {
    return "name" in definition && definition.name !== undefined
      ? isLinked(links, definition.name.value)
      : false;
  }

  /** Directives on operations are for clients, whoever's they are; those on the schema are not. */
  function forClients(definition: DirectiveDefinitionNode): DirectiveDefinitionNode[] {
    const locations = definition.locations.filter(({ value }) => EXECUTABLE_LOCATIONS.has(value));
    return locations.length > 0
      ? [{ ...definition, locations, arguments: shown(definition.arguments) }]
      : [];
  }

  const definitions = supergraph.definitions.flatMap((definition): DefinitionNode[] => {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) return forClients(definition);
    if (isForeign(definition)) return [];
    if (definition.kind === Kind.SCHEMA_DEFINITION) return [{ ...definition, directives: [] }];
    if (!("directives" in definition) || !("name" in definition)) return [definition];
    if (!definition.name || gone.has(definition.name.value)) return [];
    const directives = kept(definition as WithDirectives);
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        return [
          {
            ...definition,
            directives,
            interfaces: (definition.interfaces ?? []).filter(isThere),
            fields: shown(definition.fields).map((field) => ({
              ...field,
              arguments: shown(field.arguments),
            })),
          },
        ];
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return [{ ...definition, directives, fields: shown(definition.fields) }];
      case Kind.ENUM_TYPE_DEFINITION:
        return [{ ...definition, directives, values: shown(definition.values) }];
      case Kind.UNION_TYPE_DEFINITION:
        return [{ ...definition, directives, types: (definition.types ?? []).filter(isThere) }];
      case Kind.SCALAR_TYPE_DEFINITION:
        return [{ ...definition, directives }];
      default:
        return [];
    }
  });
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true });
  readScalars(schema, scalars);
  return schema;
}

function kept({ directives }: WithDirectives): ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => KEPT_DIRECTIVES.has(directive.name.value));
}

function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}

/** With its parser, a day that does not exist is rejected before anything of the document runs. */
function readScalars(schema: GraphQLSchema, scalars: readonly GraphQLScalarType[]): void {
  for (const scalar of scalars) {
    const served = schema.getType(scalar.name);
    if (!isScalarType(served)) continue;
    served.parseValue = scalar.parseValue;
    served.parseLiteral = scalar.parseLiteral;
  }
}
