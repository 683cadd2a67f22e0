import type { FieldNode } from "graphql";
import { type SelectionInfo, selectedFields } from "./selection.ts";

/** Columns to read of a table, as Kysely takes them. */
export interface Columns<Name extends string> {
  readonly names: readonly Name[];
  /** Equal for equal columns. */
  readonly key: string;
}

/**
 * The columns that are read of a record, from the properties that its entity declares: all but those that
 * only search uses, which the entity adds to them.
 */
export function columnsOf<Table extends string, Properties extends object>(
  table: Table,
  properties: Properties,
): readonly `${Table}.${keyof Properties & string}`[] {
  const names = Object.keys(properties) as (keyof Properties & string)[];
  return names.map((name) => `${table}.${name}` as const);
}

/** Which columns of a table its GraphQL type needs. */
export interface ColumnsConfig<Table extends string, Name extends string> {
  readonly type: string;
  readonly table: Table;
  /** All readable columns, as {@link columnsOf} returns them. */
  readonly columns: readonly `${Table}.${Name}`[];
  /** The key and the sort columns of lists. They are always read. */
  readonly always: readonly Name[];
  /**
   * What the fields that have a resolver need, by the field's name. Any other field needs the column
   * of its name; for a field that is neither here nor a column, all columns are read.
   */
  readonly needs: Readonly<Record<string, readonly Name[]>>;
}

/** The columns of a table. */
export interface TableColumns<Name extends string> {
  readonly all: Columns<Name>;
  /** For the result of a field, such as one record or the references of the gateway. */
  readonly ofRecord: (info: SelectionInfo) => Columns<Name>;
  /** For the records of a connection. */
  readonly ofConnection: (info: SelectionInfo) => Columns<Name>;
}

const RECORD = [[]] as const;
const CONNECTION = [["nodes"], ["edges", "node"]] as const;

/** Which columns a selection needs. Computed once for each field of a cached document. */
export function tableColumns<Table extends string, Name extends string>(
  config: ColumnsConfig<Table, Name>,
): TableColumns<`${Table}.${Name}`> {
  const { type, table, columns, always, needs } = config;
  const known = new Set<string>(columns);
  const isColumn = (name: string): name is Name => known.has(`${table}.${name}`);
  const toColumns = (wanted: ReadonlySet<Name>): Columns<`${Table}.${Name}`> => {
    // In the order of the table, so that the same set always makes the same statement.
    const asked = new Set([...wanted].map((name) => `${table}.${name}` as const));
    const names = columns.filter((name) => asked.has(name));
    return { names, key: names.join() };
  };
  const all = { names: columns, key: columns.join() };

  const select = (info: SelectionInfo, paths: readonly (readonly string[])[]) => {
    const wanted = new Set(always);
    for (const field of selectedFields(info, type, paths)) {
      const needed = Object.hasOwn(needs, field) ? needs[field] : isColumn(field) ? [field] : null;
      if (field === "__typename") continue;
      if (!needed) return all;
      for (const name of needed) wanted.add(name);
    }
    return toColumns(wanted);
  };
  const remembered = (paths: readonly (readonly string[])[]) => {
    const found = new WeakMap<FieldNode, Columns<`${Table}.${Name}`>>();
    return (info: SelectionInfo) => {
      const [node, another] = info.fieldNodes;
      // A field that stands in the document twice is merged again for each answer.
      if (!node || another) return select(info, paths);
      let chosen = found.get(node);
      if (!chosen) found.set(node, (chosen = select(info, paths)));
      return chosen;
    };
  };
  return { all, ofRecord: remembered(RECORD), ofConnection: remembered(CONNECTION) };
}
