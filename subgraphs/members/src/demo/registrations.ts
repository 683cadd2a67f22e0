import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { hoursAfter, periodInstant } from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationOrganization } from "@alliance-hub/demonstration/organizations";
import { liaisonsAmongPeople } from "@alliance-hub/demonstration/people";
import { publishedFigure } from "@alliance-hub/demonstration/published-figures";
import type { DemonstrationRegion } from "@alliance-hub/demonstration/regions";
import { evenly, variedShares } from "@alliance-hub/demonstration/spread";
import type { MembersTables } from "../database.ts";

/** Number of members who serve, for each unit, if the source counts only the members. */
const USUAL_HEADCOUNT = 17;
/** Number of units that register, if the source counts neither. */
const USUAL_UNITS = 12;

/** Registrations of a place: the accepted ones that the source counts, and one that waits for its answer. */
export function registrationRows(place: DemonstrationPlace): MembersTables["registration"][] {
  const { published, regions, units } = place;
  // The units of people who can sign in are not registered, so that these people can try it.
  const left = new Set(liaisonsAmongPeople(place).map(({ unit }) => unit));
  const local = units.filter((unit) => unit.region.level === "COMMUNITY" && !left.has(unit));
  const counted = publishedFigure(published, "registeredMembers");
  const usual = counted === undefined ? USUAL_UNITS : Math.ceil(counted / USUAL_HEADCOUNT);
  const registering = evenly(
    local,
    Math.min(local.length, publishedFigure(published, "registeredUnits") ?? usual),
  );
  const headcounts = variedShares(
    counted ?? registering.length * USUAL_HEADCOUNT,
    registering.length,
  );
  const responsible = new Set(
    evenly(registering, publishedFigure(published, "responsibleUnits") ?? 0),
  );
  const accepted = registering.map((unit, at) => {
    const submittedAt = periodInstant(at, registering.length);
    const acceptedAt = hoursAfter(submittedAt, 6);
    return {
      ...submitted(unit, unit.region, at),
      state: "ACCEPTED" as const,
      headcount: headcounts[at] ?? 1,
      responsible: responsible.has(unit),
      submittedAt,
      acceptedAt,
      ...entered(acceptedAt),
    };
  });
  const waiting = units.find((unit) => !registering.includes(unit) && !left.has(unit));
  const community = regions.communities[0];
  return waiting && community
    ? [...accepted, submitted(waiting, community, accepted.length)]
    : accepted;
}

function submitted(
  unit: DemonstrationOrganization,
  community: DemonstrationRegion,
  at: number,
): MembersTables["registration"] {
  return {
    id: demonstrationId("registration", community.code, unit.id, at),
    organizationId: unit.id,
    communityCode: community.code,
    state: "SUBMITTED",
    headcount: USUAL_HEADCOUNT,
    headcounts: null,
    responsible: false,
    submittedAt: periodInstant(0, 1),
    acceptedAt: null,
    returnedAt: null,
    returnReason: null,
    endedAt: null,
    endReason: null,
    ...entered(),
    ...placeColumns(community),
  };
}
