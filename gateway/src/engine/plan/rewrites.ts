import { isObject } from "@alliance-hub/platform/json/is-object";
import { setOwn } from "@alliance-hub/platform/json/set-own";
import type { FetchNodePathSegment, FetchRewrite } from "@graphql-hive/router-query-planner";
import type { Satisfies } from "../supergraph/possible-types.ts";
import { own } from "./merge.ts";
import type { Data } from "./run.ts";

/** Changes an object in place. */
export type Rewrite = (data: Data) => void;

/**
 * Compiles a plan's rewrites: a type name that a subgraph knows by its interface only, or a field
 * that was fetched under a name of the planner's own because another has the client's.
 */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  satisfies: Satisfies,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => compileRewrite(rewrite, satisfies));
  return (data) => {
    for (const step of steps) step(data);
  };
}

function compileRewrite(rewrite: FetchRewrite, satisfies: Satisfies): Rewrite {
  if ("KeyRenamer" in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return at(path, satisfies, (object, name) => {
      if (!Object.hasOwn(object, name)) return;
      setOwn(object, renameKeyTo, object[name]);
      Reflect.deleteProperty(object, name);
    });
  }
  const { path, setValueTo } = "ValueSetter" in rewrite ? rewrite.ValueSetter : rewrite;
  return at(path, satisfies, (object, name) => setOwn(object, name, setValueTo));
}

/** Calls `change` with every object at the path and the name that the path ends in. */
function at(
  path: readonly FetchNodePathSegment[],
  satisfies: Satisfies,
  change: (object: Data, name: string) => void,
): Rewrite {
  const last = path.findLastIndex((segment) => "Key" in segment);
  const walk = (value: unknown, depth: number): void => {
    const segment = path[depth];
    if (Array.isArray(value)) for (const item of value) walk(item, depth);
    else if (isObject(value) && segment) {
      if ("Key" in segment) {
        if (depth === last) change(value, segment.Key);
        else walk(own(value, segment.Key), depth + 1);
      } else {
        const typename = value["__typename"];
        const applies =
          typeof typename !== "string" ||
          segment.TypenameEquals.some((condition) => satisfies(typename, condition));
        if (applies) walk(value, depth + 1);
      }
    }
  };
  return (data) => walk(data, 0);
}

/** The names that output rewrites give back, by the planner's own; error paths carry the latter. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): Map<string, string> {
  return new Map(
    (rewrites ?? []).flatMap((rewrite) => {
      if (!("KeyRenamer" in rewrite)) return [];
      const key = rewrite.KeyRenamer.path.findLast((segment) => "Key" in segment);
      return key ? [[key.Key, rewrite.KeyRenamer.renameKeyTo] as const] : [];
    }),
  );
}
