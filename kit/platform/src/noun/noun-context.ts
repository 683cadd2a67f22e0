import type { Row } from "../database/row.ts";
import type { DirectoryTables } from "../directory/directory.ts";

/** The tables that a noun's loaders read: its own, by its name there, and the directory's. */
export type TablesWith<Name extends string, Entity> = DirectoryTables & {
  readonly [Table in Name]: Row<Entity>;
};

/** What a noun needs of a call: what its loaders stand on, and these by their name. */
export type ContextWith<
  Name extends string,
  Create extends (context: never) => unknown,
> = Parameters<Create>[0] & { readonly [Loaders in Name]: ReturnType<Create> };
