import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isObjectType,
} from "graphql";
import type { Faults } from "./faults.ts";
import { type Source, keyField, mediaType } from "./keys.ts";
import { GRAPH, valueOf } from "./values.ts";

/** What the resolvers of one request share, in one schema and in subgraphs alike. */
export interface World {
  readonly faults: Faults;
  /** Mutations, in the order in which they were done. */
  readonly journal: string[];
}

/** The one resolver of every field: its value follows from the object's key and the arguments. */
export const resolveField: GraphQLFieldResolver<Source | undefined, World> = (
  parent,
  args,
  world,
  { fieldName, parentType },
) => {
  const source = parent ?? { __typename: parentType.name, key: parentType.name };
  const name = `${fieldName}(${JSON.stringify(sorted(args))})`;
  if (source.__typename === "Mutation") world.journal.push(name);
  const known = keyField(source, fieldName);
  if (known !== undefined) return known;
  const fault = world.faults(fieldName, source.key);
  if (fault === null) return null;
  if (fault) throw fault;
  if (fieldName === "tag") return `${name} ${String(required(source, "price", parentType))}`;
  if (fieldName === "digest") {
    const { code } = required(source, "base", parentType) as { code: string };
    return `${String(required(source, "weight", parentType))} ${code}`;
  }
  return valueOf(typeOf(source, fieldName), `${name} ${source.key}`, (place) =>
    world.faults(`${fieldName}${place}`, source.key),
  );
};

/** A field that another one requires: as a subgraph was told, or as its owner knows it. */
function required(source: Source, field: string, type: GraphQLObjectType): unknown {
  const directives = type.getFields()[field]?.astNode?.directives ?? [];
  if (directives.some(({ name }) => name.value === "external")) {
    if (source.given && field in source.given) return source.given[field];
    throw new Error(`Nobody has told the subgraph of "${field}" of ${source.key}`);
  }
  const args = field === "price" ? { currency: "EUR" } : {};
  const seed = `${field}(${JSON.stringify(args)}) ${source.key}`;
  const value = valueOf(typeOf(source, field), seed, () => undefined);
  if (field !== "base") return value;
  const { key } = value as Source;
  return { code: valueOf(typeOf(value as Source, "code"), `code({}) ${key}`, () => undefined) };
}

function typeOf({ __typename, key }: Source, field: string): GraphQLOutputType {
  const type = GRAPH.getType(__typename === "Media" ? mediaType(key) : __typename);
  const found = isObjectType(type) ? type.getFields()[field] : undefined;
  if (!found) throw new Error(`The graph has no field ${__typename}.${field}`);
  return found.type;
}

/** The same value, whatever the order in which the fields of objects in it were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
