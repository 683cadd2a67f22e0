import {
  type RegionLevel,
  type RegionPath,
  allianceCode,
  regionPath,
} from "@alliance-hub/sharing/place";
import { type PublishedPlace, publishedFigure } from "./published-figures.ts";
import { numbered, spread } from "./spread.ts";

/** A place as its record has it. */
export interface DemonstrationRegion {
  readonly code: string;
  readonly name: string;
  readonly level: RegionLevel;
  readonly parentCode: string | null;
  readonly path: RegionPath;
  readonly allianceCode: string;
}

/** The regions of one place, by level; lists below the street lie in the order of their communities. */
export interface DemonstrationRegions {
  /** The topmost: a district, a county-level city, or a street whose district the source does not tell. */
  readonly root: DemonstrationRegion;
  readonly streets: readonly DemonstrationRegion[];
  readonly communities: readonly DemonstrationRegion[];
  readonly grids: readonly DemonstrationRegion[];
  readonly estates: readonly DemonstrationRegion[];
}

/**
 * The regions of a place: those that the source names or counts, and numbered ones in the style of
 * the statistical codes (9 digits for a street, 12 for a community, then G01 or E01).
 */
export function demonstrationRegions(place: PublishedPlace): DemonstrationRegions {
  const given = place.regions.map((region) => region.level);
  const [first] = place.regions;
  if (!first) throw new Error(`${place.report} has no region`);
  const root = below(undefined, first);
  const streets = given.includes("STREET") ? knownStreets(place, root) : newStreets(place, root);
  const communities = communitiesOf(place, streets);
  const parts = (level: "GRID" | "ESTATE", count: number): DemonstrationRegion[] => {
    const [letter, word] = level === "GRID" ? ["G", "网格"] : ["E", "小区"];
    return spread(count, communities.length).flatMap((share, at) =>
      Array.from({ length: share }, (_, index) => {
        const number = numbered(index + 1);
        const community = communities[at];
        return below(community, {
          code: `${community?.code}${letter}${number}`,
          name: `${community?.name}第${number}${word}`,
          level,
        });
      }),
    );
  };
  return {
    root,
    streets,
    communities,
    grids: parts("GRID", publishedFigure(place, "grids") ?? 0),
    // Where only the party organisations of estates are counted, those are the estates known.
    estates: parts(
      "ESTATE",
      publishedFigure(place, "residentialEstates") ??
        publishedFigure(place, "estatePartyOrganizations") ??
        0,
    ),
  };
}

/** All regions of a place, each after the one above it. */
export function allRegions({
  root,
  streets,
  communities,
  grids,
  estates,
}: DemonstrationRegions): DemonstrationRegion[] {
  return [
    root,
    ...streets.filter((street) => street !== root),
    ...communities,
    ...grids,
    ...estates,
  ];
}

/** A region below another, with its path and alliance. */
export function below(
  parent: DemonstrationRegion | undefined,
  region: { readonly code: string; readonly name: string; readonly level: RegionLevel },
): DemonstrationRegion {
  const { code, name, level } = region;
  const alliance = allianceCode(parent?.allianceCode ?? null, region);
  if (alliance === null) throw new Error(`${code} is above the county level`);
  return {
    code,
    name,
    level,
    parentCode: parent?.code ?? null,
    path: regionPath(parent?.path, level, code),
    allianceCode: alliance,
  };
}

function knownStreets(place: PublishedPlace, root: DemonstrationRegion): DemonstrationRegion[] {
  return place.regions
    .filter((region) => region.level === "STREET")
    .map((region) => (region.code === root.code ? root : below(root, region)));
}

function newStreets(place: PublishedPlace, root: DemonstrationRegion): DemonstrationRegion[] {
  const names = place.names?.streets ?? [];
  // A place of which no street is known has one all the same, for its communities to lie in.
  const count = Math.max(names.length, publishedFigure(place, "streetCommittees") ?? 1);
  // Below a county lie towns.
  const word = root.name.endsWith("县") ? "镇" : "街道";
  return Array.from({ length: count }, (_, at) =>
    below(root, {
      code: `${root.code}${numbered(at + 1, 3)}`,
      name: names[at] ?? `${root.name}第${numbered(at + 1)}${word}`,
      level: "STREET",
    }),
  );
}

function communitiesOf(
  place: PublishedPlace,
  streets: readonly DemonstrationRegion[],
): DemonstrationRegion[] {
  const given = place.regions.filter((region) => region.level === "COMMUNITY");
  const names = place.names?.communities ?? [];
  const count =
    publishedFigure(place, "communities") ??
    publishedFigure(place, "communityCommittees") ??
    given.length;
  return spread(count, streets.length).flatMap((share, at) => {
    const street = streets[at];
    const known = isList(names) ? names : (names[street?.name ?? ""] ?? []);
    return Array.from({ length: share }, (_, index) =>
      below(
        street,
        given[index] ?? {
          code: `${street?.code}${numbered(index + 1, 3)}`,
          name: known[index] ?? `${street?.name}第${numbered(index + 1)}社区`,
          level: "COMMUNITY",
        },
      ),
    );
  });
}

/** `Array.isArray` does not tell a list that is read-only. */
function isList(
  names: readonly string[] | Readonly<Record<string, readonly string[]>>,
): names is readonly string[] {
  return Array.isArray(names);
}
