import { type Expression, type RawBuilder, sql } from "kysely";
import { type FormSource, readForm } from "../database/form-reads.ts";
import { type WordShares, wordShares } from "../database/word-shares.ts";
import {
  type KnownList,
  type KnownPage,
  type ListSource,
  all,
  columnsOf,
  pageKey,
  pageWhere,
  readKnownPage,
} from "./known-list.ts";

/** Rows that are walked at least. */
const LEAST_WALKED = 2048;
/** Words are not distributed evenly, so this many times the expected number of rows is read for a page. */
const SLACK = 4;
/** How much further the next walk goes where one was too short. */
const FURTHER = 16;

/** Whether a list is searched for words. */
export function isSearch(source: ListSource): boolean {
  return wordsOf(source).length > 0;
}

/**
 * A page of a list that is searched for words. No index has both the words and the order of a list. A common word
 * is soon met on the way through the list; a rare one is looked up, and what was found is sorted. Which of the
 * two is less work follows from how frequent the word is. Where the word is not in front, the list is walked
 * further, until that is more work than to look the word up after all.
 */
export async function readSearchedPage<Row extends object>(
  database: FormSource,
  list: KnownList<Row>,
  page: KnownPage,
): Promise<readonly Row[]> {
  const shares = await wordShares(database, list.source.table);
  // PostgreSQL chooses where there is nothing to go by.
  if (!shares) return await readKnownPage(database, list, page);
  for (const walked of walksFor(shares, wordsOf(list.source), page.size)) {
    const found = await walk(database, list, { ...page, walked });
    if (found.length > page.size) return found;
  }
  return await lookUp(database, list, page);
}

/**
 * How many rows of a list are walked for a page of those with some words: at first, and then, as long as the page
 * is not full. None where looking the words up is less work. Few different numbers, as each is a statement of its own.
 */
export function walksFor(
  shares: WordShares,
  words: readonly (readonly string[])[],
  size: number,
): number[] {
  const share = shares.of(words);
  const lookedUp = share * shares.records;
  const expected = share === 0 ? Infinity : (size + 1) / share;
  if (expected > lookedUp) return [];
  const far = Math.max(LEAST_WALKED, Math.min(expected * SLACK, lookedUp));
  const first = 2 ** Math.ceil(Math.log2(far));
  const walks = [first];
  for (let next = first * FURTHER; next <= lookedUp; next *= FURTHER) walks.push(next);
  return walks;
}

function walk<Row extends object>(
  database: FormSource,
  list: KnownList<Row>,
  page: KnownPage & { readonly walked: number },
): Promise<readonly Row[]> {
  const where = pageWhere(list, page);
  const isText = where.map(({ words }) => words.length > 0);
  const { source } = list;
  const table = sql.table(source.table);
  return readForm<Row>(database, {
    form: `walk ${page.walked}, ${pageKey(list, page)}`,
    where,
    // Two limits: the inner one ends the walk, the outer one the page.
    write: (conditions) => {
      const texts = conditions.filter((_one, at) => isText[at]);
      const others = conditions.filter((_one, at) => !isText[at]);
      const order = sortedBy(list, (column) => column);
      return sql`select ${columnsOf(source)}
        from (select * from ${table} where ${all(others)} order by ${order} limit ${sql.lit(page.walked)}) as ${table}
        where ${all(texts)} order by ${order} limit ${sql.lit(page.size + 1)}`;
    },
  });
}

function lookUp<Row extends object>(
  database: FormSource,
  list: KnownList<Row>,
  page: KnownPage,
): Promise<readonly Row[]> {
  const { source } = list;
  return readForm<Row>(database, {
    form: `look up, ${pageKey(list, page)}`,
    where: pageWhere(list, page),
    // Sorted by what no index has: PostgreSQL, which thinks the words rarer than they are where they are many,
    // thinks them more frequent than they are where they are few.
    write: (conditions) =>
      sql`select ${columnsOf(source)} from ${sql.table(source.table)} where ${all(conditions)}
        order by ${sortedBy(list, (column) => sql`coalesce(${column}, ${column})`)} limit ${sql.lit(page.size + 1)}`,
  });
}

function sortedBy<Row>(
  { order, direction }: KnownList<Row>,
  by: (column: Expression<unknown>) => Expression<unknown>,
): RawBuilder<unknown> {
  return sql.join(order.map(({ column }) => sql`${by(column)} ${sql.raw(direction)}`));
}

function wordsOf({ where }: ListSource): readonly (readonly string[])[] {
  return where.flatMap(({ words }) => words);
}
