import { type Kysely, sql } from "kysely";
import type { RegionLevel } from "@alliance-hub/sharing/place";
import type { DirectoryTables } from "./directory.ts";

/** Levels kept; a district with all its estates has some thousands of places. */
const MOST_KEPT = 20_000;

/** The levels of regions by their codes. */
export interface RegionLevels {
  /** Undefined for a code that no region has. */
  of(code: string): Promise<RegionLevel | undefined>;
  /** Reads those there are, so that hardly any has to be looked up; none where there is no directory yet. */
  load(): Promise<void>;
}

/**
 * Looks up regions' levels and remembers them: the level of a code never changes (a trigger of
 * `organizations` sees to it) and regions are not removed. A code without a region is looked up each
 * time, since it may be added.
 */
export function createRegionLevels(rows: Kysely<DirectoryTables>): RegionLevels {
  const known = new Map<string, Promise<RegionLevel | undefined>>();
  const regions = rows.selectFrom("directory.region");
  return {
    of: (code) => {
      const looked = known.get(code);
      if (looked) return looked;
      const found = regions
        .select("level")
        .where("code", "=", code)
        .executeTakeFirst()
        .then((region) => region?.level);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(code, found);
      const forget = (): void => void known.delete(code);
      found.then((level) => level ?? forget(), forget);
      return found;
    },
    load: async () => {
      const { rows: made } =
        await sql`select where to_regclass('directory.region') is not null`.execute(rows);
      if (made.length === 0) return;
      for (const { code, level } of await regions
        .select(["code", "level"])
        .limit(MOST_KEPT)
        .execute()) {
        known.set(code, Promise.resolve(level));
      }
    },
  };
}
