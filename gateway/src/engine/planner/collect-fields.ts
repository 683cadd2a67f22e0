import { fragmentApplies } from "@alliance-hub/platform/document/fragment-applies";
import { openFragments } from "@alliance-hub/platform/document/open-fragments";
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isNullableType,
  isCompositeType,
  isUnionType,
} from "graphql";
import type { Denials } from "../result/access.ts";
import { type Conditions, isSelected } from "../document/conditions.ts";
import type { Possible } from "../document/possible.ts";
import type { SourceNames } from "../document/source-names.ts";

/** The selection sets of one position in the answer, and the type promised there. */
export interface MergedSelections {
  readonly type: GraphQLCompositeType;
  readonly sets: Iterable<SelectionSetNode>;
}

/** A field of one position: all selections of it that are one. */
export interface CollectedField {
  readonly node: FieldNode;
  /** The engine's name of it. */
  readonly source: string;
  readonly sets: Set<SelectionSetNode>;
}

/** The fields of one position. */
export interface CollectedFields {
  /** By the type condition that they need; those under the position's own type need none. */
  readonly groups: ReadonlyMap<GraphQLCompositeType, ReadonlyMap<string, CollectedField>>;
  /** Whether the name of the type is selected, or decides what is. */
  readonly isTyped: boolean;
  /** Fields that are fetched by steps of the engine's own, with the object type that they are of. */
  readonly apart: readonly (CollectedField & { readonly object: GraphQLCompositeType })[];
}

/** What fields are collected by. */
export interface CollectConfig {
  readonly schema: GraphQLSchema;
  readonly possible: Possible;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that `@skip` and `@include` name. */
  readonly conditions: Conditions;
  readonly names: SourceNames;
  /** What this viewer is denied; undefined if nothing. */
  readonly denials: Denials | undefined;
  readonly form: Form;
  /** Whether an object's field is left to a step of the engine's own. */
  readonly isApart: (typeName: string, fieldName: string) => boolean;
}

/**
 * How an operation may be written for the planner. "by type": fields of an abstract type stand once
 * for each object type behind it. "widened": a nullable field of an interface that is selected for
 * some of its objects is asked for of all.
 */
export type Form = "as asked" | "by type" | "widened";

/** The type that a fragment is on, and the objects here that satisfy it and all conditions around it. */
interface FragmentObjects {
  readonly type: GraphQLCompositeType;
  readonly objects: readonly string[];
}

/**
 * Collects the fields of a position (as CollectFields, GraphQL, section 6.3.2, for all objects that can
 * be there at once): each stands under the one condition that its objects satisfy and no others.
 */
export function collectFields(
  { type, sets }: MergedSelections,
  config: CollectConfig,
): CollectedFields {
  const { schema, fragments, names, denials } = config;
  const groups = new Map<GraphQLCompositeType, Map<string, CollectedField>>([[type, new Map()]]);
  const here = config.possible(type);
  const apart = new Map<string, CollectedField & { readonly object: GraphQLCompositeType }>();
  let isTyped = isUnionType(type);

  const enter = (name: string, around: FragmentObjects): FragmentObjects | undefined => {
    const condition = schema.getType(name);
    if (!isCompositeType(condition) || condition === around.type) return around;
    const objects = around.objects.filter((one) => fragmentApplies(schema, one, name));
    if (objects.length === 0) return undefined;
    if (objects.length < around.objects.length) isTyped = true;
    return { type: condition, objects };
  };
  const visit = (selection: FieldNode, { type: on, objects }: FragmentObjects): void => {
    const name = selection.name.value;
    if (name === "__typename") isTyped = true;
    // An object's own type says more than the interface that a fragment names.
    const [parent, denial] = isAbstractType(type)
      ? [on, denials?.ofSelection(selection)]
      : [type, denials?.of(type.name, name)];
    if (denial || !fieldOf(parent, name)) return;
    const others = objects.filter((one) => !config.isApart(one, name));
    if (others.length > 0 || objects.length === 0)
      for (const condition of conditionsOf(name, parent, others))
        addTo(groups, condition, { selection, names });
    for (const one of objects) if (!others.includes(one)) addApart(one, selection);
  };

  /** The conditions for a field that is selected on a type, for some of the objects here. */
  const conditionsOf = (
    field: string,
    on: GraphQLCompositeType,
    objects: readonly string[],
  ): readonly GraphQLCompositeType[] => {
    if (!isAbstractType(type) || here.length === 0) return [type];
    if (config.form !== "by type" && !objects.some((one) => names.isVaried(one, field))) {
      const own = fieldOf(type, field);
      if (own && objects.length === here.length) return [type];
      if (own && config.form === "widened" && isNullableType(own.type)) return [type];
      const satisfied = here.filter((one) => fragmentApplies(schema, one, on.name));
      if (objects.length > 1 && satisfied.length === objects.length) return [on];
    }
    return objects.map((name) => schema.getType(name)).filter(isCompositeType);
  };

  const addApart = (one: string, selection: FieldNode): void => {
    const object = schema.getType(one);
    if (!isCompositeType(object)) return;
    const source = names.of(selection, one);
    const key = `${one} ${source}`;
    const known = apart.get(key) ?? { node: selection, source, sets: new Set(), object };
    apart.set(key, known);
    if (selection.selectionSet) known.sets.add(selection.selectionSet);
  };

  const rules = {
    isIncluded: (selection: SelectionNode) => isSelected(selection, config.conditions),
    fragment: (name: string) => fragments.get(name),
    enter,
    visit,
  };
  for (const set of sets) openFragments(set, { type, objects: here }, rules);
  return { groups, isTyped, apart: [...apart.values()] };
}

function addTo(
  groups: Map<GraphQLCompositeType, Map<string, CollectedField>>,
  condition: GraphQLCompositeType,
  { selection, names }: { readonly selection: FieldNode; readonly names: SourceNames },
): void {
  const fields = groups.get(condition) ?? new Map<string, CollectedField>();
  groups.set(condition, fields);
  const source = names.of(selection, condition.name);
  const known = fields.get(source) ?? { node: selection, source, sets: new Set() };
  fields.set(source, known);
  if (selection.selectionSet) known.sets.add(selection.selectionSet);
}

function fieldOf(type: GraphQLCompositeType, name: string) {
  return isUnionType(type) ? undefined : type.getFields()[name];
}

/** The type of what a field leads to; undefined for a leaf. */
export function compositeBehind(
  type: GraphQLCompositeType,
  field: string,
): GraphQLCompositeType | undefined {
  const found = fieldOf(type, field);
  const named = found && getNamedType(found.type);
  return isCompositeType(named) ? named : undefined;
}
