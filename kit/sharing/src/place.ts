/** Levels of `Region`, from the widest to the smallest. `ESTATE` (小区) and `GRID` (网格) lie side by side below a community. */
export const RegionLevel = {
  PROVINCE: "PROVINCE",
  CITY: "CITY",
  DISTRICT: "DISTRICT",
  STREET: "STREET",
  COMMUNITY: "COMMUNITY",
  GRID: "GRID",
  ESTATE: "ESTATE",
} as const;
export type RegionLevel = (typeof RegionLevel)[keyof typeof RegionLevel];

/** Position of a level in a {@link RegionPath}, counted from 1 as PostgreSQL counts array elements. */
export const LEVEL_POSITION: Readonly<Record<RegionLevel, number>> = {
  PROVINCE: 1,
  CITY: 2,
  DISTRICT: 3,
  STREET: 4,
  COMMUNITY: 5,
  GRID: 6,
  ESTATE: 6,
};

/**
 * A place as its own code and the codes of all places above it, by level. Levels that the place does not have
 * are null. Records keep their place as `region_path text[]`, so that "this place and all below it" is one
 * comparison on one indexed element, whatever the level.
 */
export type RegionPath = (string | null)[];

/** The path of a region: its parent's, with its own code at its level. */
export function regionPath(
  parent: RegionPath | undefined,
  level: RegionLevel,
  code: string,
): RegionPath {
  const path = parent ? [...parent] : [null, null, null, null, null, null];
  path[LEVEL_POSITION[level] - 1] = code;
  return path;
}

/**
 * Whether a region is county-level, where a regional alliance has its seat. GB/T 2260: of six
 * digits, the last two are not 00 for districts, counties and county-level cities.
 */
function isCountyLevel(level: RegionLevel, code: string): boolean {
  if (level === "DISTRICT") return true;
  return level === "CITY" && /^\d{6}$/.test(code) && !code.endsWith("00");
}

/**
 * The region whose alliance a place belongs to: the county-level region above it, or, where none is
 * known, the topmost region from street level down. Null above the county level.
 */
export function allianceCode(
  parentAllianceCode: string | null,
  region: { readonly level: RegionLevel; readonly code: string },
): string | null {
  if (parentAllianceCode !== null) return parentAllianceCode;
  if (isCountyLevel(region.level, region.code)) return region.code;
  return region.level === "PROVINCE" || region.level === "CITY" ? null : region.code;
}

/** The smallest place of a path: its own code. Null if there is no path. */
export function smallestOf(path: RegionPath | null): string | null {
  return path?.findLast((code) => code !== null) ?? null;
}
