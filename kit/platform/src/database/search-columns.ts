import { searchGrams, searchKey } from "../text/search-key.ts";

/** The columns by which `textCondition` finds a record, from its texts; nulls are left out. */
export function searchColumns(...texts: (string | null | undefined)[]): {
  searchKey: string;
  searchGrams: string[];
} {
  const key = searchKey(texts.filter((text) => text != null).join("\n"));
  return { searchKey: key, searchGrams: searchGrams(key) };
}
