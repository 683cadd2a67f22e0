import { type GraphQLResolveInfo, type SelectionSetNode, isObjectType } from "graphql";

/** What a resolver knows of the selection below its field. */
export type SelectionInfo = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "schema">;

/**
 * The fields that a client selects of objects of one type, at the end of one of some paths below the
 * resolver's field (the empty path: of what the field itself gives). Directives are not looked at:
 * what a variable may leave out counts as selected, so that the answer depends on the document alone.
 */
export function selectedFields(
  info: SelectionInfo,
  type: string,
  paths: readonly (readonly string[])[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (set: SelectionSetNode | undefined, path: readonly string[]): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === "Field") {
        const [next, ...rest] = path;
        if (next === undefined) names.add(selection.name.value);
        else if (selection.name.value === next) walk(selection.selectionSet, rest);
        continue;
      }
      const fragment =
        selection.kind === "InlineFragment" ? selection : info.fragments[selection.name.value];
      const on = fragment?.typeCondition?.name.value;
      if (path.length === 0 && on !== undefined && isAnother(info, type, on)) continue;
      walk(fragment?.selectionSet, path);
    }
  };
  for (const node of info.fieldNodes) for (const path of paths) walk(node.selectionSet, path);
  return names;
}

/** Whether a field below the resolver's field is sure to be asked for, whatever variables say. */
export function isSelected(
  { fieldNodes, fragments }: Omit<SelectionInfo, "schema">,
  name: string,
): boolean {
  const isIn = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.directives && selection.directives.length > 0) return false;
      if (selection.kind === "Field") return selection.name.value === name;
      const fragment =
        selection.kind === "InlineFragment" ? selection : fragments[selection.name.value];
      return isIn(fragment?.selectionSet);
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => isIn(selectionSet));
}

/** Whether a fragment's condition is an object type that the type is not. */
function isAnother({ schema }: SelectionInfo, type: string, condition: string): boolean {
  return condition !== type && isObjectType(schema.getType(condition));
}
