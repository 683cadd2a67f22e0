import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  isAbstractType,
  isObjectType,
} from "graphql";

/**
 * A type condition that everything in its place satisfies, put as the type that stands there: a
 * subgraph may know that type and nothing of the wider one, above all where it knows it as an
 * interface object.
 *
 * @returns undefined if the condition says something, or says just this; null if nothing in its place
 *   can satisfy it.
 */
export function narrow(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType | null | undefined,
  condition: NamedTypeNode | undefined,
): NamedTypeNode | null | undefined {
  if (!parent || !condition || condition.name.value === parent.name) return undefined;
  const wanted = schema.getType(condition.name.value);
  const possible = isObjectType(parent) ? [parent] : schema.getPossibleTypes(parent);
  const satisfied = possible.filter(
    (type) => type === wanted || (isAbstractType(wanted) && schema.isSubType(wanted, type)),
  );
  if (satisfied.length === 0) return null;
  if (satisfied.length < possible.length || !isAbstractType(wanted)) return undefined;
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: parent.name } };
}
