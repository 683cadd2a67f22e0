import { fragmentApplies } from "@alliance-hub/platform/document/fragment-applies";
import { type FragmentRules, openFragments } from "@alliance-hub/platform/document/open-fragments";
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { responseName } from "../document/all-fields.ts";
import { type Conditions, isSelected } from "../document/conditions.ts";
import type { SourceNames } from "../document/source-names.ts";
import type { HiddenElements } from "../supergraph/hidden.ts";
import type { Denials } from "./access.ts";
import { generate } from "./generated.ts";
import { leafOf } from "./leaf.ts";
import type { Completion, GeneratedCode, Selection, Shape, ShapeField } from "./shape.ts";

/** What shapes of one operation are made from. */
export interface ShapeConfig {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
  readonly names: SourceNames;
  readonly hidden: HiddenElements;
  /** What the viewer is denied; undefined if nothing. */
  readonly denials: Denials | undefined;
}

/** The selections of an operation's root. */
export function createSelection(
  typeName: string,
  sets: readonly SelectionSetNode[],
  config: ShapeConfig,
): Selection {
  const shapes = new Map<string, Shape>();
  const type = config.schema.getType(typeName);
  let generated: GeneratedCode | undefined;
  const selection: Selection = {
    typeName,
    isAbstract: isAbstractType(type),
    isHidden: config.hidden.isType,
    get generated() {
      return (generated ??= generate(selection));
    },
    shapeFor: (name) => {
      const known = shapes.get(name) ?? createShape(name, typeName, sets, config);
      if (known) shapes.set(name, known);
      return known;
    },
  };
  return selection;
}

function createShape(
  typeName: string,
  promised: string,
  sets: readonly SelectionSetNode[],
  config: ShapeConfig,
): Shape | undefined {
  const { schema } = config;
  const type = schema.getType(typeName);
  if (!fragmentApplies(schema, typeName, promised)) return undefined;
  if (!isObjectType(type) && !isInterfaceType(type)) {
    return { typeName, isConcrete: false, fields: [] };
  }
  const fields = [...groupFields(typeName, sets, config)].map(([name, nodes]) =>
    createField(name, nodes, typeName, config),
  );
  return {
    typeName,
    isConcrete: isObjectType(type),
    fields: fields.filter((field) => field !== undefined),
  };
}

/** The fields that are selected of objects of a type, by their names in the answer. */
function groupFields(
  typeName: string,
  sets: readonly SelectionSetNode[],
  { schema, fragments, conditions }: ShapeConfig,
): ReadonlyMap<string, readonly FieldNode[]> {
  const groups = new Map<string, FieldNode[]>();
  const opened = new Set<string>();
  const rules: FragmentRules<string> = {
    isIncluded: (selection) => isSelected(selection, conditions),
    // Once is enough, wherever it is spread.
    fragment: (name) => {
      if (opened.has(name)) return undefined;
      opened.add(name);
      return fragments.get(name);
    },
    enter: (condition, on) => (fragmentApplies(schema, on, condition) ? on : undefined),
    visit: (field) => {
      const name = responseName(field);
      const group = groups.get(name);
      if (group) group.push(field);
      else groups.set(name, [field]);
    },
  };
  for (const set of sets) openFragments(set, typeName, rules);
  return groups;
}

const META_FIELDS = new Set(["__schema", "__type"]);

function createField(
  name: string,
  nodes: readonly FieldNode[],
  typeName: string,
  config: ShapeConfig,
): ShapeField | undefined {
  const [node] = nodes;
  if (!node) return undefined;
  const fieldName = node.name.value;
  const { names, denials } = config;
  const sourceName = names.of(node, typeName);
  const reasons = nodes.map((one) => denials?.ofSelection(one));
  const base = {
    name,
    node,
    sourceName,
    isInherited: sourceName in Object.prototype,
    coordinate: `${typeName}.${fieldName}`,
    denied: denials?.of(typeName, fieldName),
    withheld: reasons.includes(undefined) ? undefined : reasons[0],
  };
  if (fieldName === "__typename" || META_FIELDS.has(fieldName)) {
    const completion = {
      kind: "leaf",
      nonNull: false,
      plain: "anything",
      read: undefined,
    } as const;
    return { ...base, source: fieldName === "__typename" ? "typename" : "ready", completion };
  }
  const type = config.schema.getType(typeName);
  const field =
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) return undefined;
  const sets = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  return { ...base, source: "data", completion: completionOf(field.type, sets, config) };
}

function completionOf(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  config: ShapeConfig,
): Completion {
  if (isNonNullType(type)) return { ...completionOf(type.ofType, sets, config), nonNull: true };
  if (isListType(type)) {
    return { kind: "list", nonNull: false, item: completionOf(type.ofType, sets, config) };
  }
  if (isCompositeType(type)) {
    return { kind: "object", nonNull: false, selection: createSelection(type.name, sets, config) };
  }
  return { kind: "leaf", nonNull: false, ...leafOf(type, config.hidden.valuesOf(type.name)) };
}
