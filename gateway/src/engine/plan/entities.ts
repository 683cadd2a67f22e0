import type {
  FetchRewrite,
  FlattenNodePathSegment,
  RequiresSelection,
} from "@graphql-hive/router-query-planner";
import type { Satisfies } from "../supergraph/possible-types.ts";
import { type Inputs, type Represent, compileRepresentation } from "./representation.ts";
import { type Rewrite, compileRewrites } from "./rewrites.ts";
import { type Data, type Run, markMissing } from "./run.ts";
import { type Walk, compileWalk, namesIn } from "./walk.ts";

/** Entities that one field of a fetch asks for. */
export interface EntityGroup {
  /** Response name: `_entities`, or an alias of it. */
  readonly name: string;
  /** Variable that carries the representations. */
  readonly variable: string;
  readonly walks: readonly Walk[];
  /** The same paths, as names. */
  readonly paths: readonly (readonly string[])[];
  readonly represent: Represent;
  /** Response names that the fetch selects on its entities. */
  readonly fields: ReadonlySet<string>;
  readonly inputRewrite: Rewrite | undefined;
  /** Whether other fetches add to objects below these. */
  readonly hasDeeperFetch: boolean;
}

/** How a plan names a group. */
export interface GroupOrder {
  readonly name: string;
  readonly variable: string;
  readonly paths: readonly (readonly FlattenNodePathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly FetchRewrite[] | undefined;
  readonly fields: ReadonlySet<string>;
}

/** @param allPaths every path of the plan at which entities are fetched, as names. */
export function compileGroup(
  order: GroupOrder,
  satisfies: Satisfies,
  allPaths: readonly (readonly string[])[],
): EntityGroup {
  const paths = order.paths.map(namesIn);
  return {
    name: order.name,
    variable: order.variable,
    walks: order.paths.map((path) => compileWalk(path, satisfies)),
    paths,
    represent: compileRepresentation(order.requires, satisfies),
    fields: order.fields,
    inputRewrite: compileRewrites(order.inputRewrites, satisfies),
    hasDeeperFetch: paths.some((path) => allPaths.some((other) => isBelow(other, path))),
  };
}

function isBelow(path: readonly string[], above: readonly string[]): boolean {
  return path.length > above.length && above.every((name, index) => name === path[index]);
}

/** Entities of one execution: each is asked for once, however often it occurs. */
export interface CollectedEntities {
  readonly representations: readonly Data[];
  /** By index of the representation: the objects that its answer is added to. */
  readonly targets: readonly (readonly Data[])[];
}

/** Collects what a group has to ask for now; what cannot be asked for is noted as missing. */
export function collectEntities(group: EntityGroup, run: Run): CollectedEntities {
  const representations: Data[] = [];
  const targets: Data[][] = [];
  const known = new Map<string, number>();
  const inputs: Inputs = { missing: run.missing, lack: undefined };
  const visit = (object: Data): void => {
    const representation = group.represent(object, inputs);
    if (!representation) {
      if (inputs.lack) markMissing(run, object, { fields: group.fields, ...inputs.lack });
      inputs.lack = undefined;
      return;
    }
    group.inputRewrite?.(representation);
    const text = textOf(representation);
    const index = known.get(text);
    if (index === undefined) {
      known.set(text, representations.length);
      representations.push(representation);
      targets.push([object]);
    } else {
      targets[index]?.push(object);
    }
  };
  for (const walk of group.walks) walk(run.data, visit);
  return { representations, targets };
}

/** A text that two representations share only if they are equal. */
function textOf(representation: Data): string {
  let text = "";
  for (const name in representation) {
    const value = representation[name];
    text +=
      typeof value === "string"
        ? `${name}:${value.length}:${value}`
        : `${name}=${JSON.stringify(value)};`;
  }
  return text;
}
