import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  print,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type Conditions, conditionOf, isSelected } from "./conditions.ts";
import { dropUnused } from "./drop-unused.ts";
import { holdsIntrospection, isMeta, openRoot } from "./root-selections.ts";

/** An operation, split by who answers it. */
export interface SplitOperation {
  /** What is planned, printed; undefined if subgraphs need not be asked. */
  readonly plannable: string | undefined;
  /** The document with nothing but introspection; undefined if there is none. */
  readonly introspection: DocumentNode | undefined;
}

/** What is to be split. */
export interface OperationParts {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The document's text; it is planned as it is if nothing has to be taken out. */
  readonly source: string;
}

/** What is taken out. */
export interface Cut {
  /** Values of the variables that `@skip` and `@include` name; undefined if the document has neither. */
  readonly conditions: Conditions | undefined;
  /** Whether a field must not be fetched for this viewer; undefined if all may. */
  readonly isDenied: ((typeName: string, fieldName: string) => boolean) | undefined;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * Takes out of an operation what subgraphs are not asked for: introspection and `__typename` at the
 * root, what `@skip` and `@include` rule out, and fields that the viewer is denied. A plan thus
 * holds for one set of conditions and has none itself.
 */
export function splitOperation(
  schema: GraphQLSchema,
  parts: OperationParts,
  cut: Cut,
): SplitOperation {
  const { operation, fragments, source } = parts;
  const root = openRoot(operation.selectionSet, fragments);
  const own = root.filter((selection) => !isMeta(selection));
  if (own.length === root.length && !cut.conditions && !cut.isDenied) {
    return { plannable: source, introspection: undefined };
  }
  const document = (selections: typeof root): DocumentNode => ({
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { ...operation.selectionSet, selections } },
      ...fragments.values(),
    ],
  });
  const reduced = reduce(schema, document(own), cut);
  const introspection = root.filter(holdsIntrospection);
  return {
    plannable: reduced && print(reduced),
    introspection: introspection.length > 0 ? document(introspection) : undefined,
  };
}

/** The document without ruled-out selections; undefined if nothing is left of the operation. */
function reduce(schema: GraphQLSchema, document: DocumentNode, cut: Cut): DocumentNode | undefined {
  const { conditions = () => true, isDenied } = cut;
  const types = new TypeInfo(schema);
  const reduced: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      Directive: (node) => (conditionOf(node) === undefined ? undefined : null),
      Field: {
        enter: (node) => {
          if (!isSelected(node, conditions)) return null;
          const parent = types.getParentType();
          return parent && isDenied?.(parent.name, node.name.value) ? null : undefined;
        },
      },
      InlineFragment: { enter: (node) => (isSelected(node, conditions) ? undefined : null) },
      FragmentSpread: { enter: (node) => (isSelected(node, conditions) ? undefined : null) },
      SelectionSet: {
        leave: (node, _key, parent) => {
          if (node.selections.length > 0) return undefined;
          const isRoot =
            parent !== undefined && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
          return isRoot ? undefined : { ...node, selections: [TYPENAME] };
        },
      },
    }),
  );
  const [operation] = reduced.definitions;
  const isEmpty =
    operation?.kind === Kind.OPERATION_DEFINITION && operation.selectionSet.selections.length === 0;
  return isEmpty ? undefined : dropUnused(reduced);
}
