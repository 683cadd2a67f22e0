import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { PlanNode } from "@graphql-hive/router-query-planner";
import type { OperationTypeNode } from "graphql";
import type { Completion, Selection, Shape } from "../result/shape.ts";
import { argumentsOf } from "./field-sets.ts";
import { identities } from "./identities.ts";
import type { ObjectFields, PlanContext } from "./object-fields.ts";
import { PlanFault } from "./plan-fault.ts";
import { ResponsePosition, behind } from "./response-position.ts";
import { type PlanSteps, readSteps } from "./steps.ts";

/** What a plan is held against. */
export interface Verification extends PlanContext {
  readonly kind: OperationTypeNode;
  /** What the client is answered from what the plan brings. */
  readonly selection: Selection;
  /** The one field of the root that it is held against, by the engine's name; undefined for all. */
  readonly only?: string | undefined;
}

/** Most objects that are looked at, one for each type in each position. */
const MOST_OBJECTS = 10_000;

/**
 * Holds a plan against the operation: every field of every object type that can be in its position is
 * fetched, of a subgraph that resolves it, with what it requires; every step for entities is told a
 * key; mutations are done once, one after the other, in the order of the document.
 *
 * @throws HubError `QUERY_TOO_COMPLEX` if there is more to look at than a check may take.
 * @returns what is wrong with it; undefined if nothing is, or the supergraph says too little to tell.
 */
export function verifyPlan(plan: PlanNode, order: Verification): PlanFault | undefined {
  if (!order.graph.isComplete) return undefined;
  try {
    const steps = readSteps(plan);
    new Verifier(order).root(steps);
    return undefined;
  } catch (error) {
    if (error instanceof PlanFault) return error;
    throw error;
  }
}

class Verifier {
  readonly #order: Verification;
  readonly #done = new Set<string>();
  readonly #id = identities();
  #objects = 0;

  constructor(order: Verification) {
    this.#order = order;
  }

  root({ roots, entities }: PlanSteps): void {
    const { kind, selection, graph } = this.#order;
    const { typeName } = selection;
    for (const step of roots)
      if (step.kind !== kind)
        throw new PlanFault(typeName, `is asked of "${step.service}" by a ${step.kind}`);
    const parts = roots.map((step) => ({
      step,
      sets: step.root ? [step.root] : [],
      type: graph.view(step.service).get(typeName),
      provided: [],
      given: undefined,
    }));
    const walkers = entities.map((entity) => ({ entity, at: 0 }));
    const position = new ResponsePosition([typeName], parts, walkers);
    if (kind === "mutation") this.#series(position.at(typeName, this.#order));
    this.#position(position, selection);
  }

  /** Mutations are done in the order of the document, each once (GraphQL, section 6.2.2). */
  #series({ fields }: ObjectFields): void {
    const { selection, only } = this.#order;
    const wanted = rootFields(selection).filter((name) => only === undefined || only === name);
    const done = [...fields]
      .flatMap(([name, all]) => all.map(({ part }) => ({ name, at: part.step.id })))
      .filter(({ name }) => name !== "__typename")
      .toSorted((a, b) => a.at - b.at)
      .map(({ name }) => name);
    const wrong = done.find((name, index) => name !== wanted[index]) ?? wanted[done.length];
    if (wrong !== undefined)
      throw new PlanFault(`${selection.typeName}.${wrong}`, "is not done once, in its turn");
  }

  #position(position: ResponsePosition, selection: Selection | undefined): void {
    const key = this.#keyOf(position, selection);
    if (this.#done.has(key)) return;
    this.#done.add(key);
    for (const typeName of position.types) {
      this.#objects += 1;
      if (this.#objects > MOST_OBJECTS) throw tooManyObjects();
      const here = position.at(typeName, this.#order);
      const shape = selection && this.#shapeOf(typeName, here, selection);
      if (shape) this.#fields(here, shape, selection === this.#order.selection);
      for (const name of here.fields.keys()) {
        const below = behind(here, typeName, { name, graph: this.#order.graph });
        if (!below) continue;
        const field = shape?.fields.find(({ sourceName }) => sourceName === name);
        this.#position(below, field && selectionIn(field.completion));
      }
    }
  }

  /** As what an object is completed, by what is known of its type; undefined if it is not. */
  #shapeOf(typeName: string, here: ObjectFields, selection: Selection): Shape | undefined {
    const own = selection.shapeFor(typeName);
    if (!selection.isAbstract) return own;
    const names = (here.fields.get("__typename") ?? []).map(({ object }) => object.name);
    if (names.includes(typeName)) return own;
    const known = selection.shapeFor(names[0] ?? selection.typeName);
    const isSame =
      own !== undefined &&
      known?.fields.length === own.fields.length &&
      known.fields.every(({ name, sourceName, source }, index) => {
        const other = own.fields[index];
        return other?.name === name && other.sourceName === sourceName && source === "data";
      });
    if (isSame) return known;
    if (!own && !selection.isHidden(typeName)) return undefined;
    throw new PlanFault(`${typeName}.__typename`, "is not fetched");
  }

  #fields({ fields }: ObjectFields, shape: Shape, isRoot: boolean): void {
    const { only } = this.#order;
    for (const field of shape.fields) {
      if (!isFetched(field)) continue;
      if (isRoot && only !== undefined && only !== field.sourceName) continue;
      const { sourceName, coordinate, node } = field;
      const fetched = fields.get(sourceName) ?? [];
      if (fetched.length === 0) throw new PlanFault(coordinate, "is not fetched");
      const wanted = argumentsOf(node.arguments);
      for (const one of fetched)
        if (one.node.name.value !== node.name.value || argumentsOf(one.node.arguments) !== wanted)
          throw new PlanFault(coordinate, "is fetched together with another field of its name");
    }
  }

  #keyOf({ types, parts, walkers }: ResponsePosition, selection: Selection | undefined): string {
    const id = this.#id;
    const ofParts = parts.map(
      ({ step, sets, type, provided }) =>
        `${step.id}:${sets.map(id).join(".")}:${type?.name ?? ""}:${provided.map(id).join(".")}`,
    );
    const ofWalkers = walkers.map(({ entity, at }) => `${id(entity)}@${at}`);
    return `${types.join()} ${ofParts.join()} ${ofWalkers.join()} ${selection ? id(selection) : ""}`;
  }
}

/** `QUERY_TOO_COMPLEX`: the whole document is rejected. */
function tooManyObjects(): HubError {
  const words = {
    zh: `查询文档选了超过 ${MOST_OBJECTS} 种对象（每处分别计算）。请减少一次查询的内容。`,
    en: `The document selects more than ${MOST_OBJECTS} types of objects, each counted wherever it can stand. Ask for less in one request.`,
  };
  return new HubError("QUERY_TOO_COMPLEX", words, { http: { status: 400 } });
}

/** The fields of an operation's root that are fetched, by the engine's names. */
export function rootFields(selection: Selection): string[] {
  const shape = selection.shapeFor(selection.typeName);
  return (shape?.fields ?? []).filter(isFetched).map(({ sourceName }) => sourceName);
}

function isFetched({ source, denied, withheld }: Shape["fields"][number]): boolean {
  return source === "data" && !denied && !withheld;
}

function selectionIn(completion: Completion): Selection | undefined {
  if (completion.kind === "list") return selectionIn(completion.item);
  return completion.kind === "object" ? completion.selection : undefined;
}
