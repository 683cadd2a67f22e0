import { type DemonstrationCommittee, demonstrationCommittees } from "./committees.ts";
import { type DemonstrationOrganization, partyOrganizations, unitsOf } from "./organizations.ts";
import type { PublishedPlace } from "./published-figures.ts";
import { type DemonstrationRegion, allRegions, demonstrationRegions } from "./regions.ts";
import { numbered } from "./spread.ts";

/** An imaginary place for measuring: no code of GB/T 2260 begins with 99. */
const PLACE: PublishedPlace = {
  regions: [{ code: "990001", name: "测量区", level: "DISTRICT" }],
  report: "990001",
  figures: { streetCommittees: 10, communityCommittees: 50 },
};
/** Units that each step adds to each of the fifty communities. */
const UNITS_PER_COMMUNITY = 4;

/** What each step adds, besides 200 organisations. */
export const SYNTHETIC_STEP = { resources: 10_000, needs: 1_000, activities: 1_000 } as const;

/** The synthetic district, with its committees and their party organisations; the same at any scale. */
export interface SyntheticPlace {
  readonly regions: readonly DemonstrationRegion[];
  readonly committees: readonly DemonstrationCommittee[];
  readonly partyOrganizations: readonly DemonstrationOrganization[];
}

/** A synthetic unit and the community's committee that it is a member of. */
export interface SyntheticUnit {
  readonly unit: DemonstrationOrganization;
  readonly committee: DemonstrationCommittee;
}

/** The synthetic district. */
export function syntheticPlace(): SyntheticPlace {
  const regions = demonstrationRegions(PLACE);
  return {
    regions: allRegions(regions),
    committees: demonstrationCommittees(PLACE, regions),
    partyOrganizations: partyOrganizations(PLACE, regions),
  };
}

/** The units of one step, counted from 1. */
export function syntheticUnits(step: number): SyntheticUnit[] {
  const { committees, regions } = syntheticPlace();
  const [root] = regions;
  if (!root) throw new Error("The synthetic district has no region");
  const communities = committees.filter(({ level }) => level === "COMMUNITY");
  return communities.flatMap((committee, at) => {
    const numbers = {
      count: UNITS_PER_COMMUNITY,
      first: (step - 1) * UNITS_PER_COMMUNITY,
      from: ((step - 1) * communities.length + at) * UNITS_PER_COMMUNITY,
    };
    const named = (_kind: string, _at: number, number: number): string =>
      `${committee.region.name}测量单位${numbered(number)}`;
    return unitsOf(committee.region, root, { ...numbers, named }).map((unit) => ({
      unit,
      committee,
    }));
  });
}
