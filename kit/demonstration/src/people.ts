import type { ViewerRole } from "@alliance-hub/sharing/viewer";
import { type DemonstrationPlace, demonstrationAlliance } from "./alliance.ts";
import type { DemonstrationCommittee } from "./committees.ts";
import { type DemonstrationLiaison, demonstrationLiaisons } from "./liaisons.ts";
import type { DemonstrationSeat } from "./seats.ts";

/** Somebody who can sign in to the demonstration, with the roles that the records give. */
export interface DemonstrationPerson {
  /** As it is written on the command line: `445202-secretary`. */
  readonly name: string;
  /** `sub` of the access token. */
  readonly subject: string;
  /** What the person is called in the records: a placeholder. */
  readonly label: string;
  /** The unit acted for; null for operators and auditors. */
  readonly organizationId: string | null;
  /** Equal to the roles of the `Viewer` who signs in so; a test holds them to it. */
  readonly roles: readonly ViewerRole[];
}

/** A system that reads for an organisation; its key is made by the gateway. */
export interface DemonstrationPartner {
  readonly name: string;
  readonly organizationId: string;
  readonly scopes: readonly string[];
}

/** Liaisons of a place that are among the people: three of one committee's units and one of another's. */
const LIAISONS_AMONG_PEOPLE = 4;

/** Secretaries of a place among the people: of the upper committee and of two communities. */
const SECRETARIES_AMONG_PEOPLE = 3;

const NOTHING = { committeeId: null, regionCode: null, organizationId: null };

/** The people of all places, each role in each of them. */
export function demonstrationPeople(): readonly DemonstrationPerson[] {
  return demonstrationAlliance().flatMap((place) => [
    ...appointedPeople(place),
    ...seatedPeople(place).map(({ person }) => person),
    ...liaisonsAmongPeople(place).map(liaisonPerson),
  ]);
}

/** Whoever else can sign in: the secretaries of all other committees, too many to be listed. */
export function otherSecretaries(): readonly DemonstrationPerson[] {
  return demonstrationAlliance().flatMap((place) =>
    secretariesOf(place)
      .slice(SECRETARIES_AMONG_PEOPLE)
      .map(({ person }) => person),
  );
}

/** What follows from a place, which never changes, is computed once. */
function remembered<T>(
  compute: (place: DemonstrationPlace) => T,
): (place: DemonstrationPlace) => T {
  const known = new WeakMap<DemonstrationPlace, { readonly of: T }>();
  return (place) => {
    const found = known.get(place) ?? { of: compute(place) };
    known.set(place, found);
    return found.of;
  };
}

/** The liaisons of a place who can sign in. */
export const liaisonsAmongPeople = remembered((place): readonly DemonstrationLiaison[] =>
  demonstrationLiaisons(place).slice(0, LIAISONS_AMONG_PEOPLE),
);

/** Operator and auditor of a place. */
export function appointedPeople({ name, regions }: DemonstrationPlace): DemonstrationPerson[] {
  const appointed = (role: "OPERATOR" | "AUDITOR", word: string): DemonstrationPerson => ({
    name: `${name}-${role.toLowerCase()}`,
    subject: `demo:${name}-${role.toLowerCase()}`,
    label: `${word} 001`,
    organizationId: null,
    roles: [{ ...NOTHING, role, regionCode: regions.root.code }],
  });
  return [appointed("OPERATOR", "管理员"), appointed("AUDITOR", "审计员")];
}

/** Somebody with a seat, and the seat. */
export interface SeatedPerson {
  readonly seat: DemonstrationSeat;
  readonly person: DemonstrationPerson;
}

/**
 * Those with a seat among the people: the secretaries of the upper committee and of two communities, a part-time
 * member, and the district's clerk.
 */
export function seatedPeople(place: DemonstrationPlace): SeatedPerson[] {
  const [first] = place.committees.filter(({ level }) => level === "COMMUNITY");
  const member = place.seats.find(
    ({ term, role, until }) => until === null && term.committee === first && role === "PART_TIME",
  );
  return [
    ...secretariesAmongPeople(place),
    ...(member ? [seated(place, member, "member")] : []),
    ...clerksOf(place),
  ];
}

/** The district's clerk: the secretary of the committee above all others, who so reads what is below. */
function clerksOf(place: DemonstrationPlace): SeatedPerson[] {
  return place.seats
    .filter(({ term, role }) => term.committee === place.district && role === "SECRETARY")
    .map((seat) => seated(place, seat, "clerk"));
}

/** The secretaries of a place who are among the people. */
export const secretariesAmongPeople = remembered((place): readonly SeatedPerson[] =>
  secretariesOf(place).slice(0, SECRETARIES_AMONG_PEOPLE),
);

/** The committees of a place of which somebody among the people is secretary: what is tried is tried here. */
export function triedCommittees(place: DemonstrationPlace): DemonstrationCommittee[] {
  return secretariesAmongPeople(place).map(({ seat }) => seat.term.committee);
}

/**
 * The secretary of each committee of a place, who acts for the party organisation that the committee belongs
 * to: of the upper committee, of the communities, and of any others.
 */
export function secretariesOf(place: DemonstrationPlace): SeatedPerson[] {
  const [upper] = place.committees;
  const communities = place.committees.filter(({ level }) => level === "COMMUNITY");
  const committees = new Set([...(upper ? [upper] : []), ...communities, ...place.committees]);
  return [...committees].flatMap((committee, at) => {
    const seat = place.seats.find(
      ({ term, role, until }) =>
        until === null && term.committee === committee && role === "SECRETARY",
    );
    return seat ? [seated(place, seat, at === 0 ? "secretary" : `secretary-${at + 1}`)] : [];
  });
}

/** One partner system for each place; it belongs to the party organisation on top. */
export function demonstrationPartners(): readonly DemonstrationPartner[] {
  return demonstrationAlliance().map(({ name, top }) => ({
    name: `${name}-partner`,
    organizationId: top.id,
    scopes: ["organizations:read", "members:read", "resources:read", "activities:read"],
  }));
}

function seated(
  place: DemonstrationPlace,
  seat: DemonstrationSeat,
  suffix: string,
): { seat: DemonstrationSeat; person: DemonstrationPerson } {
  const { organizationId, holderName: label } = seat;
  const { id: committeeId, region } = seat.term.committee;
  const role = seat.role === "SECRETARY" ? "SECRETARY" : "MEMBER";
  const name = `${place.name}-${suffix}`;
  const roles = [{ role, committeeId, regionCode: region.code, organizationId } as const];
  return { seat, person: { name, subject: `demo:${name}`, label, organizationId, roles } };
}

/** A liaison as somebody who can sign in. */
export function liaisonPerson({
  name,
  subject,
  label,
  unit,
}: DemonstrationLiaison): DemonstrationPerson {
  const roles = [
    { ...NOTHING, role: "LIAISON", regionCode: unit.region.code, organizationId: unit.id } as const,
  ];
  return { name, subject, label, organizationId: unit.id, roles };
}
