import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * Number of fields an operation has once every fragment stands where it is spread. A few fragments
 * that spread each other twice make millions, so each is counted once and multiplied.
 */
export function expandedSize(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const size = known.get(name);
    if (size !== undefined) return size;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const found = fragment ? ofSelections(fragment.selectionSet) : 0;
    known.set(name, found);
    return found;
  };
  const ofSelections = ({ selections }: SelectionSetNode): number => {
    let size = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) size += ofFragment(selection.name.value);
      else {
        size += selection.kind === Kind.FIELD ? 1 : 0;
        if (selection.selectionSet) size += ofSelections(selection.selectionSet);
      }
    }
    return size;
  };
  return ofSelections(operation.selectionSet);
}
