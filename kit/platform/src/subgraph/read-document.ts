import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { fragmentsOf } from "../document/fragments-of.ts";
import { asRequestError } from "../errors/request-error.ts";

/** A parsed document, or all its errors, with codes. */
export type ReadDocument = DocumentNode | readonly GraphQLError[];

/** Parses a document. @param maxTokens lexical tokens at most. Default: any number. */
export function parseDocument(source: string, maxTokens?: number): ReadDocument {
  let document: DocumentNode;
  try {
    document = parse(source, maxTokens === undefined ? {} : { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [asRequestError(error, "GRAPHQL_PARSE_FAILED")];
    throw error;
  }
  const errors = conditionsAtRoot(document);
  return errors.length > 0 ? errors : document;
}

/** Validates a parsed document. @returns all its errors. */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  further: readonly ValidationRule[] = [],
): readonly GraphQLError[] {
  return validate(schema, document, [...specifiedRules, ...further]).map((error) =>
    asRequestError(error, "GRAPHQL_VALIDATION_FAILED"),
  );
}

/**
 * The root field of a subscription must not depend on a condition (GraphQL, section 5.2.4.1). This is checked
 * before anything else, because the rule of graphql-js 16 for the single field reads the condition without the
 * variables and throws.
 */
function conditionsAtRoot(document: DocumentNode): GraphQLError[] {
  const fragments = fragmentsOf(document);
  const errors: GraphQLError[] = [];
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION || operation.operation !== "subscription")
      continue;
    const nodes = conditionsIn(operation.selectionSet, fragments);
    if (nodes.length === 0) continue;
    const name = operation.name
      ? `Subscription "${operation.name.value}"`
      : "Anonymous Subscription";
    const error = new GraphQLError(
      `${name} must not use \`@skip\` or \`@include\` directives in the top level selection.`,
      { nodes },
    );
    errors.push(asRequestError(error, "GRAPHQL_VALIDATION_FAILED"));
  }
  return errors;
}

function conditionsIn(
  root: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): NonNullable<SelectionSetNode["selections"][number]["directives"]>[number][] {
  const found: ReturnType<typeof conditionsIn> = [];
  const seen = new Set<SelectionSetNode>();
  const waiting = [root];
  for (let set = waiting.pop(); set; set = waiting.pop()) {
    if (seen.has(set)) continue;
    seen.add(set);
    for (const selection of set.selections) {
      for (const directive of selection.directives ?? [])
        if (directive.name.value === "skip" || directive.name.value === "include")
          found.push(directive);
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.kind === Kind.INLINE_FRAGMENT && selection.selectionSet;
      if (inner) waiting.push(inner);
    }
  }
  return found;
}
