/** The properties of an entity without methods and symbols: the row that a plain read returns. */
export type Row<Entity> = {
  [
    K in keyof Entity as K extends string
      ? Entity[K] extends (...args: never[]) => unknown
        ? never
        : K
      : never
  ]-?: Unbranded<Entity[K]>;
};

/** A row as lists and loaders give it: without what only search uses. */
export type ReadRow<Entity> = Omit<Row<Entity>, `search${string}`>;

/** MikroORM marks values that it fills in (`Opt`). A row from the database has the plain values. */
type Unbranded<T> = T extends number ? number : T extends Date ? Date : Exclude<T, undefined>;
