import type { FieldNode } from "graphql";

/**
 * The names under which an operation's fields are fetched. A client's alias may be the name of a
 * key that the plan needs, or clash with what another subgraph calls so; therefore aliases are the
 * client's alone, and subgraphs are asked under names of the engine's own. So they are for fields
 * that another field requires with arguments of its own, and for those whose
 * type is not the same in all subgraphs: what merges in the client's document might not merge in a
 * subgraph's (GraphQL, section 5.3.2).
 */
export interface SourceNames {
  /**
   * Name under which the value of a field of the document is found in what subgraphs answered.
   *
   * @param typeName the object type on which it is selected, or the interface where its objects are
   *   known by that alone.
   */
  of(field: FieldNode, typeName: string): string;
  /** Whether the name of an object type's field is its own, so that its interface's is another. */
  readonly isVaried: NamedApart["isVaried"];
  /** Name of the engine's own → the client's; error paths are read by it. */
  readonly clientNames: ReadonlyMap<string, string>;
}

/** Fields that cannot be asked for under the names that the client gives them. */
export interface NamedApart {
  /** Whether a field of an object type has another type in some subgraph. */
  readonly isVaried: (typeName: string, fieldName: string) => boolean;
  /** Whether another field requires one of this name, with arguments of its own. */
  readonly isRequired: (fieldName: string) => boolean;
}

/** Names the fields of one document. Fields that are one to the client stay one. */
export function createSourceNames({ isVaried, isRequired }: NamedApart): SourceNames {
  const sources = new Map<string, string>();
  const clientNames = new Map<string, string>();
  return {
    of: (field, typeName) => {
      const fieldName = field.name.value;
      // The type's name is known by itself; the planner looks for it under its own name.
      if (fieldName === "__typename") return fieldName;
      const varied = isVaried(typeName, fieldName);
      if (!isAliased(field) && !varied && !isRequired(fieldName)) return fieldName;
      const name = field.alias?.value ?? fieldName;
      const key = `${name} ${varied ? typeName : ""} ${fieldName}`;
      const source = sources.get(key) ?? `_alias_${sources.size}`;
      sources.set(key, source);
      clientNames.set(source, name);
      return source;
    },
    isVaried,
    clientNames,
  };
}

/** Whether a field has another name in the answer than in the schema. */
function isAliased({ alias, name }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}
