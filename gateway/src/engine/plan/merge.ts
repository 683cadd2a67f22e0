import { isObject } from "@alliance-hub/platform/json/is-object";
import { setOwn } from "@alliance-hub/platform/json/set-own";
import type { Data } from "./run.ts";

/** An object's own value; a response name such as `constructor` must not reach the prototype's. */
export function own(object: Data, name: string): unknown {
  const value = object[name];
  // Of plain data only inherited members are functions, or are found under `__proto__`.
  return typeof value === "function" || name === "__proto__"
    ? Object.hasOwn(object, name)
      ? value
      : undefined
    : value;
}

/**
 * Adds an answer to what is known of the same object. Objects and lists of one length are merged
 * value by value, and a null does not undo them; of two scalars the later one stands.
 *
 * @param isObjectType a type name of an object is never replaced by that of its interface.
 */
export function mergeInto(
  target: Data,
  source: Data,
  isObjectType: (typename: string) => boolean,
): void {
  // Answers are plain data: nothing but own properties is enumerated.
  for (const name in source) {
    const value = source[name];
    const known = target[name];
    if (known === undefined) {
      target[name] = value;
    } else if (known === null || !Object.hasOwn(target, name)) {
      setOwn(target, name, value);
    } else if (value === undefined || (value === null && typeof known === "object")) {
      continue;
    } else if (isObject(known) && isObject(value)) {
      if (known !== value) mergeInto(known, value, isObjectType);
    } else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length) {
      mergeLists(known, value, isObjectType);
    } else if (name !== "__typename" || typeof known !== "string" || !isObjectType(known)) {
      setOwn(target, name, value);
    }
  }
}

function mergeLists(
  known: unknown[],
  value: readonly unknown[],
  isObjectType: (typename: string) => boolean,
): void {
  for (const [index, item] of value.entries()) {
    const before = known[index];
    if (isObject(before) && isObject(item)) {
      if (before !== item) mergeInto(before, item, isObjectType);
    } else if (Array.isArray(before) && Array.isArray(item) && before.length === item.length) {
      mergeLists(before, item, isObjectType);
    } else if (item !== null && item !== undefined) {
      known[index] = item;
    }
  }
}
