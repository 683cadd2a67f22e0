import type { PlaceChoiceFragment, RegionLevel } from "../../graph/generated/graphql.ts";

/** A place with those above it. */
export interface Place extends Pick<PlaceChoiceFragment, "code" | "name" | "level"> {
  readonly parent?: Place | null;
}

const LEVELS: readonly RegionLevel[] = [
  "PROVINCE",
  "CITY",
  "DISTRICT",
  "STREET",
  "COMMUNITY",
  "ESTATE",
  "GRID",
];

/** The widest first: whoever types 东升 means the street rather than its grids. */
export const byLevel = (one: Place, other: Place): number =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);

/** Those above a place, from the widest. */
export const chainAbove = (place: Place): readonly Place[] =>
  place.parent ? [...chainAbove(place.parent), place.parent] : [];

/** Where a place lies, its district and what is below that: 榕城区 东升街道. */
export function aboveOf(place: Place): string {
  const chain = chainAbove(place);
  const district = chain.findIndex(({ level }) => level === "DISTRICT");
  return chain
    .slice(Math.max(district, 0))
    .map(({ name }) => name)
    .join(" ");
}
