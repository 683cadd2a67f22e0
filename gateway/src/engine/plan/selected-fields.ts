import {
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  getOperationAST,
  parse,
  visit,
} from "graphql";
import { fragmentsOf } from "../document/select-operation.ts";

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
  const fragments = fragmentsOf(document);
  const root = new Set<string>();
  const anywhere = new Set<string>();
  visit(document, {
    Field: ({ alias, name }) => {
      const key = alias?.value ?? name.value;
      anywhere.add(renamed.get(key) ?? key);
    },
  });
  const onEntities = new Map<string, ReadonlySet<string>>();
  const rootSet = getOperationAST(document, null)?.selectionSet;
  for (const selection of rootSet ? fieldsIn(rootSet, fragments) : []) {
    const name = selection.alias?.value ?? selection.name.value;
    root.add(renamed.get(name) ?? name);
    if (selection.name.value !== "_entities" || !selection.selectionSet) continue;
    const names = fieldsIn(selection.selectionSet, fragments).map((field) => {
      const key = field.alias?.value ?? field.name.value;
      return renamed.get(key) ?? key;
    });
    onEntities.set(name, new Set(names));
  }
  return { root, onEntities, anywhere };
}

function fieldsIn(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Extract<SelectionSetNode["selections"][number], { kind: Kind.FIELD }>[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    return set ? fieldsIn(set, fragments) : [];
  });
}
