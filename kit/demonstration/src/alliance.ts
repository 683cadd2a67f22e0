import {
  type DemonstrationCommittee,
  demonstrationCommittees,
  districtCommittee,
} from "./committees.ts";
import { type DemonstrationMembership, demonstrationMemberships } from "./memberships.ts";
import {
  type DemonstrationOrganization,
  estateOrganizations,
  partyOrganizations,
} from "./organizations.ts";
import { type PublishedPlace, publishedPlaces } from "./published-figures.ts";
import { type DemonstrationRegions, demonstrationRegions } from "./regions.ts";
import {
  type DemonstrationSeat,
  type DemonstrationTerm,
  demonstrationSeats,
  demonstrationTerms,
} from "./seats.ts";
import { type DemonstrationTeam, demonstrationTeams } from "./teams.ts";
import { type DemonstrationVenue, demonstrationVenues } from "./venues.ts";

/** What more than one subgraph needs of a place of the demonstration alliance; each adds its own records. */
export interface DemonstrationPlace {
  readonly published: PublishedPlace;
  /** Short code that names of people and partners begin with, such as `445202` or `X41`. */
  readonly name: string;
  readonly regions: DemonstrationRegions;
  /** The upper ones first; the first of all is the one that everything of the whole place belongs to. */
  readonly committees: readonly DemonstrationCommittee[];
  /** The one above them all, which nobody but the district's clerk works with. */
  readonly district: DemonstrationCommittee;
  /** All organisations, each after the one above it. */
  readonly organizations: readonly DemonstrationOrganization[];
  /** The party organisation of the topmost region. */
  readonly top: DemonstrationOrganization;
  /** Those of the organisations that are units on a committee's ground (驻区单位). */
  readonly units: readonly DemonstrationOrganization[];
  readonly memberships: readonly DemonstrationMembership[];
  readonly terms: readonly DemonstrationTerm[];
  readonly seats: readonly DemonstrationSeat[];
  readonly teams: readonly DemonstrationTeam[];
  readonly venues: readonly DemonstrationVenue[];
}

/**
 * The skeleton of the demonstration alliance: five places whose records add up to what their sources
 * have published. Computed, and the same on every machine.
 */
export function demonstrationAlliance(): DemonstrationPlace[] {
  return publishedPlaces.map(placeOf);
}

function placeOf(published: PublishedPlace): DemonstrationPlace {
  const regions = demonstrationRegions(published);
  const district = districtCommittee(published, regions);
  const committees = demonstrationCommittees(published, regions, district);
  const { units, memberships } = demonstrationMemberships(published, regions, committees);
  const party = partyOrganizations(published, regions);
  const [top] = party;
  if (!top) throw new Error(`${published.report} has no party organisation`);
  const terms = demonstrationTerms(committees, district);
  return {
    published,
    name: regions.root.code.split("-")[0] ?? regions.root.code,
    regions,
    committees,
    district,
    organizations: [...party, ...estateOrganizations(published, regions), ...units],
    top,
    units,
    memberships,
    terms,
    seats: demonstrationSeats(published, terms, memberships),
    teams: demonstrationTeams(published, { committees, units, top }),
    venues: demonstrationVenues(published, regions, committees),
  };
}
