import { isObject } from "@alliance-hub/platform/json/is-object";
import { setOwn } from "@alliance-hub/platform/json/set-own";
import type { RequiresSelection } from "@graphql-hive/router-query-planner";
import type { Satisfies } from "../supergraph/possible-types.ts";
import { mergeInto, own } from "./merge.ts";
import { type Data, type MissingFields, type Run, missingOf } from "./run.ts";

/**
 * What a subgraph needs to know of an object to add to it (Federation subgraph specification,
 * "Query._entities"); undefined if the object is of no type it adds to, or if a needed field is not
 * known, which `inputs` then says. A needed field that is null is handed on as null.
 */
export type Represent = (object: Data, inputs: Inputs) => Data | undefined;

/** Where needed fields are looked up, and what was not found there. */
export interface Inputs {
  readonly missing: Run["missing"];
  /** Set by a field that is not known, with why if that is known; whoever reads it resets it. */
  lack: { readonly fault: MissingFields["fault"] } | undefined;
}

/** Adds what a selection names to a representation; false if it cannot be known. */
type Pick = (object: Data, into: Data, inputs: Inputs) => boolean;

/** Compiles a plan's `requires`. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  satisfies: Satisfies,
): Represent {
  const picks = requires.map((selection) => compilePick(selection, satisfies));
  return (object, inputs) => {
    const typename = object["__typename"];
    if (typeof typename !== "string") {
      const fault = missingOf(inputs.missing, object, "__typename")?.fault;
      if (fault) inputs.lack = { fault };
      return undefined;
    }
    const representation: Data = { __typename: typename };
    for (const pick of picks) if (!pick(object, representation, inputs)) return undefined;
    // Nothing but the type's name: no condition held.
    for (const name in representation) if (name !== "__typename") return representation;
    return undefined;
  };
}

function compilePick(selection: RequiresSelection, satisfies: Satisfies): Pick {
  switch (selection.kind) {
    case "Field": {
      const { name, alias, selections } = selection;
      const inner = selections?.map((one) => compilePick(one, satisfies));
      const into = alias ?? name;
      return (object, representation, inputs) => {
        const value = own(object, name);
        if (value === undefined) {
          inputs.lack = { fault: missingOf(inputs.missing, object, name)?.fault };
          return false;
        }
        const picked = inner ? pickAll(value, inner, inputs) : value;
        if (picked === undefined) return false;
        const before = own(representation, into);
        if (isObject(before) && isObject(picked)) mergeInto(before, picked, () => false);
        else setOwn(representation, into, picked);
        return true;
      };
    }
    case "InlineFragment": {
      const { typeCondition } = selection;
      const inner = selection.selections.map((one) => compilePick(one, satisfies));
      return (object, representation, inputs) => {
        const typename = object["__typename"];
        if (typeof typename === "string" && !satisfies(typename, typeCondition)) return true;
        return inner.every((pick) => pick(object, representation, inputs));
      };
    }
    case "FragmentSpread":
      throw new Error(
        `The plan requires a fragment "${selection.value}", which it does not define.`,
      );
  }
}

function pickAll(value: unknown, picks: readonly Pick[], inputs: Inputs): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const item of value) {
      const picked = pickAll(item, picks, inputs);
      if (picked === undefined) return undefined;
      list.push(picked);
    }
    return list;
  }
  if (!isObject(value)) return value;
  const picked: Data = {};
  return picks.every((pick) => pick(value, picked, inputs)) ? picked : undefined;
}
