import { type Kysely, sql } from "kysely";
import type { RegionLevel } from "@alliance-hub/sharing/place";
import type { DirectoryTables } from "./directory.ts";

/** How many levels are kept. A district with all its estates has some thousands of places. */
const MOST_KEPT = 20_000;

/** The levels of regions by their codes. */
export interface RegionLevels {
  /** Undefined for an unknown code. */
  of(code: string): Promise<RegionLevel | undefined>;
  /**
   * Reads all existing ones, so that hardly any has to be looked up later; none if there is no directory yet.
   */
  load(): Promise<void>;
}

/**
 * Looks up the levels of regions and remembers them. The level of a code never changes (a trigger of
 * `organizations` ensures this), and regions are not removed. A code without a region is looked up each time,
 * because it may be added.
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
