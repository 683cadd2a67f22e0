import type { DemonstrationPlace } from "./alliance.ts";
import type { DemonstrationOrganization } from "./organizations.ts";
import { numbered } from "./spread.ts";

/** The liaison of a member unit. */
export interface DemonstrationLiaison {
  readonly name: string;
  readonly subject: string;
  readonly label: string;
  readonly unit: DemonstrationOrganization;
}

/** Liaisons that come first: units of the first community's committee alone. */
const OF_ONE_COMMITTEE = 3;

/**
 * A liaison for each member unit of a place. First three units of the first community's committee,
 * then one of another committee, each a member of that one only: what the three may read together
 * and the fourth may not can be tried with them.
 */
export function demonstrationLiaisons(place: DemonstrationPlace): DemonstrationLiaison[] {
  const { memberships, committees } = place;
  const units = [...new Set(memberships.map(({ unit }) => unit))];
  const committeesOf = (unit: DemonstrationOrganization) =>
    memberships.filter((membership) => membership.unit === unit).map(({ committee }) => committee);
  const first = committees.find(({ level }) => level === "COMMUNITY");
  const other =
    committees.find((committee) => committee !== first && committee !== committees[0]) ??
    committees[0];
  const onlyOf = (committee: typeof first) =>
    units.filter((unit) => committeesOf(unit).length === 1 && committeesOf(unit)[0] === committee);
  const leading = [...onlyOf(first).slice(0, OF_ONE_COMMITTEE), ...onlyOf(other).slice(0, 1)];
  return [...leading, ...units.filter((unit) => !leading.includes(unit))].map((unit, at) => {
    const name = `${place.name}-liaison-${at + 1}`;
    return { name, subject: `demo:${name}`, label: `联络员 ${numbered(at + 1, 3)}`, unit };
  });
}
