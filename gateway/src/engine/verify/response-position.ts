import type { FlattenNodePathSegment, RequiresSelection } from "@graphql-hive/router-query-planner";
import { openFragments } from "@alliance-hub/platform/document/open-fragments";
import type { FieldNode, SelectionSetNode } from "graphql";
import { fieldsFor } from "./field-sets.ts";
import type { Graph } from "./graph.ts";
import { PlanFault } from "./plan-fault.ts";
import { coversSet, isKnown, keyOf, typeNameSent } from "./representations.ts";
import { type EntityStep, type FetchStep, isBefore } from "./steps.ts";
import type { FieldView, TypeView } from "./subgraph-views.ts";

/** What one step selects in a place. */
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
interface Walker {
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

/** What a plan brings of an object of one type in one place. */
export interface ObjectFields {
  readonly fields: ReadonlyMap<string, readonly FetchedField[]>;
  readonly walkers: readonly Walker[];
}

/** What plans are followed with. */
export interface PlanContext {
  readonly graph: Graph;
  readonly percentage: number;
}

/** A place of the answer: what steps select there, and which steps are still on their way below it. */
export class Place {
  readonly types: readonly string[];
  readonly parts: readonly Part[];
  readonly walkers: readonly Walker[];
  readonly #known = new Map<string, ObjectFields>();

  constructor(types: readonly string[], parts: readonly Part[], walkers: readonly Walker[]) {
    this.types = types;
    this.parts = parts;
    this.walkers = walkers;
  }

  /** @throws PlanFault for a field that a step may not ask for. */
  at(typeName: string, following: PlanContext): ObjectFields {
    const known = this.#known.get(typeName) ?? fieldsAt(this, typeName, following);
    this.#known.set(typeName, known);
    return known;
  }
}

function fieldsAt(place: Place, typeName: string, following: PlanContext): ObjectFields {
  const { graph } = following;
  const fields = new Map<string, FetchedField[]>();
  const walkers: Walker[] = [];
  const here = { fields, walkers };
  for (const part of place.parts) addPart(part, typeName, { here, following });
  for (const walker of place.walkers) {
    const { entity } = walker;
    const at = advance(walker, typeNameBefore(here, typeName, entity.step), graph);
    if (at === undefined) continue;
    if (at < entity.path.length) walkers.push({ entity, at });
    else addEntity(entity, typeName, { here, following });
  }
  return here;
}

/** Takes a walker past the type conditions of a place; undefined if its step leaves the object out. */
function advance(
  { entity, at }: Walker,
  typeName: string | undefined,
  graph: Graph,
): number | undefined {
  for (let index = at; index < entity.path.length; index++) {
    const segment: FlattenNodePathSegment | undefined = entity.path[index];
    if (segment === undefined || segment === "@") continue;
    if ("Field" in segment) return index;
    const applies =
      typeName !== undefined &&
      segment.TypeCondition.some((condition) => graph.satisfies(typeName, condition));
    if (!applies) return undefined;
  }
  return entity.path.length;
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

interface At {
  readonly here: {
    readonly fields: Map<string, FetchedField[]>;
    readonly walkers: readonly Walker[];
  };
  readonly following: PlanContext;
}

/** Adds what a step for entities brings of an object, if it is asked for it at all. */
function addEntity(entity: EntityStep, typeName: string, { here, following }: At): void {
  const { step, requires, sets } = entity;
  const name = typeNameBefore(here, typeName, step);
  if (name === undefined || !isKnown(requires, { name, typeName, step, here, following })) return;
  const sent = typeNameSent(entity, name, following.graph);
  const type = following.graph.view(step.service).get(sent);
  if (!type) {
    throw new PlanFault(
      sent,
      `is not known to the subgraph "${step.service}", which is asked for it`,
    );
  }
  if (!keyOf(type, requires, { name, typeName, step, here, following }))
    throw new PlanFault(sent, `is asked of the subgraph "${step.service}" without a key`);
  addPart({ step, sets, type: undefined, provided: [], given: requires }, typeName, {
    here,
    following,
  });
}

function addPart(part: Part, typeName: string, { here, following }: At): void {
  const { graph, percentage } = following;
  const { step } = part;
  const object = graph.objectIn(step.service, typeName);
  if (!object) return;
  const view = graph.view(step.service);

  const add = (node: FieldNode, on: TypeView): void => {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    const source = step.renamed.get(key) ?? key;
    const field = object.fields.get(name);
    if (name !== "__typename") check(name, on, field);
    const fetched = here.fields.get(source) ?? [];
    here.fields.set(source, fetched);
    const promised = on.fields.get(name)?.type ?? field?.type;
    fetched.push({ part, node, object, field, promised });
  };
  const check = (name: string, on: TypeView, field: FieldView | undefined): void => {
    const coordinate = `${typeName}.${name}`;
    if (!field || !on.fields.has(name))
      throw new PlanFault(coordinate, `is asked of "${step.service}", which does not have it`);
    const isOfKey = object.keyFields.has(name);
    const isProvided = (): boolean =>
      part.provided.some((set) =>
        fieldsFor(set, typeName, graph.satisfies).some((one) => one.name.value === name),
      );
    if ((field.external || field.isGivenAway(percentage)) && !isOfKey && !isProvided())
      throw new PlanFault(coordinate, `is asked of "${step.service}", which does not resolve it`);
    if (!field.requires) return;
    const subject = { name: object.name, typeName, step, here, following };
    if (!part.given || !coversSet(field.requires, part.given, subject))
      throw new PlanFault(coordinate, `is asked of "${step.service}" without what it requires`);
  };
  const enter = (condition: string): TypeView | undefined => {
    const type = view.get(condition);
    if (!type)
      throw new PlanFault(condition, `is a condition in "${step.service}", which does not know it`);
    return graph.appliesIn(step.service, object, condition) ? type : undefined;
  };
  const rules = { fragment: (name: string) => step.fragments.get(name), enter, visit: add };
  for (const set of part.sets) openFragments(set, part.type ?? object, rules);
}

/** The place behind a field of an object. */
export function behind(
  here: ObjectFields,
  typeName: string,
  { name, graph }: { readonly name: string; readonly graph: Graph },
): Place | undefined {
  const fetched = (here.fields.get(name) ?? []).filter(({ node }) => node.selectionSet);
  if (fetched.length === 0) return undefined;
  const parts = fetched.map(({ part, node, field, promised }): Part => {
    const provided = part.provided.flatMap((set) =>
      fieldsFor(set, typeName, graph.satisfies).flatMap((one) =>
        one.name.value === node.name.value && one.selectionSet ? [one.selectionSet] : [],
      ),
    );
    if (field?.provides) provided.push(field.provides);
    return {
      step: part.step,
      sets: node.selectionSet ? [node.selectionSet] : [],
      type: promised === undefined ? undefined : graph.view(part.step.service).get(promised),
      provided,
      given: undefined,
    };
  });
  const types = fetched.map(({ part, field }) =>
    graph.typesIn(part.step.service, field?.type ?? ""),
  );
  const [first = [], ...more] = types;
  const walkers = here.walkers.flatMap(({ entity, at }): Walker[] => {
    const segment = entity.path[at];
    return segment !== undefined && segment !== "@" && "Field" in segment && segment.Field === name
      ? [{ entity, at: at + 1 }]
      : [];
  });
  return new Place(
    first.filter((type) => more.every((others) => others.includes(type))),
    parts,
    walkers,
  );
}
