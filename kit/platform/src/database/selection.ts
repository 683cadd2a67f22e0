import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { fragmentApplies } from "../document/fragment-applies.ts";
import { openFragments } from "../document/open-fragments.ts";

/** What a resolver knows of the selection below its field. */
export type SelectionInfo = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "schema">;

/**
 * The fields that a client selects of objects of one type, at the end of one of the given paths below the
 * resolver's field. (The empty path is the field itself.) Directives are ignored: a field that a variable may
 * leave out counts as selected, so that the result depends on the document alone.
 */
export function selectedFields(
  info: SelectionInfo,
  type: string,
  paths: readonly (readonly string[])[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const fragment = (name: string) => info.fragments[name];
  const walk = (set: SelectionSetNode | undefined, path: readonly string[]): void => {
    if (!set) return;
    const [next, ...rest] = path;
    if (next === undefined)
      openFragments(set, type, {
        fragment,
        enter: (condition, on) => (fragmentApplies(info.schema, on, condition) ? on : undefined),
        visit: ({ name }) => names.add(name.value),
      });
    // Of what type the objects on the way are is not known.
    else
      openFragments(set, type, {
        fragment,
        enter: (_condition, on) => on,
        visit: ({ name, selectionSet }) => {
          if (name.value === next) walk(selectionSet, rest);
        },
      });
  };
  for (const node of info.fieldNodes) for (const path of paths) walk(node.selectionSet, path);
  return names;
}

/** Whether a field below the resolver's field is always requested, whatever the variables are. */
export function isSelected(
  { fieldNodes, fragments }: Omit<SelectionInfo, "schema">,
  name: string,
): boolean {
  let isFound = false;
  for (const { selectionSet } of fieldNodes)
    if (selectionSet)
      openFragments(selectionSet, true, {
        isIncluded: ({ directives }) => !directives || directives.length === 0,
        fragment: (spread) => fragments[spread],
        enter: (_condition, on) => on,
        visit: (field) => (isFound ||= field.name.value === name),
      });
  return isFound;
}
