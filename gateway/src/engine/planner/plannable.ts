import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  Kind,
  type OperationDefinitionNode,
  print,
} from "graphql";
import { dropUnused } from "../document/drop-unused.ts";
import { type NormalFormConfig, toNormalForm } from "./normal-form.ts";
import { holdsIntrospection, openRoot } from "../document/root-selections.ts";

/** An operation and its document's fragments. */
export interface OperationParts {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** What is asked of subgraphs; nothing, or more than can be planned. */
export type Plannable = { readonly text: string } | "nothing" | "too much";

/**
 * What is planned of an operation, printed: its normal form, without what is answered here, which is
 * introspection and `__typename` at the root. A plan thus holds for one set of conditions and has
 * none itself.
 */
export function plannableOf(
  operation: OperationDefinitionNode,
  root: GraphQLCompositeType,
  config: NormalFormConfig,
): Plannable {
  const selectionSet = toNormalForm({ type: root, sets: [operation.selectionSet] }, config);
  if (!selectionSet) return "too much";
  if (selectionSet.selections.length === 0) return "nothing";
  return { text: print(dropUnused({ ...operation, selectionSet })) };
}

/** The document with nothing but introspection; undefined if there is none. */
export function introspectionOf({
  operation,
  fragments,
}: OperationParts): DocumentNode | undefined {
  const selections = openRoot(operation.selectionSet, fragments).filter(holdsIntrospection);
  if (selections.length === 0) return undefined;
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { ...operation.selectionSet, selections } },
      ...fragments.values(),
    ],
  };
}
