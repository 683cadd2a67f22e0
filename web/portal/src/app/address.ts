import { parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

/** A value of an address as the router takes it. Codes such as 360502002001E01 are no numbers, if JSON thinks so. */
function readValue(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value === "number" && String(value) !== text) throw new SyntaxError(text);
  return value;
}

/** How the router reads and writes what stands behind `?`. */
export const SEARCH = {
  parseSearch: parseSearchWith(readValue),
  stringifySearch: stringifySearchWith(JSON.stringify, readValue),
};

/** Reads one thing that an address says; undefined where it is no filter. */
type Reader<Value> = (given: unknown) => Value | undefined;

/** One reader for each thing that a page's address can say. */
type Readers<Search> = { readonly [Name in keyof Search]-?: Reader<NonNullable<Search[Name]>> };

/** Makes a page's `validateSearch`: whatever an address says that is no filter is left out. */
export function searchReader<Search extends object>(
  readers: Readers<Search>,
): (given: Record<string, unknown>) => Search {
  const all = Object.entries<Reader<unknown>>(readers);
  return (given) =>
    Object.fromEntries(
      all.flatMap(([name, read]) => {
        const value = read(given[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as Search;
}

/** Words, an id or a code. The router takes what looks like a number for one. */
export const readText: Reader<string> = (given) =>
  (typeof given === "string" && given !== "") || typeof given === "number"
    ? String(given)
    : undefined;

/** Several codes or ids, with commas between, such as `445202001,445202002`; each of them stands once. */
export const readList: Reader<string> = (given) => listText(listOf(readText(given)));

/** What stands in such a list. */
export const listOf = (text: string | undefined): readonly string[] => [
  ...new Set((text ?? "").split(",").filter((item) => item !== "")),
];

/** The same as an address has it; undefined for none. */
export const listText = (items: readonly string[]): string | undefined =>
  items.length === 0 ? undefined : items.join(",");

/** A day such as 2026-01-31, where there is one. */
export const readDay: Reader<string> = (given) => {
  if (typeof given !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return undefined;
  const time = Date.parse(given);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(given) ? given : undefined;
};

/** A time of the day such as 09:30, up to 24:00. */
export const readTime: Reader<string> = (given) =>
  typeof given === "string" && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(given) ? given : undefined;

/** A whole number from 1 up. @param most the largest. */
export const countReader =
  (most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (given) => {
    const count = typeof given === "string" && given !== "" ? Number(given) : given;
    return typeof count === "number" && Number.isInteger(count) && count > 0 && count <= most
      ? count
      : undefined;
  };

/** One of the words of a table. */
export const oneOf =
  <Word extends string>(table: Readonly<Record<Word, unknown>>): Reader<Word> =>
  (given) =>
    typeof given === "string" && Object.hasOwn(table, given) ? (given as Word) : undefined;

/** One of a few words, such as those that are not the default. */
export const wordOf =
  <Word>(...words: readonly Word[]): Reader<Word> =>
  (given) =>
    words.find((word) => word === given);
