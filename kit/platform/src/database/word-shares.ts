import { sql } from "kysely";
import type { FormSource } from "./form-reads.ts";

/** What PostgreSQL knows of the words of a table, from a sample (`ANALYZE`). */
export interface WordShares {
  /** Records of the table, roughly. */
  readonly records: number;
  /** Which share of them has all of some words, roughly and rather too many. 0 to 1. */
  of(words: readonly (readonly string[])[]): number;
}

/** How long a value stays valid, in milliseconds. */
const GOOD_MS = 60_000;

/** PostgreSQL lists pieces that more than about this share of the records has, unless there are too many to list. */
const LISTED_FROM = 0.002;

/** What was read of a table, and until when it is good, by `performance.now()`. */
interface KnownShares {
  readonly shares: Promise<WordShares | undefined>;
  readonly until: number;
}

const known = new WeakMap<FormSource, Map<string, KnownShares>>();

/**
 * How frequent words are in a table that is searched. PostgreSQL's own guess for a word takes the pieces of it for
 * independent of each other, and is far too low for a common one.
 *
 * @returns undefined where the table has not been analysed yet.
 */
export function wordShares(database: FormSource, table: string): Promise<WordShares | undefined> {
  let tables = known.get(database);
  if (!tables) known.set(database, (tables = new Map()));
  const found = tables.get(table);
  if (found && performance.now() < found.until) return found.shares;
  const shares = readShares(database, table);
  tables.set(table, { shares, until: performance.now() + GOOD_MS });
  shares.catch(() => tables.delete(table));
  return shares;
}

async function readShares({ rows }: FormSource, table: string): Promise<WordShares | undefined> {
  const found = await sql<{
    records: number;
    pieces: string[] | null;
    shares: number[] | null;
  }>`
    select reltuples::float8 as records, most_common_elems::text::text[] as pieces, most_common_elem_freqs::float8[] as shares
    from pg_class left join pg_stats
      on schemaname = current_schema() and tablename = relname and attname = 'search_grams'
    where pg_class.oid = to_regclass(${table})`.execute(rows);
  const { pieces, shares, records } = found.rows[0] ?? {};
  if (!pieces || !shares || records === undefined || records < 0) return undefined;
  const shareOf = new Map(pieces.map((piece, at) => [piece, shares[at] ?? 0]));
  // After the shares of the pieces comes the least of them.
  const unlisted = Math.min(shares[pieces.length] ?? 0, LISTED_FROM) / 2;
  const ofWord = (word: readonly string[]): number =>
    Math.min(...word.map((piece) => shareOf.get(piece) ?? unlisted));
  return { records, of: (words) => words.reduce((share, word) => share * ofWord(word), 1) };
}
