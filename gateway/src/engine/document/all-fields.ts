import { openFragments } from "@alliance-hub/platform/document/open-fragments";
import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from "graphql";

/** The fields of a selection set and of every fragment in it, whatever type that is on. */
export function allFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  const fields: FieldNode[] = [];
  openFragments(set, true, {
    fragment: (name) => fragments.get(name),
    enter: (_condition, on) => on,
    visit: (field) => fields.push(field),
  });
  return fields;
}

/** The name of a field in the answer. */
export function responseName({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}
