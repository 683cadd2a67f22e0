import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
} from "@graphql-hive/router-query-planner";
import type { Transport } from "../engine.ts";
import type { Satisfies } from "../supergraph/possible-types.ts";
import { type EntityGroup, compileGroup } from "./entities.ts";
import { type CompiledFetch, entityFetch, eventFetch, rootFetch } from "./fetch.ts";
import { entityPaths, inputNames } from "./entity-inputs.ts";
import { createFetchFaults } from "./fetch-faults.ts";
import { type OwnedFetch, type OwnerOf, createOwnerOf } from "./owner.ts";
import { compileRewrites, renamedKeys } from "./rewrites.ts";
import type { Step } from "./run.ts";
import { readSelectedFields } from "./selected-fields.ts";

/** What plans of one supergraph are compiled with. */
export interface CompileConfig {
  readonly transportTo: (service: string) => Transport;
  readonly satisfies: Satisfies;
  readonly isObjectType: (typename: string) => boolean;
  /** The engine's own names of aliased fields → the client's. */
  readonly clientNames: ReadonlyMap<string, string>;
}

/** A plan that can be run. */
export interface CompiledPlan {
  readonly step: Step;
  readonly ownerOf: OwnerOf;
  /**
   * Whether a field is asked for though nothing in the plan needs it, and so, where the client did not
   * ask for it either, only because other objects in its position have it.
   */
  readonly isIncidental: (clientName: string) => boolean;
  /** Of a subscription: where its events come from. */
  readonly source: CompiledFetch | undefined;
}

type FetchParts = Pick<
  FetchNode,
  | "serviceName"
  | "operation"
  | "operationName"
  | "operationKind"
  | "variableUsages"
  | "outputRewrites"
>;

/**
 * Compiles a plan: what can be decided once (paths, representations, rewrites, texts) is not decided
 * again for each request.
 *
 * @throws Error for a kind of node that an operation without `@defer` does not lead to.
 */
export function compilePlan(plan: PlanNode, config: CompileConfig): CompiledPlan {
  const { satisfies } = config;
  const owned: (OwnedFetch & Pick<CompiledFetch, "selected">)[] = [];
  const allPaths = entityPaths(plan);
  let source: CompiledFetch | undefined;

  const compile = (node: PlanNode, path: readonly FlattenNodePathSegment[]): Step => {
    switch (node.kind) {
      case "Sequence":
        return inSequence(node.nodes.map((child) => compile(child, path)));
      case "Parallel":
        return inParallel(node.nodes, (child) => compile(child, path));
      case "Flatten":
        return compile(node.node, node.path);
      case "Condition": {
        const { condition, ifClause, elseClause } = node;
        const [yes, no] = [ifClause, elseClause].map((clause) => clause && compile(clause, path));
        return async (run) => await (run.conditions(condition) ? yes : no)?.(run);
      }
      case "Fetch":
        return compileFetch(node, path);
      case "BatchFetch":
        return compileBatch(node);
      case "Subscription":
        source = fetchOf({ ...node.primary, operationKind: "subscription" }, config);
        owned.push({ ...source, entities: new Map() });
        return eventFetch(source);
      default:
        throw new Error(`The plan has a node of the kind ${node.kind}, which is not executed.`);
    }
  };

  const compileFetch = (node: FetchNode, path: readonly FlattenNodePathSegment[]): Step => {
    const fetch = fetchOf(node, config);
    const { requires, inputRewrites } = node;
    if (!requires || requires.length === 0) {
      owned.push({ ...fetch, entities: new Map() });
      return rootFetch(fetch);
    }
    const order = {
      name: "_entities",
      variable: "representations",
      paths: [path],
      requires,
      inputRewrites,
      fields: fetch.selected.onEntities.get("_entities") ?? new Set<string>(),
    };
    return entities(fetch, [compileGroup(order, satisfies, allPaths)]);
  };

  const compileBatch = (node: BatchFetchNode): Step => {
    const { aliases } = node.entityBatch;
    const outputRewrites = aliases.flatMap((alias) => alias.outputRewrites ?? []);
    const fetch = fetchOf({ ...node, outputRewrites }, config);
    const groups = aliases.map((alias) => {
      const { alias: name, representationsVariableName: variable, paths, requires } = alias;
      const fields = fetch.selected.onEntities.get(name) ?? new Set<string>();
      const order = { name, variable, paths, requires, inputRewrites: alias.inputRewrites, fields };
      return compileGroup(order, satisfies, allPaths);
    });
    return entities(fetch, groups);
  };

  const entities = (fetch: CompiledFetch, groups: readonly EntityGroup[]): Step => {
    const paths = groups.map(
      ({ name, paths: all }) => [name, all.map((path) => path.map(fetch.clientName))] as const,
    );
    owned.push({ ...fetch, entities: new Map(paths) });
    return entityFetch(fetch, groups);
  };

  const step = compile(plan, []);
  const inputs = inputNames(plan);
  const incidental = new Set(
    owned.flatMap(({ selected, clientName }) =>
      [...selected.anywhere].filter((name) => !inputs.has(name)).map(clientName),
    ),
  );
  return {
    step,
    ownerOf: createOwnerOf(owned),
    source,
    isIncidental: (name) => incidental.has(name),
  };
}

function fetchOf(node: FetchParts, config: CompileConfig): CompiledFetch {
  const renamed = renamedKeys(node.outputRewrites);
  const selected = readSelectedFields(node.operation, renamed);
  const clientName = (name: string): string => {
    const source = renamed.get(name) ?? name;
    return config.clientNames.get(source) ?? source;
  };
  return {
    service: node.serviceName,
    operation: node.operation,
    clientName,
    selected,
    transport: config.transportTo(node.serviceName),
    queryJson: JSON.stringify(node.operation),
    kind: node.operationKind ?? "query",
    operationName: node.operationName,
    variableUsages: node.variableUsages ?? [],
    outputRewrite: compileRewrites(node.outputRewrites, config.satisfies),
    faults: createFetchFaults({
      service: node.serviceName,
      selected,
      clientName,
    }),
    isObjectType: config.isObjectType,
  };
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

/**
 * Steps side by side. A mutation is done alone, after the others: what they read belongs to the
 * mutations before it (GraphQL, section 6.2.2: root fields of a mutation are executed serially).
 */
function inParallel(nodes: readonly PlanNode[], compile: (node: PlanNode) => Step): Step {
  const isMutation = (node: PlanNode): boolean =>
    node.kind === "Fetch" && node.operationKind === "mutation";
  const mutations = nodes.filter(isMutation).map(compile);
  const others = nodes.filter((node) => !isMutation(node)).map(compile);
  const together: Step = async (run) => {
    await Promise.all(others.map((step) => step(run)));
  };
  return mutations.length === 0 ? together : inSequence([together, ...mutations]);
}
