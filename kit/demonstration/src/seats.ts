import type { DemonstrationCommittee } from "./committees.ts";
import { CURRENT_TERM, PAST_TERM } from "./days.ts";
import { demonstrationId } from "./ids.ts";
import type { DemonstrationMembership } from "./memberships.ts";
import { type PublishedPlace, publishedFigure } from "./published-figures.ts";
import { cycled, numbered, spread } from "./spread.ts";

/** A committee's term of office as its record has it. */
export interface DemonstrationTerm {
  readonly id: string;
  readonly committee: DemonstrationCommittee;
  readonly number: number;
  readonly state: "CURRENT" | "PAST";
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A seat as its record has it; its holder is a placeholder. */
export interface DemonstrationSeat {
  readonly id: string;
  readonly term: DemonstrationTerm;
  readonly organizationId: string;
  readonly holderName: string;
  readonly role: "SECRETARY" | "DEPUTY_SECRETARY" | "MEMBER" | "PART_TIME";
  readonly since: string;
  /** Last day; null while the seat is held. */
  readonly until: string | null;
}

/** Seats of the party organisation itself, in every committee. */
const OWN_ROLES = ["SECRETARY", "DEPUTY_SECRETARY", "MEMBER", "MEMBER"] as const;
/** Part-time seats of a committee where the source counts none. */
const USUAL_PART_TIME = 2;

/** The current term of each committee of a place, of the first one the term before it, and of the district's. */
export function demonstrationTerms(
  committees: readonly DemonstrationCommittee[],
  district?: DemonstrationCommittee,
): DemonstrationTerm[] {
  const term = (
    committee: DemonstrationCommittee,
    of: Omit<DemonstrationTerm, "id" | "committee">,
  ): DemonstrationTerm => ({
    id: demonstrationId("term", committee.id, of.number),
    committee,
    ...of,
  });
  return [
    ...committees.map((committee) => term(committee, { ...CURRENT_TERM, state: "CURRENT" })),
    ...committees.slice(0, 1).map((committee) => term(committee, { ...PAST_TERM, state: "PAST" })),
    // Last, so that the others keep their numbers.
    ...(district ? [term(district, { ...CURRENT_TERM, state: "CURRENT" })] : []),
  ];
}

/**
 * The seats of a place: four of the party organisation in each term, and part-time ones sent by member units, where
 * the committee has some.
 */
export function demonstrationSeats(
  place: PublishedPlace,
  terms: readonly DemonstrationTerm[],
  memberships: readonly DemonstrationMembership[],
): DemonstrationSeat[] {
  const current = terms.filter(({ state }) => state === "CURRENT");
  const unitsOf = (committee: DemonstrationCommittee) =>
    memberships.filter((membership) => membership.committee === committee);
  const reported = current.filter(
    ({ committee }) =>
      committee.region.path.includes(place.report) && unitsOf(committee).length > 0,
  );
  const counted = publishedFigure(place, "partTimeMembers");
  const shares = counted === undefined ? undefined : spread(counted, reported.length);
  const drafts = terms.flatMap((term) => {
    const { committee } = term;
    const own = OWN_ROLES.map((role) => ({
      term,
      role,
      organizationId: committee.organizationId,
      since: term.startsOn,
    }));
    const units = unitsOf(committee);
    const isSent = term.state === "CURRENT" && units.length > 0;
    const count = isSent ? (shares?.[reported.indexOf(term)] ?? USUAL_PART_TIME) : 0;
    const sent = Array.from({ length: count }, (_, at) => {
      const { unit, joinedOn } = cycled(units, at);
      return { term, role: "PART_TIME" as const, organizationId: unit.id, since: joinedOn };
    });
    return [...own, ...sent];
  });
  return drafts.map((draft, at) => ({
    ...draft,
    id: demonstrationId("seat", place.report, at),
    holderName: `委员 ${numbered(at + 1, 3)}`,
    until: draft.term.state === "PAST" ? draft.term.endsOn : null,
  }));
}
