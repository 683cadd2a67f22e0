import type {
  BatchFetchNode,
  FetchNode,
  PlanNode,
  RequiresSelection,
} from "@graphql-hive/router-query-planner";
import { type DocumentNode, Kind, parse, print, visit } from "graphql";

/** A plan that lacks something; undefined if it has nothing of the kind at that number. */
export type Break = (plan: PlanNode, number: number) => PlanNode | undefined;

/** The ways in which a plan may lack something: a request, a field, something that entities are told. */
export const BREAKS: Readonly<Record<string, Break>> = {
  "without a request": withoutRequest,
  "without a field": withoutField,
  "without an input": withoutInput,
  "with another order": inAnotherOrder,
};

function fetchesOf(node: PlanNode | undefined): (FetchNode | BatchFetchNode)[] {
  switch (node?.kind) {
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap(fetchesOf);
    case "Flatten":
      return fetchesOf(node.node);
    case "Fetch":
    case "BatchFetch":
      return [node];
    default:
      return [];
  }
}

function withoutRequest(plan: PlanNode, number: number): PlanNode | undefined {
  const fetches = fetchesOf(plan);
  const gone = fetches[number % (fetches.length || 1)];
  const leave = (node: PlanNode): PlanNode[] => {
    if (node === gone) return [];
    if (node.kind === "Flatten") return leave(node.node).map((inner) => ({ ...node, node: inner }));
    if (node.kind !== "Sequence" && node.kind !== "Parallel") return [node];
    return [{ ...node, nodes: node.nodes.flatMap(leave) }];
  };
  return fetches.length > 1 ? leave(plan)[0] : undefined;
}

function withoutField(plan: PlanNode, number: number): PlanNode | undefined {
  const broken = structuredClone(plan);
  const fetches = fetchesOf(broken);
  const fetch = fetches[number % (fetches.length || 1)];
  if (!fetch) return undefined;
  const document = parse(fetch.operation);
  let leaves = 0;
  visit(document, { Field: ({ selectionSet }) => void (leaves += selectionSet ? 0 : 1) });
  let left = number % leaves;
  const without: DocumentNode = visit(document, {
    SelectionSet: (set) => {
      if (set.selections.length < 2) return undefined;
      const kept = set.selections.filter(
        (one) => one.kind !== Kind.FIELD || one.selectionSet || left-- !== 0,
      );
      return kept.length > 0 ? { ...set, selections: kept } : undefined;
    },
  });
  fetch.operation = print(without);
  return broken;
}

function withoutInput(plan: PlanNode, number: number): PlanNode | undefined {
  const broken = structuredClone(plan);
  const lists: RequiresSelection[][] = [];
  const find = (list: RequiresSelection[] | undefined): void => {
    if (!list) return;
    lists.push(list);
    for (const one of list) if (one.kind !== "FragmentSpread") find(one.selections);
  };
  for (const fetch of fetchesOf(broken)) {
    if (fetch.kind === "Fetch") find(fetch.requires);
    else for (const alias of fetch.entityBatch.aliases) find(alias.requires);
  }
  const list = lists[number % (lists.length || 1)];
  if (!list || list.length < 2) return undefined;
  list.splice(number % list.length, 1);
  return broken;
}

function inAnotherOrder(plan: PlanNode, number: number): PlanNode | undefined {
  if (plan.kind !== "Sequence" || plan.nodes.length < 2) return undefined;
  const nodes = [...plan.nodes];
  const [first] = nodes.splice(number % nodes.length, 1);
  return first && { kind: "Sequence", nodes: [...nodes, first] };
}
