import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import { type FieldNode, getOperationAST, parse, visit } from "graphql";
import { allFields, responseName } from "../document/all-fields.ts";

/** Response names that a fetch selects at its root, or on its entities. */
export interface SelectedFields {
  readonly root: ReadonlySet<string>;
  /** Response name of `_entities` → names on the entities, whatever their type. */
  readonly onEntities: ReadonlyMap<string, ReadonlySet<string>>;
  /** All of them, wherever they stand. */
  readonly anywhere: ReadonlySet<string>;
}

/** Reads a fetch's operation, once when its plan is compiled. */
export function readSelectedFields(
  operation: string,
  renamed: ReadonlyMap<string, string>,
): SelectedFields {
  const document = parse(operation, { noLocation: true });
  const nameOf = (field: FieldNode): string => {
    const name = responseName(field);
    return renamed.get(name) ?? name;
  };
  const fragments = fragmentsOf(document);
  const root = new Set<string>();
  const anywhere = new Set<string>();
  visit(document, {
    Field: (field) => void anywhere.add(nameOf(field)),
  });
  const onEntities = new Map<string, ReadonlySet<string>>();
  const rootSet = getOperationAST(document, null)?.selectionSet;
  for (const field of rootSet ? allFields(rootSet, fragments) : []) {
    root.add(nameOf(field));
    if (field.name.value !== "_entities" || !field.selectionSet) continue;
    const names = allFields(field.selectionSet, fragments).map(nameOf);
    onEntities.set(responseName(field), new Set(names));
  }
  return { root, onEntities, anywhere };
}
