import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * Which fragments are opened, and what is done with the fields.
 *
 * @typeParam On what is known of the objects that a selection is for, such as the name of their type.
 */
export interface FragmentRules<On> {
  /** Whether a selection takes part at all. Left out: it does, whatever its directives say. */
  readonly isIncluded?: (selection: SelectionNode) => boolean;
  /** The fragment of a name. @returns undefined for one that is not to be opened. */
  readonly fragment: (name: string) => FragmentDefinitionNode | undefined;
  /**
   * Whether a fragment applies.
   *
   * @param condition name of the type that the fragment is on.
   * @returns what is known of the objects that satisfy it; undefined if there are none.
   */
  readonly enter: (condition: string, on: On) => On | undefined;
  readonly visit: (field: FieldNode, on: On) => void;
}

/**
 * Visits the fields of a selection set, and those of the fragments in it that apply, in the order of the
 * document (GraphQL, section 6.3.2, CollectFields).
 */
export function openFragments<On>(
  { selections }: SelectionSetNode,
  on: On,
  rules: FragmentRules<On>,
): void {
  for (const selection of selections) {
    if (rules.isIncluded?.(selection) === false) continue;
    if (selection.kind === Kind.FIELD) {
      rules.visit(selection, on);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? rules.fragment(selection.name.value) : selection;
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    const inside = condition === undefined ? on : rules.enter(condition, on);
    if (inside !== undefined) openFragments(fragment.selectionSet, inside, rules);
  }
}
