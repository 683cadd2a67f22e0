import "reflect-metadata";
import { type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { SelectionInfo } from "../database/selection.ts";

/** A field of a type that is not simply a column. */
export interface WorkedOutField<Row, Context> {
  readonly type: () => ClassType | object;
  readonly options: { readonly description: string; readonly nullable?: boolean };
  readonly value: (row: Row, context: Context, info: SelectionInfo) => unknown;
}

/**
 * A field that is computed from its record.
 *
 * @param options the description (Chinese, then English), and whether it may be null.
 */
export function field<Row, Context>(
  type: () => ClassType | object,
  options: WorkedOutField<Row, Context>["options"],
  value: WorkedOutField<Row, Context>["value"],
): WorkedOutField<Row, Context> {
  return { type, options, value };
}

/**
 * A field that leads to another subgraph's record by its key; null if the column is null.
 *
 * @param column the column with the key.
 * @param key the key's name there. Default `id`.
 */
export function reference<Column extends string>(
  type: () => ClassType,
  column: Column,
  { description, key = "id" }: { readonly description: string; readonly key?: string },
): WorkedOutField<Readonly<Record<Column, string | null>>, unknown> {
  const options = { description, nullable: true };
  return field(type, options, (row) => (row[column] === null ? null : { [key]: row[column] }));
}

/**
 * A text of a record that only some may read: null for the others, or what `masked` makes of it.
 *
 * @param column with the text.
 * @param may whether the viewer may read it.
 */
export function personal<
  Column extends string,
  Row extends Readonly<Record<Column, string | null>>,
  Context,
>(
  column: Column,
  may: (row: Row, context: Context) => Promise<boolean> | boolean,
  of: { readonly description: string; readonly masked?: (text: string) => string },
): WorkedOutField<Row, Context> {
  const { description, masked } = of;
  const options = masked ? { description } : { description, nullable: true };
  return field(
    () => String,
    options,
    (row, context) => {
      const shown = (isShown: boolean) => (isShown ? row[column] : masked?.(String(row[column])));
      const isShown = may(row, context);
      return typeof isShown === "boolean" ? shown(isShown) : isShown.then(shown);
    },
  );
}

/** The resolver of such fields of one type, by their names. */
export function fields<Row, Context>(
  on: () => ClassType,
  all: Readonly<Record<string, WorkedOutField<Row, Context>>>,
): ClassType {
  @Resolver(on)
  class FieldsResolver {}
  const { prototype } = FieldsResolver;
  for (const [name, { type, options, value }] of Object.entries(all)) {
    Object.defineProperty(prototype, name, { value });
    // Arguments that the function does not take are not made: most fields of a long list need only the row.
    for (const [at, parameter] of [Root(), Ctx(), Info()].slice(0, value.length).entries())
      parameter(prototype, name, at);
    FieldResolver(type as () => ClassType, options)(prototype, name, { value });
  }
  return FieldsResolver;
}
