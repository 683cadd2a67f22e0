import {
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  isObjectType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { type FieldCall, coordinate } from "./call.ts";

/** A value of an abstract type. */
export interface AbstractValue {
  readonly type: GraphQLAbstractType;
  readonly value: unknown;
}

/** The object type that a value was resolved to. @throws GraphQLError if it is none that can stand there. */
export function runtimeType(
  { call: { schema }, field }: FieldCall,
  { type, value }: AbstractValue,
  name: unknown,
): GraphQLObjectType {
  const { nodes } = field;
  if (name === null || name === undefined)
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${coordinate(field)}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes },
    );
  if (isObjectType(name))
    throw new GraphQLError(
      "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
    );
  if (typeof name !== "string")
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${coordinate(field)}" with value ${inspect(value)}, received "${inspect(name)}".`,
    );
  const found = schema.getType(name);
  if (!found)
    throw new GraphQLError(
      `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`,
      { nodes },
    );
  if (!isObjectType(found))
    throw new GraphQLError(
      `Abstract type "${type.name}" was resolved to a non-object type "${name}".`,
      { nodes },
    );
  if (!schema.isSubType(type, found))
    throw new GraphQLError(
      `Runtime Object type "${found.name}" is not a possible type for "${type.name}".`,
      { nodes },
    );
  return found;
}
