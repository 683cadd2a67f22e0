import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * The names under which an operation's fields are fetched. A client's alias may be the name of a
 * key that the plan needs, or clash with what another subgraph calls so; therefore aliases are the
 * client's alone, and subgraphs are asked under names of the engine's own. So they are for fields
 * that another field requires with arguments of its own, and for those whose
 * type is not the same in all subgraphs: what merges in the client's document might not merge in a
 * subgraph's (GraphQL, section 5.3.2).
 */
export interface SourceNames {
  /** Name under which the value of a field of the document is found in what subgraphs answered. */
  of(field: FieldNode): string;
  /** Name of the engine's own → the client's; error paths are read by it. */
  readonly clientNames: ReadonlyMap<string, string>;
}

/**
 * Names the fields of a document. Fields that are one to the client stay one.
 *
 * @param isVaried whether a field is not the same everywhere.
 */
export function createSourceNames(
  schema: GraphQLSchema,
  document: DocumentNode,
  isVaried: (typeName: string, fieldName: string) => boolean,
): SourceNames {
  const sources = new Map<string, string>();
  const clientNames = new Map<string, string>();
  const renamed = new WeakMap<FieldNode, string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (field) => {
        // The type's name is known by itself; the planner looks for it under its own name.
        if (field.name.value === "__typename") return;
        const parent = types.getParentType()?.name ?? "";
        const varied = isVaried(parent, field.name.value);
        if (!isAliased(field) && !varied) return;
        const name = field.alias?.value ?? field.name.value;
        const key = `${name} ${varied ? parent : ""} ${field.name.value}`;
        const source = sources.get(key) ?? `_alias_${sources.size}`;
        sources.set(key, source);
        clientNames.set(source, name);
        renamed.set(field, source);
      },
    }),
  );
  return { of: (field) => renamed.get(field) ?? field.name.value, clientNames };
}

/** Whether a field has another name in the answer than in the schema. */
function isAliased({ alias, name }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}
