import type { RequiresSelection } from "@graphql-hive/router-query-planner";
import type { FieldNode, SelectionSetNode } from "graphql";
import type { Graph } from "./graph.ts";
import { type EntityStep, type FetchStep, isBefore } from "./steps.ts";
import type { FieldView, TypeView } from "./subgraph-views.ts";

/** What one step selects in a response position. */
export interface Part {
  readonly step: FetchStep;
  readonly sets: readonly SelectionSetNode[];
  /** The type that its subgraph promises there; undefined for entities, which may be of any. */
  readonly type: TypeView | undefined;
  /** What the subgraph has there of fields that are another's (`@provides`). */
  readonly provided: readonly SelectionSetNode[];
  /** What it was told of the object, if it was asked for it as an entity. */
  readonly given: readonly RequiresSelection[] | undefined;
}

/** A step for entities, on its way to its path. */
export interface Walker {
  readonly entity: EntityStep;
  /** Number of segments after it. */
  readonly at: number;
}

/** One field of an object, as one step brings it. */
export interface FetchedField {
  readonly part: Part;
  readonly node: FieldNode;
  /** The object's type in the step's subgraph. */
  readonly object: TypeView;
  /** Undefined for the name of the type. */
  readonly field: FieldView | undefined;
  /** Name of the type that the subgraph promises behind it. */
  readonly promised: string | undefined;
}

/** What a plan brings of an object of one type in one response position. */
export interface ObjectFields {
  readonly fields: ReadonlyMap<string, readonly FetchedField[]>;
  readonly walkers: readonly Walker[];
}

/** What plans are followed with. */
export interface PlanContext {
  readonly graph: Graph;
  readonly percentage: number;
}

/** An object whose fields are being found. */
export interface OpenObject {
  readonly here: {
    readonly fields: Map<string, FetchedField[]>;
    readonly walkers: readonly Walker[];
  };
  readonly following: PlanContext;
}

/** The name of an object's type that is known when a step begins. */
export function typeNameBefore(
  { fields }: ObjectFields,
  typeName: string,
  step: FetchStep,
): string | undefined {
  const known = (fields.get("__typename") ?? []).filter(({ part }) => isBefore(part.step, step));
  return known.some(({ object }) => object.name === typeName) ? typeName : known[0]?.object.name;
}
