import type { ExecutionResult } from "graphql";
import type { Conditions } from "./document/conditions.ts";
import type { EngineContext } from "./engine.ts";
import type { CompiledPlan } from "./plan/compile.ts";
import type { Data, Run } from "./plan/run.ts";
import { toGraphQLError } from "./result/field-fault.ts";
import { onePerNull } from "./result/one-per-null.ts";
import { project } from "./result/project.ts";
import type { Selection } from "./result/shape.ts";

/** A compiled operation, for one outcome of everything that its plan depends on. */
export interface Variant {
  /** Undefined if no subgraph need be asked. */
  readonly plan: CompiledPlan | undefined;
  readonly selection: Selection;
  /** Answers introspection fields at the root; undefined if there are none. */
  readonly introspect: ((variables: Data) => Data | undefined) | undefined;
}

/** One request. */
export interface ExecutionRequest {
  /** As the client sent them; known to be coercible. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly conditions: Conditions;
  readonly context: EngineContext;
}

/** Fetches, merges and completes the answer to one request. */
export async function executeVariant(
  { plan, selection, introspect }: Variant,
  { variables, conditions, context }: ExecutionRequest,
): Promise<ExecutionResult> {
  const run: Run = { data: {}, faults: [], missing: new Map(), variables, conditions, context };
  await plan?.step(run);
  const data = project(selection, run, { ready: introspect?.(variables), ownerOf: plan?.ownerOf });
  if (run.faults.length === 0) return { data };
  return { data, errors: onePerNull(run.faults, data).map(toGraphQLError) };
}
