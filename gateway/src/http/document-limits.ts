import { HubError } from "@alliance-hub/kit/errors/hub-error";
import { DEFAULT_PAGE_SIZE } from "@alliance-hub/kit/pagination/page-args";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { Limits } from "../config.ts";

/** How large a selection set is, with the fragments it spreads. */
interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly rows: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, rows: 0 };

/** An operation with the values of its variables. */
export interface MeasuredOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses an operation that is too deep, has too many aliases, or whose page sizes multiply to too
 * many rows. Each fragment is measured once, however often it is spread, so that measuring costs
 * no more than reading the document.
 *
 * @throws HubError `QUERY_TOO_COMPLEX`, naming what was found and the limit.
 */
export function requireWithinLimits(measured: MeasuredOperation, limits: Limits): void {
  const size = measure(measured);
  const refuse = (what: string, found: number, limit: number, way: string): void => {
    if (found <= limit) return;
    throw new HubError("QUERY_TOO_COMPLEX", `The document ${what} ${found}; the limit is ${limit}. ${way}`, { limit, http: { status: 400 } });
  };
  refuse("nests selections to level", size.depth, limits.depth, "Ask for less at a time and go on from ids.");
  refuse("has this many aliases:", size.aliases, limits.aliases, "Use a list with a filter, or several requests.");
  refuse("could return this many rows:", size.rows, limits.rows, 'Lower "first" in the outer lists and go on with endCursor.');
}

function measure({ document, operation, variables }: MeasuredOperation): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const measured = fragment ? ofSelections(fragment.selectionSet) : NOTHING;
    known.set(name, measured);
    return measured;
  };

  const ofField = (field: FieldNode): Size => {
    const inner = field.selectionSet ? ofSelections(field.selectionSet) : NOTHING;
    const pages = field.selectionSet ? pageSizeOf(field, variables) : undefined;
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      rows: pages === undefined ? inner.rows : pages * Math.max(1, 1 + inner.rows),
    };
  };

  const ofSelections = (selections: SelectionSetNode): Size => {
    let [depth, aliases, rows] = [0, 0, 0];
    for (const selection of selections.selections) {
      const size =
        selection.kind === Kind.FIELD
          ? ofField(selection)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelections(selection.selectionSet);
      depth = Math.max(depth, size.depth);
      aliases += size.aliases;
      rows += size.rows;
    }
    return { depth, aliases, rows };
  };
  return ofSelections(operation.selectionSet);
}

/** Rows a field asks for; undefined for a field that is no list. Lists are known by their `nodes` or `edges`. */
function pageSizeOf(field: FieldNode, variables: Readonly<Record<string, unknown>>): number | undefined {
  const isList = field.selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && ["nodes", "edges"].includes(selection.name.value),
  );
  const first = field.arguments?.find((argument) => argument.name.value === "first");
  if (!isList && !first) return undefined;
  return first ? numberOf(first.value, variables) : DEFAULT_PAGE_SIZE;
}

function numberOf(value: ValueNode, variables: Readonly<Record<string, unknown>>): number {
  const given = value.kind === Kind.INT ? Number(value.value) : value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
  return typeof given === "number" && given > 0 ? given : DEFAULT_PAGE_SIZE;
}
