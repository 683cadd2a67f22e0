import { creditCodeCheckCharacter } from "@alliance-hub/platform/text/credit-code";
import { partyOrganizationId } from "./committees.ts";
import { demonstrationId } from "./ids.ts";
import { type PublishedPlace, publishedFigure } from "./published-figures.ts";
import type { DemonstrationRegion, DemonstrationRegions } from "./regions.ts";
import { evenly, numbered } from "./spread.ts";

/** Kinds of organisation that the demonstration has. */
export type DemonstrationKind =
  | "PARTY_ORGANIZATION"
  | "OWNERS_COMMITTEE"
  | "PROPERTY_COMPANY"
  | (typeof UNIT_KINDS)[number]["kind"];

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
    ...streets.map((street) => organization(street, "党工委")),
    ...communities.map((community) => organization(community, "党委")),
    ...evenly(estates, publishedFigure(place, "estatePartyOrganizations") ?? 0).map((estate) =>
      organization(estate, "党支部"),
    ),
    ...evenly(grids, publishedFigure(place, "gridPartyGroups") ?? 0).map((grid) =>
      organization(grid, "党小组"),
    ),
  ];
}

/** Owners' committees, each of one estate, and the property companies, which share the estates they serve. */
export function estateOrganizations(
  place: PublishedPlace,
  { root, estates }: DemonstrationRegions,
): DemonstrationOrganization[] {
  const owners = evenly(estates, publishedFigure(place, "estatesWithOwnersCommittee") ?? 0).map(
    (estate) =>
      plain({
        id: demonstrationId("organization", "owners", estate.code),
        name: `${estate.name}业主委员会`,
        kind: "OWNERS_COMMITTEE",
        region: estate,
        serves: [estate.code],
      }),
  );
  const names = place.names?.propertyCompanies ?? [];
  const served = evenly(estates, publishedFigure(place, "estatesWithPropertyCompany") ?? 0);
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

/** Kinds of units, what each is called as a placeholder, and how its credit code begins (GB 32100-2015, 4.1 and 4.2). */
const UNIT_KINDS = [
  { kind: "PUBLIC_INSTITUTION", word: "驻区事业单位", category: "12" },
  { kind: "STATE_OWNED_COMPANY", word: "驻区国企", category: "91" },
  { kind: "SCHOOL", word: "驻区学校", category: "12" },
  { kind: "PRIVATE_COMPANY", word: "驻区民企", category: "91" },
  { kind: "HOSPITAL", word: "驻区医院", category: "12" },
  { kind: "GOVERNMENT", word: "驻区机关", category: "11" },
  { kind: "SOCIAL_ORGANIZATION", word: "驻区社会组织", category: "51" },
] as const;

/** So many units on the ground of a region, numbered. */
export function unitsOf(
  region: DemonstrationRegion,
  root: DemonstrationRegion,
  of: {
    readonly count: number;
    /** Units that the place has already. */
    readonly from: number;
    /** Units that the region has already. Default none. */
    readonly first?: number;
  },
): DemonstrationOrganization[] {
  return Array.from({ length: of.count }, (_, at) => {
    const number = (of.first ?? 0) + at + 1;
    // Kinds begin at another one in each region, so that small committees differ.
    const unit = UNIT_KINDS[(at + of.from) % UNIT_KINDS.length] ?? UNIT_KINDS[0];
    return plain({
      id: demonstrationId("organization", "unit", region.code, number),
      name: `${region.name}${unit.word}${numbered(number)}`,
      kind: unit.kind,
      region,
      creditCode: creditCode(unit.category, root, of.from + at + 1),
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
