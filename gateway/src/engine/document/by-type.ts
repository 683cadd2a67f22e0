import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
} from "graphql";
import { fragmentsOf } from "./select-operation.ts";

/** Most fields of a document that is written out by types. */
const MOST_FIELDS = 5000;

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * The same operation written out: wherever a type is abstract, the fields of each object type behind
 * it are selected by themselves, and what cannot occur is left out. An interface may have its fields
 * in several subgraphs, none of which knows all of them; its types can be asked about one by one.
 *
 * @returns undefined if there is nothing abstract in it, an abstract type in it has no types, or it
 *   would become too large.
 */
export function selectByType(schema: GraphQLSchema, text: string): string | undefined {
  const document = parse(text, { noLocation: true });
  const fragments = fragmentsOf(document);
  let fields = 0;
  let isChanged = false;
  let isPossible = true;

  const writeOut = (set: SelectionSetNode, type: GraphQLNamedType): SelectionSetNode => {
    let selections: SelectionNode[];
    if (isAbstractType(type)) {
      isChanged = true;
      const types = schema.getPossibleTypes(type);
      isPossible &&= types.length > 0;
      selections = [
        TYPENAME,
        ...types.flatMap((possible): SelectionNode[] => {
          const own = fieldsOn(set, possible).filter(({ name }) => name.value !== "__typename");
          if (own.length === 0) return [];
          const condition = { kind: Kind.NAME, value: possible.name } as const;
          return [
            {
              kind: Kind.INLINE_FRAGMENT,
              typeCondition: { kind: Kind.NAMED_TYPE, name: condition },
              selectionSet: { kind: Kind.SELECTION_SET, selections: own },
            },
          ];
        }),
      ];
    } else {
      selections = fieldsOn(set, type);
    }
    return {
      kind: Kind.SELECTION_SET,
      selections: selections.length > 0 ? selections : [TYPENAME],
    };
  };
  /** The fields that an object of a type has in a selection set, themselves written out. */
  const fieldsOn = (set: SelectionSetNode, type: GraphQLNamedType): FieldNode[] =>
    set.selections.flatMap((selection) => {
      if (fields > MOST_FIELDS) return [];
      if (selection.kind === Kind.FIELD) return [writeField(selection, type)];
      const fragment: Pick<FragmentDefinitionNode, "selectionSet"> & {
        typeCondition?: FragmentDefinitionNode["typeCondition"] | undefined;
      } =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : (fragments.get(selection.name.value) ?? { selectionSet: { ...set, selections: [] } });
      const condition = schema.getType(fragment.typeCondition?.name.value ?? type.name);
      const applies =
        condition === type ||
        (isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type));
      return applies ? fieldsOn(fragment.selectionSet, type) : [];
    });
  const writeField = (field: FieldNode, parent: GraphQLNamedType): FieldNode => {
    fields += 1;
    const definition =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[field.name.value]
        : undefined;
    if (!field.selectionSet || !definition) return field;
    return { ...field, selectionSet: writeOut(field.selectionSet, getNamedType(definition.type)) };
  };

  const definitions = document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const root = schema.getRootType(definition.operation);
    if (!root) return [definition];
    return [{ ...definition, selectionSet: writeOut(definition.selectionSet, root) }];
  });
  if (!isChanged || !isPossible || fields > MOST_FIELDS) return undefined;
  return print({ kind: Kind.DOCUMENT, definitions } satisfies DocumentNode);
}
