import type { EntityProperty } from "@mikro-orm/core";

/**
 * Why the audit log does not keep the values of a property. Of `PERSONAL` and `SECRET` ones it says that they
 * changed. Of `BOOKKEEPING`, which follows from other properties or counts changes, it says nothing.
 */
export type KeptOut = "PERSONAL" | "SECRET" | "BOOKKEEPING";

/** The option of a property that {@link keptOut} sets. MikroORM passes it on to the metadata as it is. */
const OPTION = "keptOut";

/**
 * Declares that the audit log never keeps the values of a property. It goes around the whole property, since it
 * returns another one: `holderName: keptOut("PERSONAL", p.string())`.
 */
export function keptOut<Property extends { readonly "~options": object }>(
  why: KeptOut,
  property: Property,
): Property {
  const copy = Object.create(Object.getPrototypeOf(property) as object) as Property;
  return Object.assign(copy, property, { "~options": { ...property["~options"], [OPTION]: why } });
}

/** Why a property is kept out of the audit log; undefined for those that are kept. */
export function whyKeptOut(property: EntityProperty): KeptOut | undefined {
  return Reflect.get(property, OPTION) as KeptOut | undefined;
}
