import type { Kysely } from "kysely";
import type { RegionLevel } from "../sharing/place.ts";
import type { DirectoryTables } from "./directory.ts";

/** Levels kept; a district with all its estates has some thousands of places. */
const MOST_KEPT = 20_000;

/** The levels of regions by their codes; undefined for a code that no region has. */
export type RegionLevels = (code: string) => Promise<RegionLevel | undefined>;

/**
 * Looks up regions' levels and remembers them: the level of a code never changes (a trigger of
 * `organizations` sees to it) and regions are not removed. A code without a region is looked up each
 * time, since it may be added.
 */
export function createRegionLevels(rows: Kysely<DirectoryTables>): RegionLevels {
  const known = new Map<string, Promise<RegionLevel | undefined>>();
  return (code) => {
    const looked = known.get(code);
    if (looked) return looked;
    if (known.size >= MOST_KEPT) known.clear();
    const found = rows
      .selectFrom("directory.region")
      .select("level")
      .where("code", "=", code)
      .executeTakeFirst()
      .then((region) => region?.level);
    known.set(code, found);
    const forget = (): void => void known.delete(code);
    found.then((level) => level ?? forget(), forget);
    return found;
  };
}
