import { LEVEL_POSITION } from "@alliance-hub/sharing/place";
import { type DemonstrationCommittee, partyOrganizationId } from "./committees.ts";
import { chanceOf } from "./chance.ts";
import { demonstrationId } from "./ids.ts";
import {
  type PublishedPlace,
  publishedFigure,
  publishedNote,
  publishedParts,
} from "./published-figures.ts";
import type { DemonstrationRegion, DemonstrationRegions } from "./regions.ts";
import { evenly, numbered, spread } from "./spread.ts";
import { siteName, venueCapacity, venueText } from "./venue-texts.ts";

export type DemonstrationVenueKind =
  | "STREET_CENTRE"
  | "COMMUNITY_CENTRE"
  | "PARTY_CENTRE"
  | "ESTATE_STATION"
  | "SCENIC_AREA_STATION"
  | "RED_STATION"
  | "MICRO_STATION"
  | "SERVICE_POINT";

type DemonstrationFunctionArea =
  | "GOVERNMENT_SERVICES"
  | "PARTY_ACTIVITIES"
  | "GENERAL_GOVERNANCE"
  | "DELIBERATION"
  | "CULTURE_AND_CARE";

/** A venue that a place's source counts, as its record has it. */
export interface DemonstrationVenue {
  readonly id: string;
  readonly title: string;
  readonly venueKind: DemonstrationVenueKind;
  readonly region: DemonstrationRegion;
  readonly providerId: string;
  /** Null for a venue of an estate: no committee has its ground there. */
  readonly committeeId: string | null;
  readonly functionAreas: readonly DemonstrationFunctionArea[];
  readonly description: string;
  readonly capacity: number;
  readonly unit: string;
}

/** What the parts of the published figures are in our words, and where they lie. */
const PARTS: Readonly<
  Record<
    string,
    {
      venueKind: DemonstrationVenueKind;
      word: string;
      level: "streets" | "communities" | "estates";
    }
  >
> = {
  streetCentre: { venueKind: "STREET_CENTRE", word: "党群服务中心", level: "streets" },
  communityCentre: { venueKind: "COMMUNITY_CENTRE", word: "党群服务中心", level: "communities" },
  partyCentres: { venueKind: "PARTY_CENTRE", word: "党群服务中心", level: "communities" },
  estateStation: { venueKind: "ESTATE_STATION", word: "党群服务站", level: "estates" },
  scenicAreaStation: {
    venueKind: "SCENIC_AREA_STATION",
    word: "景区党群服务站",
    level: "communities",
  },
  redStations: { venueKind: "RED_STATION", word: "红色驿站", level: "communities" },
  microStations: { venueKind: "MICRO_STATION", word: "微阵地", level: "communities" },
  servicePoints: { venueKind: "SERVICE_POINT", word: "便民服务站点", level: "communities" },
};

const FUNCTION_AREAS: Readonly<Record<string, DemonstrationFunctionArea>> = {
  政务服务: "GOVERNMENT_SERVICES",
  党群活动: "PARTY_ACTIVITIES",
  综合治理: "GENERAL_GOVERNANCE",
  协商议事: "DELIBERATION",
  文体康养: "CULTURE_AND_CARE",
};

/** The venues of a place, by the parts of the published figure. */
export function demonstrationVenues(
  place: PublishedPlace,
  regions: DemonstrationRegions,
  committees: readonly DemonstrationCommittee[],
): DemonstrationVenue[] {
  const functionAreas = (place.functionAreas ?? ["党群活动", "政务服务", "协商议事"]).flatMap(
    (name) => FUNCTION_AREAS[name] ?? [],
  );
  const names = [...(place.names?.venues ?? [])];
  const sites = Object.entries(partsOf(place)).flatMap(([name, count]) => {
    const part = PARTS[name];
    if (!part) throw new Error(`${place.report}: venues of the part ${name} have no kind`);
    return sitesOf(place, regions[part.level], count).map((site) => ({ ...part, ...site }));
  });
  return sites.map(({ venueKind, word, level, region, nth }, at) => ({
    id: demonstrationId("resource", place.report, at),
    title:
      (level === "estates" ? names.shift() : undefined) ??
      `${region.name}${siteName(venueKind, nth ?? at) ?? (nth === undefined ? "" : `第${numbered(nth + 1)}`)}${word}`,
    venueKind,
    region,
    // Who looks after a station of an estate is the community's party organisation.
    providerId: partyOrganizationId({ code: communityOf(region) ?? region.code }),
    committeeId: committees.find((committee) => committee.region.code === region.code)?.id ?? null,
    functionAreas,
    description: venueText(venueKind, chanceOf("venue", place.report, at)),
    ...venueCapacity(venueKind, chanceOf("venue capacity", place.report, at)),
  }));
}

/** Code of the community of an estate; undefined for other places. */
function communityOf({ level, path }: DemonstrationRegion): string | null | undefined {
  return level === "ESTATE" ? path[LEVEL_POSITION.COMMUNITY - 1] : undefined;
}

/** Where the source has no parts, its venues are party centres; where it has no venues, each level has one. */
function partsOf(place: PublishedPlace): Readonly<Record<string, number>> {
  const parts = publishedParts(place, "venues");
  if (Object.keys(parts).length > 0) return parts;
  const centres = publishedFigure(place, "venues");
  return centres === undefined
    ? { streetCentre: 1, communityCentre: 1 }
    : { partyCentres: centres };
}

/** So many sites: each in another region as far as there are regions, counted from 0 where one has several. */
function sitesOf(place: PublishedPlace, regions: readonly DemonstrationRegion[], count: number) {
  const covered = regions.filter(({ name }) => !publishedNote(place, "communities").includes(name));
  if (count <= covered.length)
    return evenly(covered, count).map((region) => ({ region, nth: undefined }));
  const shares = spread(count, covered.length);
  return covered.flatMap((region, at) =>
    Array.from({ length: shares[at] ?? 0 }, (_, index) => ({
      region,
      nth: index,
    })),
  );
}
