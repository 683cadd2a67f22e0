import { RADICALS } from "./radicals.ts";
import { simplified } from "./simplified.ts";

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * Words of the glossary that have a second spelling in the other script: 共建協定 is 共建协议, and
 * 資源分享 is 资源共享 and 资源联享. Only words of two characters, so that half of a term is still
 * found in the whole. Not where the characters belong to two words: 政协/定期, 部分/享有, 充分/享受.
 */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/(?<![政科文作侨记体音美书])协定/gu, "协议"],
  [/(?<![部充十])分享|(?<!互)联享/gu, "共享"],
];

/** Radical → the ideograph that it stands for. */
const IDEOGRAPHS: ReadonlyMap<string, string> = new Map(
  RADICALS.trim()
    .split(/\s/)
    .map((pair) => Array.from(pair) as [string, string]),
);
/** Radicals as they stand in texts that were copied from PDFs; PostgreSQL takes the same pattern. */
export const RADICAL = "[\u2e80-\u2ef3]";
const EACH_RADICAL = new RegExp(RADICAL, "gu");

/**
 * A text folded for searching: compatibility forms (full-width), radicals for ideographs, case, script
 * (traditional or simplified) and the variants of the glossary make no difference. Everything that is neither a
 * letter nor a digit becomes one space. Two spellings of one term have the same key.
 */
export function searchKey(text: string): string {
  const written = text.replaceAll(EACH_RADICAL, (found) => IDEOGRAPHS.get(found) ?? found);
  const folded = written.replaceAll(INVISIBLE, "").normalize("NFKC").toLowerCase();
  const spelled = VARIANTS.reduce(
    (key, [variant, usual]) => key.replaceAll(variant, usual),
    simplified(folded),
  );
  return (spelled.match(WORD) ?? []).join(" ");
}

/**
 * The words of a query, folded, each once. White space and punctuation separate them. Empty if there is no
 * letter or digit.
 */
export function searchTerms(query: string): string[] {
  return [...new Set(searchKey(query).match(WORD) ?? [])];
}

/**
 * The pieces by which an index finds a folded text: each character (code point) and each pair of neighbouring
 * characters in a word, once.
 *
 * @param key a text as `searchKey` gives it
 */
export function searchGrams(key: string): string[] {
  return [...new Set(words(key).flatMap((word) => [...word, ...pairs(word)]))];
}

/**
 * The pieces that a text must have to contain a term: the term's pairs, or its only character. They are a
 * filter: a text that has all of them may still not contain the term.
 *
 * @param term one of `searchTerms`
 */
export function queryGrams(term: string): string[] {
  return [...new Set(words(term).flatMap((word) => (word.length === 1 ? word : pairs(word))))];
}

function words(key: string): string[][] {
  return (key.match(WORD) ?? []).map((word) => Array.from(word));
}

function pairs(word: readonly string[]): string[] {
  return word.slice(1).map((character, at) => `${word[at]}${character}`);
}
