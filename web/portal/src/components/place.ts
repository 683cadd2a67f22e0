import type { PlaceChoiceFragment, RegionLevel } from "../graph/generated/graphql.ts";

/** A place with those above it. */
export type Place = PlaceChoiceFragment;

interface Above {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parent?: Above | null;
}

/** The levels straight below each: an estate may lie beside a grid. */
export const BELOW: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  PROVINCE: ["CITY"],
  CITY: ["DISTRICT"],
  DISTRICT: ["STREET"],
  STREET: ["COMMUNITY"],
  COMMUNITY: ["GRID", "ESTATE"],
  GRID: [],
  ESTATE: [],
};

/** Those above a place, from the widest. */
export const chainAbove = (place: Above): readonly Above[] =>
  place.parent ? [...chainAbove(place.parent), place.parent] : [];

/** Where a place lies, its district and what is below that: 榕城区 东升街道. */
export function aboveOf(place: Above): string {
  const chain = chainAbove(place);
  const district = chain.findIndex(({ level }) => level === "DISTRICT");
  return chain
    .slice(Math.max(district, 0))
    .map(({ name }) => name)
    .join(" ");
}
