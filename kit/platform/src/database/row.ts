/** Whatever is not a method or a symbol of an entity: the row that a plain read gives. */
export type Row<Entity> = {
  [
    K in keyof Entity as K extends string
      ? Entity[K] extends (...args: never[]) => unknown
        ? never
        : K
      : never
  ]-?: Unbranded<Entity[K]>;
};

/** MikroORM marks values that it fills in (`Opt`); a row read from the database has them plain. */
type Unbranded<T> = T extends number ? number : T extends Date ? Date : Exclude<T, undefined>;
