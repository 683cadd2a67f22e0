import { badInput } from "@alliance-hub/kit/errors/hub-error";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";

/** How documents are read. */
export interface DocumentsConfig {
  readonly schema: () => GraphQLSchema;
  readonly introspection: boolean;
  /** Lexical tokens at most. */
  readonly tokens: number;
}

/** A document that validates, and the operation that is meant. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it was validated against. */
  readonly schema: GraphQLSchema;
}

/** Text of the documents that are kept, in characters. */
const KEPT_CHARACTERS = 2_000_000;

/**
 * Parses and validates what is followed, each document once for a supergraph.
 *
 * @returns what reads a document. @throws GraphQLError for the first rule that is broken.
 */
export function createDocuments(
  config: DocumentsConfig,
): (source: string, operationName: string | undefined) => ReadDocument {
  const known = new LRUCache<string, ReadDocument>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_read, key) => key.length + 1000,
  });
  return (source, operationName) => {
    const key = JSON.stringify([source, operationName]);
    const schema = config.schema();
    const found = known.get(key);
    if (found?.schema === schema) return found;
    const read = { ...readDocument({ source, operationName, schema }, config), schema };
    known.set(key, read);
    return read;
  };
}

function readDocument(
  asked: { source: string; operationName: string | undefined; schema: GraphQLSchema },
  { introspection, tokens }: DocumentsConfig,
): Omit<ReadDocument, "schema"> {
  const document = parsed(asked.source, tokens);
  const rules = introspection
    ? specifiedRules
    : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const [fault] = validate(asked.schema, document, rules, { maxErrors: 1 });
  if (fault) throw malformed(fault, "GRAPHQL_VALIDATION_FAILED");
  const operation = getOperationAST(document, asked.operationName);
  if (!operation)
    throw badInput(
      "operationName",
      'It is not clear which operation is meant. Send "operationName" with the name of one in the document.',
    );
  // A stream begins again when its connection breaks: what changes something must not be sent so.
  if (operation.operation === "mutation")
    throw badInput("query", "Mutations are not streamed. Send them with a plain POST.");
  return { document, operation };
}

function parsed(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw malformed(error, "GRAPHQL_PARSE_FAILED");
    throw error;
  }
}

/** With the code that Apollo Server gives it. */
function malformed(fault: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(fault.message, {
    nodes: fault.nodes ?? null,
    source: fault.source ?? null,
    positions: fault.positions ?? null,
    extensions: { code },
  });
}
