import {
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** The root's selections; fragments that hold meta fields are opened until those stand by themselves. */
export function openRoot(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const opened =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!opened) return [selection];
    const inner = openRoot(opened.selectionSet, fragments);
    if (!inner.some(isMeta)) return [selection];
    const directives = selection.directives ?? [];
    return inner.map((node) => ({
      kind: Kind.INLINE_FRAGMENT,
      directives,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [node] },
    }));
  });
}

/** Whether a selection from {@link openRoot} is a field of every root: `__typename`, `__schema`, `__type`. */
export function isMeta(selection: SelectionNode): boolean {
  return metaName(selection) !== undefined;
}

/** Whether a selection from {@link openRoot} is `__schema` or `__type`. */
export function holdsIntrospection(selection: SelectionNode): boolean {
  const name = metaName(selection);
  return name === "__schema" || name === "__type";
}

function metaName(selection: SelectionNode): string | undefined {
  if (selection.kind === Kind.FIELD) {
    const name = selection.name.value;
    return ["__typename", "__schema", "__type"].includes(name) ? name : undefined;
  }
  if (selection.kind !== Kind.INLINE_FRAGMENT) return undefined;
  const [only, ...more] = selection.selectionSet.selections;
  return only && more.length === 0 ? metaName(only) : undefined;
}
