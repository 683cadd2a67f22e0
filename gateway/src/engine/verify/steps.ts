import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from "@graphql-hive/router-query-planner";
import {
  type FragmentDefinitionNode,
  type SelectionSetNode,
  getOperationAST,
  parse,
} from "graphql";
import { allFields, responseName } from "../document/all-fields.ts";
import { renamedKeys } from "../plan/rewrites.ts";

/** One request of a plan, and what is known to be done before it. */
export interface FetchStep {
  readonly id: number;
  readonly service: string;
  readonly kind: "query" | "mutation" | "subscription";
  /** The steps that are done when this one begins, one bit for each. */
  readonly before: bigint;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly renamed: ReadonlyMap<string, string>;
  /** What it selects at its root; undefined if it asks for entities. */
  readonly root: SelectionSetNode | undefined;
}

/** Entities that a step asks for at one path. */
export interface EntityStep {
  readonly step: FetchStep;
  readonly path: readonly FlattenNodePathSegment[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly FetchRewrite[];
  readonly sets: readonly SelectionSetNode[];
}

/** A plan as steps, in an order in which it may be executed. */
export interface PlanSteps {
  readonly roots: readonly FetchStep[];
  readonly entities: readonly EntityStep[];
}

/** Reads a plan in the way in which it is compiled. */
export function readSteps(plan: PlanNode): PlanSteps {
  const roots: FetchStep[] = [];
  const entities: EntityStep[] = [];
  let count = 0;

  const add = (node: FetchNode | BatchFetchNode, before: bigint, outputs: FetchRewrite[]) => {
    const document = parse(node.operation, { noLocation: true });
    const root = getOperationAST(document, null)?.selectionSet;
    const step = {
      id: count,
      service: node.serviceName,
      kind: node.operationKind ?? "query",
      before,
      fragments: fragmentsOf(document),
      renamed: renamedKeys(outputs),
      root,
    };
    count += 1;
    return step;
  };
  /** What an entity step selects under a response name. */
  const setsOf = ({ root, fragments }: FetchStep, name: string): SelectionSetNode[] =>
    (root ? allFields(root, fragments) : []).flatMap((field) =>
      responseName(field) === name && field.selectionSet ? [field.selectionSet] : [],
    );
  /** @returns the steps that are done when the node is. */
  const read = (
    node: PlanNode,
    before: bigint,
    path: readonly FlattenNodePathSegment[],
  ): bigint => {
    switch (node.kind) {
      case "Sequence":
        return node.nodes.reduce((done, child) => read(child, done, path), before);
      case "Parallel": {
        const isMutation = (child: PlanNode): boolean =>
          child.kind === "Fetch" && child.operationKind === "mutation";
        const others = node.nodes.filter((child) => !isMutation(child));
        const together = others.reduce((done, child) => done | read(child, before, path), before);
        return node.nodes
          .filter(isMutation)
          .reduce((done, child) => read(child, done, path), together);
      }
      case "Flatten":
        return read(node.node, before, node.path);
      case "Condition":
        return [node.ifClause, node.elseClause].reduce(
          (done, clause) => (clause ? done | read(clause, before, path) : done),
          before,
        );
      case "Subscription":
      case "Fetch": {
        const fetch = node.kind === "Fetch" ? node : node.primary;
        const step = add(fetch, before, fetch.outputRewrites ?? []);
        const { requires = [], inputRewrites = [] } = fetch;
        if (requires.length === 0) {
          const kind = node.kind === "Fetch" ? step.kind : "subscription";
          roots.push({ ...step, kind });
        } else {
          const sets = setsOf(step, "_entities");
          entities.push({ step, path, requires, inputRewrites, sets });
        }
        return before | (1n << BigInt(step.id));
      }
      case "BatchFetch": {
        const { aliases } = node.entityBatch;
        const step = add(
          node,
          before,
          aliases.flatMap((alias) => alias.outputRewrites ?? []),
        );
        for (const { alias, paths, requires, inputRewrites = [] } of aliases)
          for (const one of paths)
            entities.push({ step, path: one, requires, inputRewrites, sets: setsOf(step, alias) });
        return before | (1n << BigInt(step.id));
      }
      default:
        throw new Error(`The plan has a node of the kind ${node.kind}, which is not executed.`);
    }
  };
  read(plan, 0n, []);
  return { roots, entities };
}

/** Whether a step is done when another begins. */
export function isBefore(step: FetchStep, { before }: FetchStep): boolean {
  return ((before >> BigInt(step.id)) & 1n) === 1n;
}
