import { type Fact, committee, day, region, text, unit, value } from "../facts.ts";
import { APPLICATION_NOTICES } from "../kinds/application.ts";
import { LIAISON_NOTICES } from "../kinds/liaison.ts";
import { REGISTRATION_NOTICES } from "../kinds/registration.ts";
import { SEAT_NOTICES } from "../kinds/seat.ts";
import { UNIT_SEAT_NOTICES } from "../kinds/unit-seat.ts";
import type { Addressee, Notice } from "../notice-kind.ts";

/** What is told of a seat. */
export interface SeatAbout {
  readonly id: string;
  readonly committeeId: string;
  readonly organizationId: string;
  /** Null for a person without a sign-in. */
  readonly subject: string | null;
  readonly role: string;
  readonly holderName: string;
  /** The last day (`YYYY-MM-DD`). */
  readonly until: string | null;
}

/** Whom a seat concerns: the person in it, and the unit that sent them. */
export const concernedBySeat = ({ organizationId, subject }: SeatAbout): Addressee[] => [
  { organizationId },
  ...(subject === null ? [] : [{ subject }]),
];

/** What the words of all of a seat's notices are made of. */
export const factsOfSeat = ({ committeeId, organizationId, role, holderName }: SeatAbout) => ({
  committee: committee(committeeId),
  organization: unit(organizationId),
  role: value("SeatRole", role),
  holder: text(holderName),
});

/** Whom a seat that ends concerns. */
export function seatEnded(seat: SeatAbout, reason: Fact | null): readonly Notice[] {
  const facts = { ...factsOfSeat(seat), until: day(seat.until), reason };
  return SEAT_NOTICES.tell("ENDED", seat.id, concernedBySeat(seat), facts);
}

/** Whom it concerns that a person leaves a body: the body, and the organisation that sent them. */
export function unitSeatEnded(
  seat: {
    readonly id: string;
    readonly bodyId: string;
    readonly organizationId: string;
    readonly holderName: string;
    readonly until: string | null;
  },
  reason: Fact | null,
): readonly Notice[] {
  const { id, bodyId, organizationId, holderName, until } = seat;
  const both = [{ organizationId: bodyId }, { organizationId }];
  return UNIT_SEAT_NOTICES.tell("ENDED", id, both, {
    body: unit(bodyId),
    organization: unit(organizationId),
    holder: text(holderName),
    until: day(until),
    reason,
  });
}

/** Whom it concerns that somebody is liaison no longer: them, and the unit. */
export function liaisonEnded(
  liaison: {
    readonly id: string;
    readonly organizationId: string;
    readonly subject: string;
    readonly name: string;
  },
  reason: Fact | null,
): readonly Notice[] {
  const { id, organizationId, subject, name } = liaison;
  const facts = { organization: unit(organizationId), name: text(name), reason };
  return LIAISON_NOTICES.tell("ENDED", id, [{ organizationId }, { subject }], facts);
}

/** Whom a registration that ends concerns: the unit, and the committees of the place. */
export function registrationEnded(
  registration: {
    readonly id: string;
    readonly organizationId: string;
    readonly communityCode: string;
    readonly committeeIds: readonly string[];
  },
  reason: Fact | null,
): readonly Notice[] {
  const { id, organizationId, communityCode, committeeIds } = registration;
  const to = [{ organizationId }, ...committeeIds.map((committeeId) => ({ committeeId }))];
  const facts = { organization: unit(organizationId), place: region(communityCode), reason };
  return REGISTRATION_NOTICES.tell("ENDED", id, to, facts);
}

/** What is told of an application. */
export interface ApplicationAbout {
  readonly id: string;
  readonly organizationId: string;
  readonly committeeId: string;
}

/** Whom an application that is withdrawn concerns: the committee that was to answer. */
export function applicationWithdrawn(
  { id, organizationId, committeeId }: ApplicationAbout,
  reason: Fact | null,
): readonly Notice[] {
  const facts = { organization: unit(organizationId), committee: committee(committeeId), reason };
  return APPLICATION_NOTICES.tell("WITHDRAWN", id, { committeeId }, facts);
}
