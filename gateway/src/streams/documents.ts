import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { parseDocument, validateDocument } from "@alliance-hub/platform/subgraph/read-document";
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  getOperationAST,
} from "graphql";
import { LRUCache } from "lru-cache";

/** How documents are read. */
export interface DocumentsConfig {
  readonly schema: () => GraphQLSchema;
  readonly introspection: boolean;
  /** Maximum number of lexical tokens. */
  readonly tokens: number;
}

/** A valid document, and the selected operation. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it was validated against. */
  readonly schema: GraphQLSchema;
}

/** All errors of a document. */
export class DocumentErrors extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super("The document is not valid");
    this.name = "DocumentErrors";
  }
}

/** Reads documents, each once. */
export interface Documents {
  /**
   * The kind of the selected operation, which need not be valid.
   *
   * @returns undefined if it is not clear which operation is meant.
   * @throws DocumentErrors if the document does not parse.
   */
  kindOf(source: string, operationName: string | undefined): OperationKind | undefined;
  /** Parses and validates; each document only once for a supergraph. @throws DocumentErrors */
  read(source: string, operationName: string | undefined): ReadDocument;
}

/** `query`, `mutation` or `subscription`. */
export type OperationKind = OperationDefinitionNode["operation"];

/** Total length of the documents that are kept, in characters. */
const KEPT_CHARACTERS = 2_000_000;

/** Nothing is known yet. */
export function createDocuments(config: DocumentsConfig): Documents {
  const kept = { maxSize: KEPT_CHARACTERS, sizeCalculation: sizeOf };
  const parsed = new LRUCache<string, DocumentNode>(kept);
  const valid = new LRUCache<string, ReadDocument>(kept);
  const rules = config.introspection ? [] : [NoSchemaIntrospectionCustomRule];

  const parse = (source: string): DocumentNode => {
    const known = parsed.get(source);
    if (known) return known;
    const document = parseDocument(source, config.tokens);
    if (!("kind" in document)) throw new DocumentErrors(document);
    parsed.set(source, document);
    return document;
  };
  return {
    kindOf: (source, operationName) => getOperationAST(parse(source), operationName)?.operation,
    read: (source, operationName) => {
      const key = JSON.stringify([source, operationName]);
      const schema = config.schema();
      const found = valid.get(key);
      if (found?.schema === schema) return found;
      const document = parse(source);
      const errors = validateDocument(schema, document, rules);
      if (errors.length > 0) throw new DocumentErrors(errors);
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new DocumentErrors([unclear()]);
      const read = { document, operation, schema };
      valid.set(key, read);
      return read;
    },
  };
}

function sizeOf(_kept: unknown, key: string): number {
  return key.length + 1000;
}

function unclear(): GraphQLError {
  return badInput("operationName", {
    zh: "无法确定要执行哪一个操作。请用 operationName 指明文档中的一个。",
    en: 'It is not clear which operation is meant. Send "operationName" with the name of one in the document.',
  });
}
