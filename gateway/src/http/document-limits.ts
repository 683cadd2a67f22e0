import { HubError } from "@alliance-hub/kit/errors/hub-error";
import type { GraphQLSchema, OperationDefinitionNode, DocumentNode } from "graphql";
import type { Limits } from "../config.ts";
import { measureDocument } from "./document-size.ts";

/** An operation that has been validated, with the values of its variables. */
export interface MeasuredOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses an operation that is too deep, has too many aliases, or whose lists multiply to too many
 * rows.
 *
 * @throws HubError `QUERY_TOO_COMPLEX`, naming what was found and the limit.
 */
export function requireWithinLimits(measured: MeasuredOperation, limits: Limits): void {
  const size = measureDocument(measured);
  const refuse = (what: string, found: number, limit: number, way: string): void => {
    if (found <= limit) return;
    throw new HubError(
      "QUERY_TOO_COMPLEX",
      `The document ${what} ${found}; the limit is ${limit}. ${way}`,
      { limit, http: { status: 400 } },
    );
  };
  refuse("nests selections to level", size.depth, limits.depth, "Ask for less and go on from ids.");
  refuse(
    "has this many aliases:",
    size.aliases,
    limits.aliases,
    "Use a list with a filter, or several requests.",
  );
  refuse(
    "could return this many rows:",
    size.rows,
    limits.rows,
    'Lower "first" in the outer lists and go on with endCursor.',
  );
}
