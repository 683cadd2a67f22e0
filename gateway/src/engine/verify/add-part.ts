import { openFragments } from "@alliance-hub/platform/document/open-fragments";
import type { FieldNode } from "graphql";
import { responseName } from "../document/all-fields.ts";
import { fieldsFor } from "./field-sets.ts";
import type { OpenObject, Part } from "./object-fields.ts";
import { PlanFault } from "./plan-fault.ts";
import { coversSet } from "./representations.ts";
import type { FieldView, TypeView } from "./subgraph-views.ts";

/**
 * Adds what a step selects of an object.
 *
 * @throws PlanFault for a field that the step may not ask for.
 */
export function addPart(part: Part, typeName: string, { here, following }: OpenObject): void {
  const { graph, percentage } = following;
  const { step } = part;
  const object = graph.objectIn(step.service, typeName);
  if (!object) return;
  const view = graph.view(step.service);

  const add = (node: FieldNode, on: TypeView): void => {
    const name = node.name.value;
    const key = responseName(node);
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
