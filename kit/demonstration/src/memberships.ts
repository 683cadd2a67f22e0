import type { DemonstrationCommittee } from "./committees.ts";
import { periodDay } from "./days.ts";
import { demonstrationId } from "./ids.ts";
import { type DemonstrationOrganization, unitsOf } from "./organizations.ts";
import { type PublishedPlace, publishedFigure } from "./published-figures.ts";
import type { DemonstrationRegions } from "./regions.ts";
import { spread } from "./spread.ts";

/** A unit's membership of a committee as its record has it. */
export interface DemonstrationMembership {
  readonly id: string;
  readonly committee: DemonstrationCommittee;
  readonly unit: DemonstrationOrganization;
  /** Day, `YYYY-MM-DD`. */
  readonly joinedOn: string;
}

/** A committee with the units on its own ground; the first `members` of them are member units. */
interface Ground {
  readonly committee: DemonstrationCommittee;
  readonly units: readonly DemonstrationOrganization[];
  readonly members: number;
}

/** Units of each community, beyond those that are to register, so that some have not done so. */
const UNREGISTERED = 2;

/** The units of a place, and which of them are members of which committee. */
export function demonstrationMemberships(
  place: PublishedPlace,
  regions: DemonstrationRegions,
  committees: readonly DemonstrationCommittee[],
): { units: DemonstrationOrganization[]; memberships: DemonstrationMembership[] } {
  const grounds = groundsOf(place, regions, committees);
  const pairs = grounds.flatMap(({ committee, units, members }) => {
    const own = units.slice(0, members).map((unit) => ({ committee, unit }));
    // A unit may have several memberships: one of the first community is in the upper committee too.
    const lower = grounds.find((ground) => ground.committee.parentId === committee.id)?.units[0];
    return lower ? [...own, { committee, unit: lower }] : own;
  });
  return {
    units: grounds.flatMap(({ units }) => units),
    memberships: pairs.map(({ committee, unit }, at) => ({
      id: demonstrationId("membership", committee.id, unit.id, at),
      committee,
      unit,
      joinedOn: periodDay(at, pairs.length * 4),
    })),
  };
}

function groundsOf(
  place: PublishedPlace,
  regions: DemonstrationRegions,
  committees: readonly DemonstrationCommittee[],
): Ground[] {
  const reported = committees.filter(({ region }) => region.path.includes(place.report));
  const counted = publishedFigure(place, "memberUnits");
  const memberCounts = counted === undefined ? undefined : spread(counted, reported.length);
  const registered = spread(
    publishedFigure(place, "registeredUnits") ?? 0,
    regions.communities.length,
  );
  let from = 0;
  return committees.map((committee, at) => {
    const members = memberCounts?.[reported.indexOf(committee)] ?? 4 + (at % 3);
    const registering = registered[regions.communities.indexOf(committee.region)] ?? 0;
    const units = unitsOf(committee.region, regions.root, {
      count: Math.max(members, registering + UNREGISTERED),
      from,
    });
    from += units.length;
    return { committee, units, members };
  });
}
