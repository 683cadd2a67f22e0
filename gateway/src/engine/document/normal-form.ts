import {
  type FieldNode,
  type GraphQLCompositeType,
  Kind,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import {
  type CollectConfig,
  type CollectedField,
  type Place,
  collectFields,
  compositeBehind,
} from "./collect-fields.ts";
import { conditionOf } from "./conditions.ts";

/** What an operation is brought into its normal form by. */
export interface NormalFormConfig extends CollectConfig {
  /** Whether objects behind an abstract type may be of a type that clients do not see. */
  readonly hidesTypes: (typeName: string) => boolean;
  /** Most fields that may be written. */
  readonly mostFields: number;
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: nameNode("__typename") };

/**
 * An operation's selections in their normal form. In each place every field stands once under the
 * one condition that says for which objects it is selected: none if for all that can be there, and
 * never a condition within a condition. Fields have the engine's names. There are no fragments with
 * names, no `@skip` and `@include`, nothing that the viewer is denied.
 *
 * A condition that all objects in a place satisfy is left out where the place's own type has the
 * field: a subgraph may know that type and nothing of the wider one, above all where it knows it as
 * an interface object.
 *
 * @returns undefined if there would be too many fields.
 */
export function toNormalForm(root: Place, config: NormalFormConfig): SelectionSetNode | undefined {
  let left = config.mostFields;

  const writePlace = (place: Place): SelectionSetNode => {
    const { groups, isTyped } = collectFields(place, config);
    const selections: SelectionNode[] = [];
    const ofAll = groups.get(place.type);
    for (const [condition, fields] of groups) {
      const written = [...fields.values()]
        .filter(
          (field) => condition === place.type || field.sets.size > 0 || !ofAll?.has(field.source),
        )
        .map((field) => writeField(field, condition));
      if (condition === place.type) selections.push(...written);
      else if (written.length > 0) selections.push(fragmentOn(condition, written));
    }
    const needsType =
      isTyped || groups.size > 1 || selections.length === 0 || config.hidesTypes(place.type.name);
    return {
      kind: Kind.SELECTION_SET,
      selections: needsType && place !== root ? [TYPENAME, ...selections] : selections,
    };
  };
  const writeField = (
    { node, source, sets }: CollectedField,
    parent: GraphQLCompositeType,
  ): FieldNode => {
    left -= 1;
    const { alias: _alias, selectionSet: _set, directives = [], ...field } = node;
    const type = compositeBehind(parent, node.name.value);
    return {
      ...field,
      directives: directives.filter((directive) => conditionOf(directive) === undefined),
      ...(source === node.name.value ? {} : { alias: nameNode(source) }),
      ...(type && left >= 0 ? { selectionSet: writePlace({ type, sets }) } : {}),
    };
  };

  const written = writePlace(root);
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
