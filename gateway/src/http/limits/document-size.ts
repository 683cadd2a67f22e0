import { fragmentsOf } from "@alliance-hub/platform/document/fragments-of";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "@alliance-hub/platform/pagination/page-size";
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  Kind,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from "graphql";
import type { MeasuredOperation } from "./document-limits.ts";

/** How large a selection set is, with the fragments it spreads. */
export interface DocumentSize {
  readonly depth: number;
  readonly aliases: number;
  /** How many rows its lists could return; nested lists are multiplied. */
  readonly rows: number;
}

const NOTHING: DocumentSize = { depth: 0, aliases: 0, rows: 0 };

/** How many rows are counted for a list without pages, such as the parties of an agreement or a calendar. */
const PLAIN_LIST_ROWS = 50;

/**
 * Measures an operation by the schema: a field counts as a list because of its type, however it is
 * selected. Each fragment is measured once, however often it is spread, so that measuring costs no
 * more than reading the document.
 */
export function measureDocument(measured: MeasuredOperation): DocumentSize {
  const { schema, document, operation } = measured;
  const fragments = fragmentsOf(document);
  const known = new Map<string, DocumentSize>();
  const typeNamed = (name: string): GraphQLNamedType | undefined => schema.getType(name);

  const ofFragment = (name: string): DocumentSize => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const found = fragment
      ? ofSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value))
      : NOTHING;
    known.set(name, found);
    return found;
  };

  const ofField = (field: FieldNode, parent: GraphQLNamedType | undefined): DocumentSize => {
    const type = isObjectType(parent) ? parent.getFields()[field.name.value]?.type : undefined;
    const inner = field.selectionSet
      ? ofSelections(field.selectionSet, type && getNamedType(type))
      : NOTHING;
    const rows = type && rowsOf(field, type, measured);
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      rows: rows === undefined ? inner.rows : rows * (1 + inner.rows),
    };
  };

  const ofSelections = (
    selections: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
  ): DocumentSize => {
    let [depth, aliases, rows] = [0, 0, 0];
    for (const selection of selections.selections) {
      let size: DocumentSize;
      if (selection.kind === Kind.FIELD) size = ofField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) size = ofFragment(selection.name.value);
      else {
        const condition = selection.typeCondition?.name.value;
        size = ofSelections(selection.selectionSet, condition ? typeNamed(condition) : parent);
      }
      depth = Math.max(depth, size.depth);
      aliases += size.aliases;
      rows += size.rows;
    }
    return { depth, aliases, rows };
  };
  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/**
 * Rows of a field that is a list; undefined if it is not a list. The `nodes` and `edges` of a connection count
 * with the connection. A list of plain values has no rows.
 */
function rowsOf(
  field: FieldNode,
  type: GraphQLOutputType,
  measured: MeasuredOperation,
): number | undefined {
  if (getNamedType(type).name.endsWith("Connection")) return pageSizeOf(field, measured);
  const isList = isListType(getNullableType(type)) && field.selectionSet !== undefined;
  return isList && !["nodes", "edges"].includes(field.name.value) ? PLAIN_LIST_ROWS : undefined;
}

/** The value of `first`. If it is larger than a page can be, the list itself rejects it later. */
function pageSizeOf(field: FieldNode, { operation, variables }: MeasuredOperation): number {
  const value = field.arguments?.find((argument) => argument.name.value === "first")?.value;
  let first: unknown;
  if (value?.kind === Kind.INT) first = Number(value.value);
  if (value?.kind === Kind.VARIABLE) {
    const name = value.name.value;
    const fallback = operation.variableDefinitions?.find(
      (definition) => definition.variable.name.value === name,
    )?.defaultValue;
    first = variables[name] ?? (fallback?.kind === Kind.INT ? Number(fallback.value) : undefined);
  }
  const size = typeof first === "number" && first > 0 ? first : DEFAULT_PAGE_SIZE;
  return Math.min(size, MAX_PAGE_SIZE);
}
