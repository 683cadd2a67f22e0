import { type Expression, type SqlBool, sql } from "kysely";
import { badInput } from "../errors/hub-error.ts";
import { queryGrams, searchTerms } from "../text/search-key.ts";
import { Condition } from "../conditions/condition.ts";
import { PLAN_EACH_TIME } from "./named-client.ts";

/** Maximum length of a search text, in characters. */
const MAX_LENGTH = 100;

/**
 * Condition that a row's text contains every word of the query, in simplified or traditional script. The table
 * has `search_key` (the folded text) and `search_grams` (its one- and two-character pieces, under a GIN index,
 * which works for words of two characters as trigrams do not).
 *
 * @throws HubError `BAD_USER_INPUT` for a text without a letter or digit, or a text that is too long.
 */
export function textCondition(table: string, text: string): Condition;
/** Undefined if the filter does not ask for it. */
export function textCondition(
  table: string,
  text: string | null | undefined,
): Condition | undefined;
export function textCondition(
  table: string,
  text: string | null | undefined,
): Condition | undefined {
  if (text == null) return undefined;
  const terms = requireTerms(text);
  const words = terms.map(queryGrams);
  const values = terms.flatMap((term, at) => [words[at], patternOf(term)]);
  const [grams, key] = [sql.ref(`${table}.searchGrams`), sql.ref(`${table}.searchKey`)];
  // For each word, its pieces and its pattern.
  const write = (given: readonly unknown[]): Expression<SqlBool> => {
    // An empty search box matches everything.
    if (given.length === 0) return sql<SqlBool>`true`;
    const conditions = terms.map((_term, at) => {
      const [pieces, pattern] = [given[2 * at], given[2 * at + 1]];
      return sql<SqlBool>`(${grams} @> ${pieces}::text[] and ${key} like ${pattern})`;
    });
    // A rare word is found fastest by its index, a common word while reading the list.
    return sql<SqlBool>`(${sql.raw(PLAN_EACH_TIME)} ${sql.join(conditions, sql` and `)})`;
  };
  const form = `text ${terms.length}`;
  return new Condition({ form, values, isLong: terms.length > 0, words }, write);
}

/**
 * The same for a key without an index, such as a key that only some viewers may search. Use it together with a
 * condition that leaves only few rows.
 *
 * @param column with a text that `searchKey` folded.
 */
export function keyHolds(column: string, text: string): Condition {
  const terms = requireTerms(text);
  const key = sql.ref(column);
  // Of no words: everything.
  const write = (patterns: readonly unknown[]): Expression<SqlBool> =>
    sql<SqlBool>`(${sql.join([sql`true`, ...patterns.map((one) => sql`${key} like ${one}`)], sql` and `)})`;
  const form = `${column} holds ${terms.length}`;
  return new Condition({ form, values: terms.map(patternOf), isLong: terms.length > 0 }, write);
}

function patternOf(term: string): string {
  return `%${term.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`;
}

/** The words of a search; none for an empty search box. */
function requireTerms(text: string): string[] {
  if (text.length > MAX_LENGTH) {
    throw badInput("text", {
      zh: `查找的文字超过 ${MAX_LENGTH} 个字。请少写几个词。`,
      en: `"text" is longer than ${MAX_LENGTH} characters. Search for fewer words.`,
    });
  }
  if (text.trim() === "") return [];
  const terms = searchTerms(text).filter((term) => term.length > 0);
  if (terms.length === 0) {
    throw badInput("text", {
      zh: "查找的文字中没有可查的字。请写一个词，或者留空。",
      en: `"text" has no letter or digit to search for. Give a word, or leave it out.`,
    });
  }
  return terms;
}
