import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/**
 * Whether a fragment applies to objects of a type (GraphQL, section 6.3.2, DoesFragmentTypeApply). To
 * objects that are known by an interface alone, it applies if it does to all objects behind that.
 *
 * @param condition name of the type that the fragment is on.
 */
export function fragmentApplies(
  schema: GraphQLSchema,
  typeName: string,
  condition: string,
): boolean {
  if (typeName === condition) return true;
  const [type, wanted] = [schema.getType(typeName), schema.getType(condition)];
  if (isObjectType(type)) return isAbstractType(wanted) && schema.isSubType(wanted, type);
  if (!isInterfaceType(type)) return false;
  if (isInterfaceType(wanted) && schema.isSubType(wanted, type)) return true;
  const possible = schema.getPossibleTypes(type);
  return (
    possible.length > 0 && possible.every(({ name }) => fragmentApplies(schema, name, condition))
  );
}
