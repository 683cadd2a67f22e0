import { type DocumentNode, type GraphQLSchema, Kind, isAbstractType, isEnumType } from "graphql";
import type { Satisfies } from "./possible-types.ts";

/** What subgraphs may answer with and clients do not see (`@inaccessible`). */
export interface HiddenElements {
  /** Whether an object type is hidden. */
  readonly isType: (name: string) => boolean;
  /** Whether objects behind an abstract type may be of a hidden type. */
  readonly behind: (typeName: string) => boolean;
  /** The hidden values of an enum type. */
  readonly valuesOf: (typeName: string) => ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Compares a supergraph with what clients see of it. */
export function readHidden(
  supergraph: DocumentNode,
  apiSchema: GraphQLSchema,
  satisfies: Satisfies,
): HiddenElements {
  const types = new Set<string>();
  const values = new Map<string, ReadonlySet<string>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      if (!apiSchema.getType(definition.name.value)) types.add(definition.name.value);
    } else if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      const type = apiSchema.getType(definition.name.value);
      if (!isEnumType(type)) continue;
      const names = (definition.values ?? []).map(({ name }) => name.value);
      values.set(type.name, new Set(names.filter((name) => !type.getValue(name))));
    }
  }
  return {
    isType: (name) => types.has(name),
    behind: (typeName) =>
      isAbstractType(apiSchema.getType(typeName)) &&
      [...types].some((name) => satisfies(name, typeName)),
    valuesOf: (typeName) => values.get(typeName) ?? NONE,
  };
}
