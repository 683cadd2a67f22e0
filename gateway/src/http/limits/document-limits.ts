import type { Words } from "@alliance-hub/platform/words/words";
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
  const refuse = (found: number, limit: number, what: Words, way: Words): void => {
    if (found <= limit) return;
    throw new HubError(
      "QUERY_TOO_COMPLEX",
      {
        zh: `查询文档${what.zh} ${found}，上限为 ${limit}。${way.zh}`,
        en: `The document ${what.en} ${found}; the limit is ${limit}. ${way.en}`,
      },
      { limit, http: { status: 400 } },
    );
  };
  refuse(
    size.depth,
    limits.depth,
    { zh: "的嵌套层数为", en: "nests selections to level" },
    { zh: "请减少层数，再凭编号继续查询。", en: "Ask for less and go on from ids." },
  );
  refuse(
    size.aliases,
    limits.aliases,
    { zh: "的别名数为", en: "has this many aliases:" },
    {
      zh: "请用带筛选条件的列表，或分几次请求。",
      en: "Use a list with a filter, or several requests.",
    },
  );
  refuse(
    size.rows,
    limits.rows,
    { zh: "可能返回的行数为", en: "could return this many rows:" },
    {
      zh: "请减小外层列表的 first，再用 endCursor 继续。",
      en: 'Lower "first" in the outer lists and go on with endCursor.',
    },
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
