import type { PlanNode, RequiresSelection } from "@graphql-hive/router-query-planner";
import { namesIn } from "./walk.ts";

/** Every path at which a plan fetches entities, as names. */
export function entityPaths(plan: PlanNode): string[][] {
  return nodesOf(plan).flatMap((node) => {
    if (node.kind === "Flatten") return [namesIn(node.path)];
    if (node.kind !== "BatchFetch") return [];
    return node.entityBatch.aliases.flatMap(({ paths }) => paths.map(namesIn));
  });
}

/** The names under which a plan looks for what it tells subgraphs of entities. */
export function inputNames(plan: PlanNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (selections: readonly RequiresSelection[]): void => {
    for (const one of selections) {
      if (one.kind === "Field") names.add(one.name);
      if (one.kind !== "FragmentSpread") add(one.selections ?? []);
    }
  };
  for (const node of nodesOf(plan)) {
    if (node.kind === "Fetch") add(node.requires ?? []);
    if (node.kind === "BatchFetch")
      for (const { requires } of node.entityBatch.aliases) add(requires);
  }
  return names;
}

/** A node and all nodes within it. */
function nodesOf(node: PlanNode): PlanNode[] {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return [node, ...node.nodes.flatMap(nodesOf)];
    case "Flatten":
      return [node, ...nodesOf(node.node)];
    case "Condition":
      return [
        node,
        ...[node.ifClause, node.elseClause].flatMap((one) => (one ? nodesOf(one) : [])),
      ];
    default:
      return [node];
  }
}
