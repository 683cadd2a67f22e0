import { isObject } from "../json/is-object.ts";
import { getDirective } from "@graphql-tools/utils";
import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isLeafType,
  isObjectType,
  isScalarType,
} from "graphql";

/**
 * Makes a subgraph check the representations of requested entities (Apollo Federation, `_Any`): they must be
 * objects that name a type with a key, and the values must have the form of the fields. Resolvers of references
 * may rely on this. Any other representation gets an error.
 */
export function checkRepresentations(schema: GraphQLSchema): void {
  const any = schema.getType("_Any");
  if (!isScalarType(any)) return;
  const entities = new Map<string, Entity>();
  const entityOf = (name: string): Entity | undefined => {
    let entity = entities.get(name);
    const type = schema.getType(name);
    if (!entity && isObjectType(type)) entities.set(name, (entity = describe(schema, type)));
    return entity;
  };
  any.parseValue = (value) => {
    if (!isObject(value)) throw malformed("is no object");
    const given: Readonly<Record<string, unknown>> = value;
    const name = given["__typename"];
    if (typeof name !== "string") throw malformed('has no "__typename"');
    const entity = entityOf(name);
    if (!entity || entity.keys.length === 0)
      throw malformed("is of a type that is not an entity here");
    if (!entity.keys.some((key) => key.every((field) => given[field] != null)))
      throw malformed("lacks fields of its key");
    for (const field in given)
      if (given[field] != null && !isTaken(entity, field, given[field]))
        throw malformed(`has a "${field}" of another form than the schema says`);
    return value;
  };
}

interface Entity {
  /** The fields of each key, without nested keys. */
  readonly keys: readonly (readonly string[])[];
  readonly type: GraphQLObjectType;
}

function describe(schema: GraphQLSchema, type: GraphQLObjectType): Entity {
  const keys = (getDirective(schema, type, "key") ?? []).map(({ fields }) => String(fields));
  return {
    type,
    keys: keys.map((key) => (key.includes("{") ? [] : key.trim().split(/[\s,]+/))),
  };
}

function isTaken({ type }: Entity, name: string, value: unknown): boolean {
  const field = type.getFields()[name];
  const leaf = field && getNullableType(field.type);
  if (!isLeafType(leaf)) return true;
  try {
    leaf.parseValue(value);
    return true;
  } catch {
    return false;
  }
}

function malformed(what: string): GraphQLError {
  return new GraphQLError(`A representation ${what}.`, { extensions: { code: "BAD_USER_INPUT" } });
}
