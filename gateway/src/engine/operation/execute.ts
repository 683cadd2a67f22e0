import { EVENTS_AHEAD } from "@alliance-hub/platform/subgraph/execute";
import { ahead } from "@alliance-hub/platform/streams/ahead";
import { untilDeadline } from "@alliance-hub/platform/streams/until-deadline";
import type { ExecutionResult, FormattedExecutionResult } from "graphql";
import type { Conditions } from "../document/conditions.ts";
import type { EngineContext, EventResult } from "../engine.ts";
import { followEvents } from "../plan/fetch.ts";
import type { CompiledPlan } from "../plan/compile.ts";
import type { Data, Run } from "../plan/run.ts";
import { type FieldFault, toGraphQLError } from "../plan/field-fault.ts";
import { onePerNull } from "../result/one-per-null.ts";
import { project } from "../result/project.ts";
import type { Selection } from "../result/shape.ts";

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
  /** Of a subscription: what the subgraph it begins in said. */
  readonly event?: FormattedExecutionResult;
}

/** Follows a subscription; the rest of its plan runs for each event. */
export async function* followVariant(
  variant: Variant,
  request: ExecutionRequest,
): AsyncGenerator<EventResult> {
  const source = variant.plan?.source;
  if (!source) throw new Error("The plan of the subscription names no subgraph to follow.");
  const { context } = request;
  const deadline = deadlinesOf(context);
  const complete = async (event: FormattedExecutionResult): Promise<EventResult> => {
    const found = event.extensions?.["position"];
    const position = typeof found === "string" ? found : undefined;
    if (position !== undefined && event.data === undefined && event.errors === undefined)
      return { position };
    const answer = await answerVariant(variant, {
      ...request,
      event,
      context: { ...context, ...atEvent(position), signal: deadline() },
    });
    return {
      ...resultOf(answer),
      ...(position === undefined ? {} : { position }),
      isAway: answer.faults.some(({ isAway }) => isAway),
    };
  };
  yield* ahead(followEvents(source, request), complete, EVENTS_AHEAD);
}

function atEvent(event: string | undefined): Pick<EngineContext, "event"> {
  return event === undefined ? {} : { event };
}

/** How long events that follow each other have one deadline, in milliseconds: each of its own costs more. */
const SAME_DEADLINE_MS = 1000;

/** Gives the signal for an event that is completed from now on. */
function deadlinesOf({ signal, eventDeadlineMs }: EngineContext): () => AbortSignal {
  if (eventDeadlineMs === undefined) return () => signal;
  let current = signal;
  let goodUntil = 0;
  return () => {
    const now = performance.now();
    if (now >= goodUntil) {
      goodUntil = now + SAME_DEADLINE_MS;
      current = untilDeadline(signal, eventDeadlineMs + SAME_DEADLINE_MS);
    }
    return current;
  };
}

/** Fetches, merges and completes the answer to one request. */
export async function executeVariant(
  variant: Variant,
  request: ExecutionRequest,
): Promise<ExecutionResult> {
  return resultOf(await answerVariant(variant, request));
}

/** An answer in the client's form, and what it lacks. */
interface VariantAnswer {
  readonly data: Data | null;
  readonly faults: readonly FieldFault[];
}

async function answerVariant(
  { plan, selection, introspect }: Variant,
  request: ExecutionRequest,
): Promise<VariantAnswer> {
  const { variables } = request;
  const run: Run = { data: {}, faults: [], missing: new Map(), ...request };
  await plan?.step(run);
  const data = project(selection, run, { ready: introspect?.(variables), ownerOf: plan?.ownerOf });
  if (run.faults.length === 0) return { data, faults: run.faults };
  return { data, faults: onePerNull(run.faults, data, plan?.isIncidental) };
}

function resultOf({ data, faults }: VariantAnswer): ExecutionResult {
  return faults.length === 0 ? { data } : { data, errors: faults.map(toGraphQLError) };
}
