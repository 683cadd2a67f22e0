import { type DocumentNode, type FieldNode, visit } from "graphql";

/**
 * The names under which an operation's fields are fetched. A client's alias may be the name of a
 * key that the plan needs, or clash with what another subgraph calls so; therefore aliases are the
 * client's alone, and subgraphs are asked under names of the engine's own.
 */
export interface SourceNames {
  /** Name under which the field's value is found in what subgraphs answered. */
  of(field: FieldNode): string;
  /** Name of the engine's own → the client's; error paths are read by it. */
  readonly clientNames: ReadonlyMap<string, string>;
}

/** Names the aliased fields of a document. Fields of one alias and one name stay one field. */
export function createSourceNames(document: DocumentNode): SourceNames {
  const sources = new Map<string, string>();
  const clientNames = new Map<string, string>();
  const key = (field: FieldNode): string => `${field.alias?.value ?? ""} ${field.name.value}`;
  visit(document, {
    Field: (field) => {
      if (!isAliased(field) || sources.has(key(field))) return;
      const source = `_alias_${sources.size}`;
      sources.set(key(field), source);
      clientNames.set(source, field.alias?.value ?? field.name.value);
    },
  });
  return {
    of: (field) =>
      isAliased(field) ? (sources.get(key(field)) ?? field.name.value) : field.name.value,
    clientNames,
  };
}

/** Whether a field has another name in the answer than in the schema. */
export function isAliased({ alias, name }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}
