import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getDirectiveValues,
  isAbstractType,
  typeFromAST,
} from "graphql";
import type { Call } from "./call.ts";

/** What decides which fields are selected. */
export interface Document extends Pick<Call, "schema" | "fragments"> {
  /** The variables that `@skip` and `@include` ask, by name. */
  readonly conditions: Readonly<Record<string, boolean>>;
}

/** The fields that are selected of objects of a type, by their keys (GraphQL, section 6.3.2). */
export function collectFields(
  document: Document,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const { schema, fragments, conditions } = document;
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD && spread.has(selection.name.value)) continue;
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = fields.get(key);
        if (nodes) nodes.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      let fragment: InlineFragmentNode | FragmentDefinitionNode | undefined;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        spread.add(selection.name.value);
        fragment = fragments[selection.name.value];
      } else fragment = selection;
      if (fragment && applies(schema, fragment, type)) collect(fragment.selectionSet.selections);
    }
  };
  for (const set of sets) collect(set.selections);
  return fields;
}

function isIncluded(node: SelectionNode, conditions: Document["conditions"]): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, conditions)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.["if"] !== false;
}

function applies(
  schema: GraphQLSchema,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
