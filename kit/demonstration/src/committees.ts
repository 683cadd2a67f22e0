import { demonstrationId } from "./ids.ts";
import { type PublishedPlace, publishedFigure } from "./published-figures.ts";
import type { DemonstrationRegion, DemonstrationRegions } from "./regions.ts";
import { evenly } from "./spread.ts";

/** A joint committee as its record has it. */
export interface DemonstrationCommittee {
  readonly id: string;
  readonly name: string;
  readonly level: "DISTRICT" | "STREET" | "COMMUNITY";
  readonly kind: "JOINT_COMMITTEE" | "JOINT_MEETING" | "LEADING_GROUP";
  readonly region: DemonstrationRegion;
  /** The party organisation that it belongs to. */
  readonly organizationId: string;
  readonly parentId: string | null;
  readonly ancestorIds: readonly string[];
  readonly demonstration: boolean;
  readonly themes: readonly string[];
}

/** Day on which every committee was established, and on which its first term of five years began. */
export const ESTABLISHED_ON = "2017-01-01";

/**
 * The district committee (区级联席会议) of a place, above all others: its secretary is the district's clerk. The
 * source does not count it. Where it speaks of no street, a joint meeting of the district is among the others, and
 * what is above that is the district's leading group (领导小组).
 */
export function districtCommittee(
  place: PublishedPlace,
  { root }: DemonstrationRegions,
): DemonstrationCommittee {
  const isGroup = !hasStreetCommittees(place);
  const word = isGroup ? "党建工作领导小组" : "党建联席会议";
  const kind = isGroup ? "LEADING_GROUP" : "JOINT_MEETING";
  return {
    id: demonstrationId("committee", "DISTRICT", kind, root.code),
    name: `${root.name}${word}`,
    level: "DISTRICT",
    kind,
    region: root,
    organizationId: partyOrganizationId(root),
    parentId: null,
    ancestorIds: [],
    demonstration: false,
    themes: place.themes ?? place.names?.themes ?? [],
  };
}

/**
 * The committees of a place, the upper one first: of each street, or, where the source speaks of no
 * street, of the district; and of each community. All of them are below `top`, if there is one.
 */
export function demonstrationCommittees(
  place: PublishedPlace,
  regions: DemonstrationRegions,
  top?: DemonstrationCommittee,
): DemonstrationCommittee[] {
  const models = new Set(modelCommunities(place, regions).map((region) => region.code));
  const themes = place.themes ?? place.names?.themes ?? [];
  const committee = (
    level: DemonstrationCommittee["level"],
    region: DemonstrationRegion,
    above: DemonstrationCommittee | undefined,
  ): DemonstrationCommittee => ({
    id: demonstrationId("committee", level, region.code),
    name: `${region.name}${{ DISTRICT: "党建联席会议", STREET: "大工委", COMMUNITY: "大党委" }[level]}`,
    level,
    kind: level === "DISTRICT" ? "JOINT_MEETING" : "JOINT_COMMITTEE",
    region,
    organizationId: partyOrganizationId(region),
    parentId: above?.id ?? null,
    ancestorIds: above ? [above.id, ...above.ancestorIds] : [],
    demonstration: models.has(region.code),
    themes,
  });
  const upper = hasStreetCommittees(place)
    ? regions.streets.map((street) => committee("STREET", street, top))
    : [committee("DISTRICT", regions.root, top)];
  const above = (community: DemonstrationRegion): DemonstrationCommittee | undefined =>
    upper.find(({ region }) => community.path.includes(region.code));
  return [
    ...upper,
    ...regions.communities.map((community) => committee("COMMUNITY", community, above(community))),
  ];
}

/** Id of the party organisation of a region: of the district, a street, a community, an estate or a grid. */
export function partyOrganizationId(region: Pick<DemonstrationRegion, "code">): string {
  return demonstrationId("organization", "party", region.code);
}

function hasStreetCommittees(place: PublishedPlace): boolean {
  return (
    publishedFigure(place, "streetCommittees") !== undefined ||
    place.regions.some(({ level }) => level === "STREET")
  );
}

/** Named models where the source names them; else as many as it counts, those first of which it tells most. */
function modelCommunities(
  place: PublishedPlace,
  { communities }: DemonstrationRegions,
): DemonstrationRegion[] {
  const names = place.names?.demonstration;
  if (names) return communities.filter(({ name }) => names.includes(name));
  const named = Object.values(place.names?.communities ?? {}).flat();
  const known = communities.filter(({ name }) => named.includes(name));
  const others = communities.filter((community) => !known.includes(community));
  const count = publishedFigure(place, "demonstrationCommittees") ?? 0;
  return count === 0 ? [] : [...known, ...evenly(others, count - known.length)];
}
