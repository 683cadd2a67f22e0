import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import { LRUCache } from "lru-cache";
import { type ExecuteDocument, compileDocument } from "./compiled/compile-document.ts";
import { parseDocument, validateDocument } from "./read-document.ts";

/** How many documents are kept. The gateway sends few distinct ones, each made by its planner. */
const DOCUMENT_CACHE_SIZE = 1000;

/**
 * Maximum length of a document that is kept, in characters. A longer document contains the values of one
 * request.
 */
const LONGEST_KEPT = 10_000;

/** A document that is ready to be executed. */
export interface PreparedDocument {
  readonly document: DocumentNode;
  readonly execute: ExecuteDocument;
}

type Prepared = PreparedDocument | readonly GraphQLError[];

/** Parses, validates and compiles documents, each once. @returns what is wrong with an invalid one. */
export function prepareDocuments(schema: GraphQLSchema): (query: string) => Prepared {
  const documents = new LRUCache<string, Prepared>({ max: DOCUMENT_CACHE_SIZE });
  return (query) => {
    const known = documents.get(query);
    if (known) return known;
    const prepared = prepare(schema, query);
    if (query.length <= LONGEST_KEPT) documents.set(query, prepared);
    return prepared;
  };
}

function prepare(schema: GraphQLSchema, query: string): Prepared {
  const document = parseDocument(query);
  if (!("kind" in document)) return document;
  const errors = validateDocument(schema, document);
  return errors.length > 0 ? errors : { document, execute: compileDocument(schema, document) };
}
