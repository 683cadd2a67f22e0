import type { FlattenNodePathSegment } from "@graphql-hive/router-query-planner";
import { addPart } from "./add-part.ts";
import { fieldsFor } from "./field-sets.ts";
import type { Graph } from "./graph.ts";
import {
  type FetchedField,
  type ObjectFields,
  type OpenObject,
  type Part,
  type PlanContext,
  type Walker,
  typeNameBefore,
} from "./object-fields.ts";
import { PlanFault } from "./plan-fault.ts";
import { isKnown, keyOf, typeNameSent } from "./representations.ts";
import type { EntityStep } from "./steps.ts";

/**
 * A position in the answer, the same for all items of a list: what steps select there, and which steps are
 * still on their way to what is below it.
 */
export class ResponsePosition {
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

function fieldsAt(
  position: ResponsePosition,
  typeName: string,
  following: PlanContext,
): ObjectFields {
  const { graph } = following;
  const fields = new Map<string, FetchedField[]>();
  const walkers: Walker[] = [];
  const here = { fields, walkers };
  for (const part of position.parts) addPart(part, typeName, { here, following });
  for (const walker of position.walkers) {
    const { entity } = walker;
    const at = advance(walker, typeNameBefore(here, typeName, entity.step), graph);
    if (at === undefined) continue;
    if (at < entity.path.length) walkers.push({ entity, at });
    else addEntity(entity, typeName, { here, following });
  }
  return here;
}

/** Takes a walker past the type conditions of a position; undefined if its step leaves the object out. */
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

/** Adds what a step for entities brings of an object, if it is asked for it at all. */
function addEntity(entity: EntityStep, typeName: string, { here, following }: OpenObject): void {
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

/** The position behind a field of an object. */
export function behind(
  here: ObjectFields,
  typeName: string,
  { name, graph }: { readonly name: string; readonly graph: Graph },
): ResponsePosition | undefined {
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
  return new ResponsePosition(
    first.filter((type) => more.every((others) => others.includes(type))),
    parts,
    walkers,
  );
}
