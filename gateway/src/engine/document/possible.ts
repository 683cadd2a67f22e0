import { type GraphQLNamedType, type GraphQLSchema, isAbstractType, isObjectType } from "graphql";

/** The names of the object types that a value of a composite type may have. */
export type Possible = (type: GraphQLNamedType) => readonly string[];

/** Looks possible types up once for each type. */
export function possibleIn(schema: GraphQLSchema): Possible {
  const known = new Map<string, readonly string[]>();
  return (type) => {
    let names = known.get(type.name);
    if (!names) {
      if (isAbstractType(type)) names = schema.getPossibleTypes(type).map(({ name }) => name);
      else names = isObjectType(type) ? [type.name] : [];
      known.set(type.name, names);
    }
    return names;
  };
}
