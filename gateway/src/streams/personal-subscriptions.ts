import { Kind, type OperationDefinitionNode } from "graphql";

/** Subscriptions of the hub whose answers depend on the person: what one was told, and has read. */
export const PERSONAL_SUBSCRIPTIONS: readonly string[] = ["noticeArrivals"];

/**
 * Whether only subscribers of one person may share a subscription.
 *
 * @param names of the root fields whose answers depend on the person. Behind a fragment it may be any of them.
 */
export function isPersonal(operation: OperationDefinitionNode, names: readonly string[]): boolean {
  return operation.selectionSet.selections.some(
    (root) => root.kind !== Kind.FIELD || names.includes(root.name.value),
  );
}
