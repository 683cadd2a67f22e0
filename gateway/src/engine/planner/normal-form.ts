import type { FlattenNodePathSegment } from "@graphql-hive/router-query-planner";
import {
  type FieldNode,
  type GraphQLCompositeType,
  Kind,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
  isAbstractType,
} from "graphql";
import {
  type CollectConfig,
  type CollectedField,
  type MergedSelections,
  collectFields,
  compositeBehind,
} from "./collect-fields.ts";
import { conditionOf } from "../document/conditions.ts";

/** What an operation is brought into its normal form by. */
export interface NormalFormConfig extends CollectConfig {
  /** Whether objects behind an abstract type may be of a type that clients do not see. */
  readonly hidesTypes: (typeName: string) => boolean;
  /** Most fields that may be written. */
  readonly mostFields: number;
  /** The one field of the root that is written, by the engine's name; undefined for all. */
  readonly only: string | undefined;
  /**
   * Called for a field that is left to a step of the engine's own.
   *
   * @returns what that step needs to know of the object.
   */
  readonly onApart: (field: FieldApart) => readonly SelectionNode[];
}

/** A field that is left to a step of the engine's own. */
export interface FieldApart {
  /** The object type that it is of. */
  readonly object: string;
  /** The field as it is written, under the engine's name. */
  readonly field: FieldNode;
  /** Where its objects stand. */
  readonly path: readonly FlattenNodePathSegment[];
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: nameNode("__typename") };

/**
 * An operation's selections in their normal form. In each position every field stands once under the
 * one condition that says for which objects it is selected: none if for all that can be there, and
 * never a condition within a condition. Fields have the engine's names. There are no fragments with
 * names, no `@skip` and `@include`, nothing that the viewer is denied.
 *
 * A condition that all objects in a position satisfy is left out where the position's own type has the
 * field: a subgraph may know that type and nothing of the wider one, above all where it knows it as
 * an interface object.
 *
 * @returns undefined if there would be too many fields.
 */
export function toNormalForm(
  root: MergedSelections,
  config: NormalFormConfig,
): SelectionSetNode | undefined {
  let left = config.mostFields;

  const writePosition = (
    merged: MergedSelections,
    path: readonly FlattenNodePathSegment[],
  ): SelectionSetNode => {
    const { groups, isTyped, apart } = collectFields(merged, config);
    const { type } = merged;
    const selections: SelectionNode[] = [];
    const ofAll = groups.get(type);
    /** Where the objects stand that satisfy a condition. */
    const pathTo = (condition: GraphQLCompositeType): readonly FlattenNodePathSegment[] =>
      condition === type || !isAbstractType(type)
        ? path
        : [...path, { TypeCondition: [condition.name] }];
    const write = (condition: GraphQLCompositeType, written: readonly SelectionNode[]): void => {
      if (condition === type) selections.push(...written);
      else if (written.length > 0) selections.push(fragmentOn(condition, written));
    };
    for (const [condition, fields] of groups) {
      const own = [...fields.values()].filter(
        ({ sets, source }) =>
          (condition === type || sets.size > 0 || !ofAll?.has(source)) &&
          (merged !== root || config.only === undefined || config.only === source),
      );
      write(
        condition,
        own.map((field) => writeField(field, condition, pathTo(condition))),
      );
    }
    for (const { object, ...collected } of apart) {
      const at = pathTo(object);
      const field = writeField(collected, object, at);
      write(object, config.onApart({ object: object.name, field, path: at }));
    }
    const needsType =
      isTyped ||
      groups.size > 1 ||
      apart.length > 0 ||
      selections.length === 0 ||
      config.hidesTypes(type.name);
    return {
      kind: Kind.SELECTION_SET,
      selections: needsType && merged !== root ? [TYPENAME, ...selections] : selections,
    };
  };
  const writeField = (
    { node, source, sets }: CollectedField,
    parent: GraphQLCompositeType,
    path: readonly FlattenNodePathSegment[],
  ): FieldNode => {
    left -= 1;
    const { alias: _alias, selectionSet: _set, directives = [], ...field } = node;
    const type = compositeBehind(parent, node.name.value);
    const inside = [...path, { Field: source }];
    return {
      ...field,
      directives: directives.filter((directive) => conditionOf(directive) === undefined),
      ...(source === node.name.value ? {} : { alias: nameNode(source) }),
      ...(type && left >= 0 ? { selectionSet: writePosition({ type, sets }, inside) } : {}),
    };
  };

  const written = writePosition(root, []);
  return left < 0 ? undefined : written;
}

function fragmentOn(
  { name }: GraphQLCompositeType,
  selections: readonly SelectionNode[],
): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(name) },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
