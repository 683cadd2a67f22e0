import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import type { DemonstrationLiaison } from "@alliance-hub/demonstration/liaisons";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import type { DemonstrationMembership } from "@alliance-hub/demonstration/memberships";
import { appointedPeople, seatedPeople, secretariesOf } from "@alliance-hub/demonstration/people";
import type { DemonstrationSeat, DemonstrationTerm } from "@alliance-hub/demonstration/seats";
import type { DemonstrationTeam } from "@alliance-hub/demonstration/teams";
import { AppointedRole } from "../nouns/appointment/appointment.entity.ts";
import type { MembersTables } from "../database.ts";

/** Sign-ins of those with a seat, by the seat's id. */
export function subjectsOf(place: DemonstrationPlace): ReadonlyMap<string, string> {
  const people = [...secretariesOf(place), ...seatedPeople(place)];
  return new Map(people.map(({ seat, person }) => [seat.id, person.subject]));
}

export function termRow({ committee, ...term }: DemonstrationTerm): MembersTables["term"] {
  return {
    ...term,
    committeeId: committee.id,
    ownEndsOn: null,
    takeoverUntold: false,
    ...entered(),
  };
}

export function membershipRow({
  id,
  committee,
  unit,
  joinedOn,
}: DemonstrationMembership): MembersTables["membership"] {
  return {
    id,
    committeeId: committee.id,
    organizationId: unit.id,
    joinedOn,
    leftOn: null,
    leaveReason: null,
    leavesOn: null,
    leavingReason: null,
    settlements: null,
    ...entered(),
    ...placeColumns(committee.region),
  };
}

export function seatRow(
  { term, ...seat }: DemonstrationSeat,
  subject: string | null,
): MembersTables["seat"] {
  return {
    ...seat,
    committeeId: term.committee.id,
    termId: term.id,
    subject,
    countsToLastDay: false,
    carriedFromId: null,
    takenOut: false,
    endReason: seat.until === null ? null : "任期届满",
    ...entered(),
    ...placeColumns(term.committee.region),
  };
}

export function liaisonRow({
  subject,
  label,
  unit,
}: DemonstrationLiaison): MembersTables["liaison"] {
  return {
    id: demonstrationId("liaison", unit.id),
    organizationId: unit.id,
    subject,
    name: label,
    endedAt: null,
    ...entered(),
    ...placeColumns(unit.region),
  };
}

export function appointmentRows(place: DemonstrationPlace): MembersTables["appointment"][] {
  const { regionCode, regionPath } = placeColumns(place.regions.root);
  return appointedPeople(place).flatMap(({ subject, roles }) =>
    Object.values(AppointedRole)
      .filter((role) => roles.some((held) => held.role === role))
      .map((role) => ({
        id: demonstrationId("appointment", subject),
        subject,
        role,
        endedAt: null,
        ...entered(),
        regionCode,
        regionPath,
      })),
  );
}

export function teamRow({
  organization,
  committee,
  ...team
}: DemonstrationTeam): MembersTables["team"] {
  const region = organization?.region ?? committee?.region;
  if (!region) throw new Error(`Team ${team.id} belongs to nobody`);
  return {
    ...team,
    specialities: [...team.specialities],
    organizationId: organization?.id ?? null,
    committeeId: committee?.id ?? null,
    ...entered(),
    ...placeColumns(region),
  };
}
