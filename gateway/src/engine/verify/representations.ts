import type { RequiresSelection } from "@graphql-hive/router-query-planner";
import type { SelectionSetNode } from "graphql";
import { argumentsOf, fieldsFor } from "./field-sets.ts";
import type { Graph } from "./graph.ts";
import {
  type FetchedField,
  type ObjectFields,
  type PlanContext,
  typeNameBefore,
} from "./object-fields.ts";
import { behind } from "./response-position.ts";
import { type EntityStep, type FetchStep, isBefore } from "./steps.ts";
import type { TypeView } from "./subgraph-views.ts";

/** An object that a step is to be told of. */
export interface Subject {
  /** Name of its type, as it is known when the step begins; undefined if it is not. */
  readonly name: string | undefined;
  /** Its type. */
  readonly typeName: string;
  readonly step: FetchStep;
  readonly here: ObjectFields;
  readonly following: PlanContext;
}

type Field = Extract<RequiresSelection, { kind: "Field" }>;

/** The fields of a plan's `requires` that an object has. */
function picksFor(
  requires: readonly RequiresSelection[],
  { name, following: { graph } }: Subject,
): Field[] {
  const find = (selections: readonly RequiresSelection[]): Field[] =>
    selections.flatMap((one) => {
      if (one.kind === "Field") return [one];
      if (one.kind !== "InlineFragment") return [];
      const applies = name === undefined || graph.satisfies(name, one.typeCondition);
      return applies ? find(one.selections) : [];
    });
  return find(requires);
}

/** What has been fetched of a field of the object when the step begins. */
function fetchedBefore(name: string, { here, step }: Subject): FetchedField | undefined {
  return here.fields.get(name)?.find(({ part }) => isBefore(part.step, step));
}

/** The objects behind a field of the object. */
function subjectsBehind(name: string, subject: Subject): Subject[] {
  const { here, typeName, step, following } = subject;
  const position = behind(here, typeName, { name, graph: following.graph });
  return (position?.types ?? []).map((type) => {
    const inside = position?.at(type, following) ?? { fields: new Map(), walkers: [] };
    const known = typeNameBefore(inside, type, step);
    return { name: known, typeName: type, step, here: inside, following };
  });
}

/** Whether everything that a step is to be told of an object has been fetched before; false for nothing. */
export function isKnown(requires: readonly RequiresSelection[], subject: Subject): boolean {
  const picks = picksFor(requires, subject);
  return (
    picks.some(({ name }) => name !== "__typename") &&
    picks.every((pick) => isPickKnown(pick, subject))
  );
}

function isPickKnown({ name, selections }: Field, subject: Subject): boolean {
  if (name === "__typename") return true;
  if (!fetchedBefore(name, subject)) return false;
  if (!selections || selections.length === 0) return true;
  return subjectsBehind(name, subject).every((one) =>
    picksFor(selections, one).every((pick) => isPickKnown(pick, one)),
  );
}

/** Whether what a step is told of an object has all fields of a set, as the set names them. */
export function coversSet(
  set: SelectionSetNode,
  requires: readonly RequiresSelection[],
  subject: Subject,
): boolean {
  const { satisfies } = subject.following.graph;
  const picks = picksFor(requires, subject);
  return fieldsFor(set, subject.typeName, satisfies).every((wanted) => {
    if (wanted.name.value === "__typename") return true;
    const sent = wanted.alias?.value ?? wanted.name.value;
    return picks.some(({ name, alias, selections = [] }) => {
      if ((alias ?? name) !== sent) return false;
      const fetched = fetchedBefore(name, subject);
      if (!fetched || fetched.node.name.value !== wanted.name.value) return false;
      if (argumentsOf(fetched.node.arguments) !== argumentsOf(wanted.arguments)) return false;
      const inner = wanted.selectionSet;
      return (
        !inner || subjectsBehind(name, subject).every((one) => coversSet(inner, selections, one))
      );
    });
  });
}

/** Whether what a step is told of an object has a key of the type as which it is asked for. */
export function keyOf(
  type: TypeView,
  requires: readonly RequiresSelection[],
  subject: Subject,
): boolean {
  return type.keys.some((key) => coversSet(key, requires, subject));
}

/** Name of the type as which a step asks for an object that is known by a name. */
export function typeNameSent({ inputRewrites }: EntityStep, name: string, graph: Graph): string {
  let sent = name;
  for (const rewrite of inputRewrites) {
    if ("KeyRenamer" in rewrite) continue;
    const { path, setValueTo } = "ValueSetter" in rewrite ? rewrite.ValueSetter : rewrite;
    const [only, key] = path.length > 1 ? path : [undefined, path[0]];
    const applies =
      only === undefined ||
      ("TypenameEquals" in only && only.TypenameEquals.some((one) => graph.satisfies(sent, one)));
    if (applies && key && "Key" in key && key.Key === "__typename") sent = setValueTo;
  }
  return sent;
}
