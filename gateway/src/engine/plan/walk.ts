import { isObject } from "@alliance-hub/platform/json/is-object";
import type { FlattenNodePathSegment } from "@graphql-hive/router-query-planner";
import type { Satisfies } from "../supergraph/possible-types.ts";
import type { Path } from "./field-fault.ts";
import { own } from "./merge.ts";
import type { Data } from "./run.ts";

/** Calls `visit` with every object at a plan's path. */
export type Walk = (root: Data, visit: (object: Data) => void) => void;

type At = (value: unknown, visit: (object: Data) => void) => void;

/**
 * Compiles a path of a plan. Lists are walked through wherever they stand: one `@` means a list of
 * any depth.
 */
export function compileWalk(
  segments: readonly FlattenNodePathSegment[],
  satisfies: Satisfies,
): Walk {
  return segments.reduceRight<At>((next, segment) => step(segment, next, satisfies), atEnd);
}

function atEnd(value: unknown, visit: (object: Data) => void): void {
  if (Array.isArray(value)) for (const item of value) atEnd(item, visit);
  else if (isObject(value)) visit(value);
}

function step(segment: FlattenNodePathSegment, next: At, satisfies: Satisfies): At {
  if (segment === "@") return next;
  if ("Field" in segment) {
    const name = segment.Field;
    const isInherited = name in Object.prototype;
    return throughLists((object, visit) => {
      const value = isInherited ? own(object, name) : object[name];
      if (value !== null && value !== undefined) next(value, visit);
    });
  }
  const conditions = segment.TypeCondition;
  return throughLists((object, visit) => {
    const typename = object["__typename"];
    if (
      typeof typename === "string" &&
      conditions.some((condition) => satisfies(typename, condition))
    )
      next(object, visit);
  });
}

function throughLists(at: (object: Data, visit: (object: Data) => void) => void): At {
  const walk: At = (value, visit) => {
    if (Array.isArray(value)) for (const item of value) walk(item, visit);
    else if (isObject(value)) at(value, visit);
  };
  return walk;
}

/** The names in a path, as the client knows them. */
export function namesIn(segments: readonly FlattenNodePathSegment[]): string[] {
  return segments.flatMap((segment) =>
    segment !== "@" && "Field" in segment ? [segment.Field] : [],
  );
}

/** Where given objects stand below the root; one that stands in several positions has several paths. */
export function locate(
  root: Data,
  names: readonly string[],
  wanted: ReadonlySet<object>,
): Map<object, Path[]> {
  const found = new Map<object, Path[]>();
  const path: Path = [];
  const walk = (value: unknown, depth: number): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        path.push(index);
        walk(item, depth);
        path.pop();
      }
      return;
    }
    if (!isObject(value)) return;
    const name = names[depth];
    if (name === undefined) {
      if (wanted.has(value)) found.set(value, [...(found.get(value) ?? []), [...path]]);
      return;
    }
    path.push(name);
    walk(own(value, name), depth + 1);
    path.pop();
  };
  walk(root, 0);
  return found;
}
