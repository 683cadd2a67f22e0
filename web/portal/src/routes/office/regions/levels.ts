import type { RegionLevel } from "../../../graph/generated/graphql.ts";
import { REGION_LEVELS } from "../../../words/labels.ts";

/** How deep each level lies; estates lie beside grids. */
const DEPTH: Readonly<Record<RegionLevel, number>> = {
  PROVINCE: 1,
  CITY: 2,
  DISTRICT: 3,
  STREET: 4,
  COMMUNITY: 5,
  GRID: 6,
  ESTATE: 6,
};

/** The levels that a place above one of this level may have. */
export const levelsAbove = (level: RegionLevel): readonly RegionLevel[] =>
  (Object.keys(DEPTH) as RegionLevel[]).filter((above) => DEPTH[above] < DEPTH[level]);

/** The levels that a place below one of this level may have, the nearest first. */
export function levelsBelow(level: RegionLevel): Readonly<Partial<Record<RegionLevel, string>>> {
  return Object.fromEntries(
    Object.entries(REGION_LEVELS).filter(([below]) => DEPTH[below as RegionLevel] > DEPTH[level]),
  );
}
