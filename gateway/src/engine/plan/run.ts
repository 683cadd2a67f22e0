import type { FormattedExecutionResult } from "graphql";
import type { Conditions } from "../document/conditions.ts";
import type { EngineContext } from "../engine.ts";
import type { FieldFault } from "./field-fault.ts";

/** An object of a subgraph's answer. */
export type Data = Record<string, unknown>;

/** What one fetch could not bring to an object. */
export interface MissingFields {
  /** Response names that the fetch selects on it. */
  readonly fields: ReadonlySet<string>;
  /** Undefined if nobody said why: the subgraph knows no such entity. */
  readonly fault: Omit<FieldFault, "path"> | undefined;
}

/** One execution of a plan. */
export interface Run {
  /** What subgraphs have answered so far, merged; not yet in the client's order. */
  readonly data: Data;
  /** What went wrong at a known position. */
  readonly faults: FieldFault[];
  /** Objects that a fetch was to add to and could not. */
  readonly missing: Map<object, MissingFields[]>;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly conditions: Conditions;
  readonly context: EngineContext;
  /** Of a subscription: what the subgraph it begins in said. */
  readonly event?: FormattedExecutionResult;
}

/** A part of a plan, compiled. */
export type Step = (run: Run) => Promise<void>;

/** Notes that a fetch could not bring its fields to an object. */
export function markMissing(run: Run, object: object, missing: MissingFields): void {
  const known = run.missing.get(object);
  if (known) known.push(missing);
  else run.missing.set(object, [missing]);
}

/** What is known of a field that a fetch could not bring to an object. */
export function missingOf(
  missing: Run["missing"],
  object: object,
  field: string,
): MissingFields | undefined {
  return missing.get(object)?.find(({ fields }) => fields.has(field));
}
