import { type Kysely, sql } from "kysely";
import type { RegionLevel } from "@alliance-hub/sharing/place";
import type { DirectoryTables } from "./directory.ts";

/** How many levels are kept. A district with all its estates has some thousands of places. */
const MOST_KEPT = 20_000;

/** How long what is known of mergers is taken for true, in milliseconds: regions merge a few times in a decade. */
const MERGERS_KNOWN_FOR_MS = 600_000;

/** Where the records of a region lie. */
export interface StandingRegion {
  /** Of the region itself, or of the one that it has become a part of. */
  readonly code: string;
  readonly level: RegionLevel;
}

/** The levels of regions by their codes. */
export interface RegionLevels {
  /** Undefined for an unknown code. A region that was merged leads to the one that it has become a part of. */
  of(code: string): Promise<StandingRegion | undefined>;
  /**
   * Reads all existing ones, so that hardly any has to be looked up later; none if there is no directory yet.
   */
  load(): Promise<void>;
}

/**
 * Looks up the levels of regions and remembers them. The level of a code never changes (a trigger of
 * `organizations` ensures this), and regions are not removed. A code without a region is looked up each time,
 * because it may be added. Mergers are read anew after a while.
 *
 * @param elapsed a time in milliseconds that only goes forward.
 */
export function createRegionLevels(
  rows: Kysely<DirectoryTables>,
  elapsed: () => number = () => performance.now(),
): RegionLevels {
  const known = new Map<string, Promise<RegionLevel | undefined>>();
  const regions = rows.selectFrom("directory.region");
  const levelOf = (code: string): Promise<RegionLevel | undefined> => {
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
  };
  const mergers = remembered(MERGERS_KNOWN_FOR_MS, elapsed, async () => {
    const merged = await regions
      .select(["code", "mergedInto"])
      .where("mergedInto", "is not", null)
      .execute();
    return new Map(merged.map(({ code, mergedInto }) => [code, mergedInto]));
  });
  return {
    of: async (asked) => {
      const merged = await mergers();
      let code = asked;
      for (let into = merged.get(code); into != null; into = merged.get(code)) code = into;
      const level = await levelOf(code);
      return level && { code, level };
    },
    load: async () => {
      const { rows: made } =
        await sql`select where to_regclass('directory.region') is not null`.execute(rows);
      if (made.length === 0) return;
      await mergers();
      for (const { code, level } of await regions
        .select(["code", "level"])
        .limit(MOST_KEPT)
        .execute()) {
        known.set(code, Promise.resolve(level));
      }
    },
  };
}

/** What is read is kept for a while; callers at the same time share one read; a read that fails is not kept. */
function remembered<T>(forMs: number, elapsed: () => number, read: () => Promise<T>) {
  let kept: { readonly value: Promise<T>; readonly until: number } | undefined;
  return (): Promise<T> => {
    if (kept && elapsed() < kept.until) return kept.value;
    const fresh = { value: read(), until: elapsed() + forMs };
    kept = fresh;
    fresh.value.catch(() => {
      if (kept === fresh) kept = undefined;
    });
    return fresh.value;
  };
}
