import { creditCodeCheckCharacter } from "@alliance-hub/platform/text/credit-code";
import { partyOrganizationId } from "./committees.ts";
import { demonstrationId } from "./ids.ts";
import { type PublishedPlace, publishedFigure } from "./published-figures.ts";
import type { DemonstrationRegion, DemonstrationRegions } from "./regions.ts";
import { cycled, evenly, numbered } from "./spread.ts";
import { UNIT_KINDS, type UnitKind, unitName } from "./unit-names.ts";

/** Kinds of organisation that the demonstration has. */
export type DemonstrationKind =
  | "PARTY_ORGANIZATION"
  | "OWNERS_COMMITTEE"
  | "PROPERTY_COMPANY"
  | UnitKind;

/** An organisation as its record has it. */
export interface DemonstrationOrganization {
  readonly id: string;
  readonly name: string;
  readonly kind: DemonstrationKind;
  readonly region: DemonstrationRegion;
  readonly creditCode: string | null;
  readonly brand: string | null;
  readonly parentId: string | null;
  /** Codes of the estates it serves. */
  readonly serves: readonly string[];
}

/** A party organisation, an owners' committee: what has no credit code. */
function plain(
  of: Pick<DemonstrationOrganization, "id" | "name" | "kind" | "region"> &
    Partial<DemonstrationOrganization>,
): DemonstrationOrganization {
  return { creditCode: null, brand: null, parentId: null, serves: [], ...of };
}

/**
 * Party organisations of a place: of the district, each street and community, and of as many
 * estates and grids as the source counts. Each stands below the one of the region above it.
 */
export function partyOrganizations(
  place: PublishedPlace,
  regions: DemonstrationRegions,
): DemonstrationOrganization[] {
  const { root, streets, communities, grids, estates } = regions;
  const organization = (region: DemonstrationRegion, word: string): DemonstrationOrganization =>
    plain({
      id: partyOrganizationId(region),
      name: `${region.name}${word}`,
      kind: "PARTY_ORGANIZATION",
      region,
      brand: place.names?.brands?.[region.name] ?? null,
      parentId:
        region.parentCode === null
          ? null
          : demonstrationId("organization", "party", region.parentCode),
    });
  return [
    ...(streets.includes(root) ? [] : [organization(root, "党组织")]),
    // A town has a committee of its own; a street has one that the district sends.
    ...streets.map((street) =>
      organization(street, street.name.endsWith("镇") ? "党委" : "党工委"),
    ),
    ...communities.map((community) => organization(community, "党委")),
    ...evenly(estates, publishedFigure(place, "estatePartyOrganizations") ?? 0).map((estate) =>
      organization(estate, "党支部"),
    ),
    ...evenly(grids, publishedFigure(place, "gridPartyGroups") ?? 0).map((grid) =>
      organization(grid, "党小组"),
    ),
  ];
}

/**
 * Owners' committees, each of one estate, and the property companies, which share the estates they serve: some of
 * those with an owners' committee, 120 of 165; in the other 45 the owners look after the estate themselves.
 */
export function estateOrganizations(
  place: PublishedPlace,
  { root, estates }: DemonstrationRegions,
): DemonstrationOrganization[] {
  const owned = evenly(estates, publishedFigure(place, "estatesWithOwnersCommittee") ?? 0);
  const owners = owned.map((estate) =>
    plain({
      id: demonstrationId("organization", "owners", estate.code),
      name: `${estate.name}业主委员会`,
      kind: "OWNERS_COMMITTEE",
      region: estate,
      serves: [estate.code],
    }),
  );
  const names = place.names?.propertyCompanies ?? [];
  const served = evenly(owned, publishedFigure(place, "estatesWithPropertyCompany") ?? 0);
  const companies = names.map((name, at) =>
    plain({
      id: demonstrationId("organization", "property", root.code, at + 1),
      name,
      kind: "PROPERTY_COMPANY",
      region: root,
      creditCode: creditCode("91", root, 900_001 + at),
      serves: served.filter((_, index) => index % names.length === at).map(({ code }) => code),
    }),
  );
  return [...owners, ...companies];
}

/** So many units on the ground of a region. Kinds begin at another one in each region, so that small committees differ. */
export function unitsOf(
  region: DemonstrationRegion,
  root: DemonstrationRegion,
  of: {
    readonly count: number;
    /** Units that the place has already. */
    readonly from: number;
    /** Units that the region has already. Default none. */
    readonly first?: number;
    /** What the nth unit of a kind in the place is called, counted from 0; `number` is that in the region. */
    readonly named?: (kind: UnitKind, at: number, number: number) => string;
  },
): DemonstrationOrganization[] {
  const { named = unitName } = of;
  return Array.from({ length: of.count }, (_, at) => {
    const number = (of.first ?? 0) + at + 1;
    const ordinal = of.from + at;
    const { kind, category } = cycled(UNIT_KINDS, ordinal);
    return plain({
      id: demonstrationId("organization", "unit", region.code, number),
      name: named(kind, Math.floor(ordinal / UNIT_KINDS.length), number),
      kind,
      region,
      creditCode: creditCode(category, root, ordinal + 1),
    });
  });
}

/**
 * A credit code with a valid check character, that nobody takes for a real one: the organisation
 * code within begins with DEM. A place whose code is not one of six digits has zeros.
 */
function creditCode(category: string, root: DemonstrationRegion, number: number): string {
  const division = /^\d{6}/.exec(root.code)?.[0] ?? "000000";
  const first17 = `${category}${division}DEM${numbered(number, 6)}`;
  return first17 + creditCodeCheckCharacter(first17);
}
