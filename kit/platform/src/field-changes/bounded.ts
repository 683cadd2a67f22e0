/** Maximum length of a text that the audit log keeps, in characters. Of a longer one it keeps an excerpt. */
export const MAX_KEPT_TEXT = 200;
/** Maximum number of entries of a list, or fields of an object, that the audit log keeps. */
export const MAX_KEPT_ENTRIES = 20;
/** Stands for what was left out. */
export const CUT = "…";
/** How many characters of an excerpt are equal before and after, so that readers find the place. */
const LED_IN = 20;

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * Two values of one field, bounded. A short value stays as it is. Of long texts, what is kept begins shortly
 * before the first difference; of long lists, it is the entries that only one of them has.
 */
export function boundedPair(before: Json, after: Json): readonly [before: Json, after: Json] {
  if (isList(before) && isList(after) && (isLong(before) || isLong(after)))
    return [listExcerpt(before, after), listExcerpt(after, before)];
  if (typeof before === "string" && typeof after === "string") {
    const [old, now] = [Array.from(before), Array.from(after)];
    if (old.length > MAX_KEPT_TEXT || now.length > MAX_KEPT_TEXT) {
      const from = Math.max(0, firstDifference(old, now) - LED_IN);
      return [textExcerpt(old, from), textExcerpt(now, from)];
    }
  }
  return [bounded(before), bounded(after)];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isLong = (list: readonly Json[]): boolean => list.length > MAX_KEPT_ENTRIES;

/** The position of the first characters that differ. */
function firstDifference(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((character, i) => character !== other[i]);
  return at === -1 ? one.length : at;
}

function textExcerpt(characters: readonly string[], from: number): string {
  const excerpt = characters.slice(from, from + MAX_KEPT_TEXT).join("");
  return `${from > 0 ? CUT : ""}${excerpt}${from + MAX_KEPT_TEXT < characters.length ? CUT : ""}`;
}

/** The entries of a list that the other one lacks. */
function listExcerpt(list: readonly Json[], other: readonly Json[]): Json {
  const others = new Set(other.map((entry) => JSON.stringify(entry)));
  return [CUT, ...atMost(list.filter((entry) => !others.has(JSON.stringify(entry))))];
}

function atMost(list: readonly Json[]): Json[] {
  const kept = list.slice(0, MAX_KEPT_ENTRIES).map(bounded);
  return isLong(list) ? [...kept, CUT] : kept;
}

function bounded(value: Json): Json {
  if (typeof value === "string") return textExcerpt(Array.from(value), 0);
  if (isList(value)) return atMost(value);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).slice(0, MAX_KEPT_ENTRIES);
  return Object.fromEntries(fields.map(([name, inner]) => [name, bounded(inner)]));
}
