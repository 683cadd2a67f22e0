import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  TypeInfo,
  print,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { type Conditions, conditionOf, isSelected } from "./conditions.ts";
import { dropUnused } from "./drop-unused.ts";
import type { SourceNames } from "./source-names.ts";
import { narrow } from "./narrow.ts";
import { fragmentsOf } from "./select-operation.ts";
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
}

/** What is taken out, and what is put in its place. */
export interface Cut {
  /** Values of the variables that `@skip` and `@include` name. */
  readonly conditions: Conditions;
  readonly names: SourceNames;
  /** Whether objects behind an abstract type may be of a type that clients do not see. */
  readonly hidesTypes: (typeName: string) => boolean;
  /** Whether a field must not be fetched for this viewer; undefined if all may. */
  readonly isDenied: ((typeName: string, fieldName: string) => boolean) | undefined;
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: nameNode("__typename") };

/**
 * Takes out of an operation what subgraphs are not asked for: introspection and `__typename` at the
 * root, what `@skip` and `@include` rule out, and fields that the viewer is denied. Aliases give way
 * to the engine's names. A plan thus holds for one set of conditions and has none itself.
 */
export function splitOperation(
  schema: GraphQLSchema,
  parts: OperationParts,
  cut: Cut,
): SplitOperation {
  const { operation, fragments } = parts;
  const root = openRoot(operation.selectionSet, fragments);
  const own = root.filter((selection) => !isMeta(selection));
  const document = (selections: typeof root): DocumentNode => ({
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { ...operation.selectionSet, selections } },
      ...fragments.values(),
    ],
  });
  const introspection = root.filter(holdsIntrospection);
  const reduced = reduce(schema, document(own), cut);
  return {
    plannable: reduced && print(reduced),
    introspection: introspection.length > 0 ? document(introspection) : undefined,
  };
}

/** The document without ruled-out selections; undefined if nothing is left of the operation. */
function reduce(schema: GraphQLSchema, document: DocumentNode, cut: Cut): DocumentNode | undefined {
  const { conditions, isDenied, names, hidesTypes } = cut;
  const fragments = fragmentsOf(document);
  const types = new TypeInfo(schema);
  const reduced: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      Directive: (node) => (conditionOf(node) === undefined ? undefined : null),
      Field: {
        enter: (node) => {
          if (!isSelected(node, conditions)) return null;
          const parent = types.getParentType();
          if (parent && isDenied?.(parent.name, node.name.value)) return null;
          const source = names.of(node);
          if (source === node.name.value) return node.alias ? withoutAlias(node) : undefined;
          return { ...node, alias: nameNode(source) };
        },
      },
      InlineFragment: {
        enter: (node) => {
          const narrowed = narrow(schema, types.getParentType(), node.typeCondition);
          if (!isSelected(node, conditions) || narrowed === null) return null;
          return narrowed && { ...node, typeCondition: narrowed };
        },
      },
      FragmentSpread: {
        enter: (node) => {
          const fragment = fragments.get(node.name.value);
          const narrowed = narrow(schema, types.getParentType(), fragment?.typeCondition);
          if (!isSelected(node, conditions) || narrowed === null) return null;
          if (!fragment || !narrowed) return undefined;
          const { selectionSet } = fragment;
          return { kind: Kind.INLINE_FRAGMENT, typeCondition: narrowed, selectionSet };
        },
      },
      SelectionSet: {
        leave: (node, _key, parent) => {
          const isRoot =
            parent !== undefined && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
          const type = types.getParentType();
          const isNeeded = node.selections.length === 0 || (type && hidesTypes(type.name));
          return isRoot || !isNeeded
            ? undefined
            : { ...node, selections: [TYPENAME, ...node.selections] };
        },
      },
    }),
  );
  const [operation] = reduced.definitions;
  const isEmpty =
    operation?.kind === Kind.OPERATION_DEFINITION && operation.selectionSet.selections.length === 0;
  return isEmpty ? undefined : dropUnused(reduced);
}

function withoutAlias({ alias: _alias, ...node }: FieldNode): FieldNode {
  return node;
}
