import type { Words } from "../words/words.ts";

/** The names of the places in a text such as `{unit}预约了{resource}[，用途：{purpose}]`. */
export type PlacesOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesOf<Rest>
  : never;

const PLACE = /\{(\w+)\}/g;
/** A part that is left out where one of its places is empty. */
const PART = /\[([^[\]]*)\]/g;

/**
 * Fills the places of a text in both languages.
 *
 * @param facts by the names of the places; null for an empty one.
 */
export function filled(text: Words, facts: Readonly<Record<string, Words | null>>): Words {
  return { zh: filledIn("zh", text.zh, facts), en: filledIn("en", text.en, facts) };
}

function filledIn(
  language: keyof Words,
  text: string,
  facts: Readonly<Record<string, Words | null>>,
): string {
  const isEmpty = (part: string): boolean =>
    Array.from(part.matchAll(PLACE)).some(([, name = ""]) => facts[name] == null);
  const put = (part: string): string =>
    part.replaceAll(PLACE, (_place, name: string) => facts[name]?.[language] ?? "");
  // What is put in is not read again: a reason may contain brackets.
  let done = "";
  let at = 0;
  for (const part of text.matchAll(PART)) {
    done += put(text.slice(at, part.index));
    if (!isEmpty(part[1] ?? "")) done += put(part[1] ?? "");
    at = part.index + part[0].length;
  }
  return done + put(text.slice(at));
}

/** The names of the places of a text. */
export function placesOf(text: string): readonly string[] {
  return Array.from(text.matchAll(PLACE), ([, name = ""]) => name);
}
