import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from "graphql";

type Field = GraphQLFieldConfig<unknown, unknown>;
type Argument = GraphQLFieldConfigArgumentMap[string];

const ROOTS: Readonly<Record<string, string>> = {
  Query: "查询：读取数据，不作任何更改。What you can read. Reading changes nothing.",
  Mutation:
    "变更：每项要么全部生效，要么全不生效。What you can change. Each change is made completely or not at all.",
  Subscription: "订阅：发生后即时送达。What the hub sends as soon as it happens.",
};

/** Arguments that mean the same everywhere. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  id: "记录的编号。The id of the record.",
};

/**
 * Describes elements that mean the same in every noun and are described nowhere else: the root types, arguments
 * by id, and arguments that take an input object, which get the object's description.
 */
export function describeSchema(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.ROOT_OBJECT]: describeRoot,
    [MapperKind.OBJECT_FIELD]: describeArguments,
  });
}

function describeRoot(type: GraphQLObjectType): GraphQLObjectType {
  return new GraphQLObjectType({
    ...type.toConfig(),
    description: type.description ?? ROOTS[type.name],
  });
}

function describeArguments(field: Field): Field {
  const args = Object.entries(field.args ?? {}).map(
    ([name, argument]) =>
      [name, { ...argument, description: argument.description ?? common(name, argument) }] as const,
  );
  return { ...field, args: Object.fromEntries(args) };
}

function common(name: string, { type }: Argument): string | null | undefined {
  const named = getNamedType(type);
  return isInputObjectType(named) ? named.description : ARGUMENTS[name];
}
