import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { MAX_PAGE_SIZE } from "@alliance-hub/platform/pagination/page-size";
import type { GraphQLSchema, OperationDefinitionNode, DocumentNode } from "graphql";
import type { Limits } from "../../settings/limits.ts";
import { measureDocument } from "./document-size.ts";

/** An operation that has been validated. */
export interface ValidOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** An operation with the values of its variables. */
export interface MeasuredOperation extends ValidOperation {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The limits that are measured on a parsed document. */
export type DocumentLimits = Pick<Limits, "depth" | "aliases" | "rows">;

/**
 * Rejects an operation that is too deep, has too many aliases, or whose lists multiply to too many rows.
 *
 * @throws HubError `QUERY_TOO_COMPLEX`, naming what was found and the limit.
 */
export function requireWithinLimits(measured: MeasuredOperation, limits: DocumentLimits): void {
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

/**
 * Whether an operation is within the limits whatever its variables are, that is, even with the largest pages.
 */
export function isAlwaysWithinLimits(operation: ValidOperation, limits: DocumentLimits): boolean {
  const definitions = operation.operation.variableDefinitions ?? [];
  const variables = Object.fromEntries(
    definitions.map(({ variable }) => [variable.name.value, MAX_PAGE_SIZE]),
  );
  const { depth, aliases, rows } = measureDocument({ ...operation, variables });
  return depth <= limits.depth && aliases <= limits.aliases && rows <= limits.rows;
}
