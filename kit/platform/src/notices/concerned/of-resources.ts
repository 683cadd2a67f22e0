import { type Fact, at, number, range, record, text, unit } from "../facts.ts";
import type { TimeRangeInput } from "../../scalars/time-range.ts";
import { AGREEMENT_NOTICES } from "../kinds/agreement.ts";
import { BOOKING_NOTICES } from "../kinds/booking.ts";
import { NEED_NOTICES } from "../kinds/need.ts";
import { RESOURCE_NOTICES } from "../kinds/resource.ts";
import { WAITING_NOTICES } from "../kinds/waiting-entry.ts";
import type { Addressee, Notice } from "../notice-kind.ts";
import type { HandedOver } from "./handed-over.ts";

/** What is told of a booking. */
export interface BookingAbout {
  readonly id: string;
  readonly organizationId: string;
  readonly providerId: string;
  readonly resourceId: string;
  /** An instant; RFC 3339 where SQL gives it. */
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
  readonly purpose: string | null;
}

/** What the words of a booking's notices are made of, but for a reason. */
export const factsOfBooking = (booking: BookingAbout) => ({
  organization: unit(booking.organizationId),
  provider: unit(booking.providerId),
  resource: record("Resource", booking.resourceId),
  during: range(new Date(booking.startsAt), new Date(booking.endsAt)),
  purpose: text(booking.purpose),
});

/** Whom a new booking concerns: the provider. */
export function bookingMade(booking: BookingAbout & { readonly state: string }): readonly Notice[] {
  const { id, state, providerId: organizationId } = booking;
  const type = state === "REQUESTED" ? "REQUESTED" : "BOOKED";
  return BOOKING_NOTICES.tell(type, id, { organizationId }, factsOfBooking(booking));
}

/** What a booking had before it was changed, as the details of a change and SQL have it; times as in RFC 3339. */
export interface TimeBefore {
  readonly start: string;
  readonly end: string;
  /** Not there where it is the same. */
  readonly quantity?: number;
}

/** What the words of a changed booking say of the change: another time, another quantity. */
export function factsOfMove(
  booking: BookingAbout & { readonly quantity?: number },
  before: TimeBefore,
) {
  const [start, end] = [new Date(before.start), new Date(before.end)];
  const { startsAt, endsAt, quantity } = booking;
  const isMoved =
    start.getTime() !== new Date(startsAt).getTime() ||
    end.getTime() !== new Date(endsAt).getTime();
  const isOther = before.quantity !== undefined && quantity !== before.quantity;
  return {
    ...factsOfBooking(booking),
    before: isMoved ? range(start, end) : null,
    quantity: isOther && quantity !== undefined ? number(quantity) : null,
  };
}

/** Whom a booking concerns that has another time or quantity: the provider. */
export function bookingMoved(
  booking: BookingAbout & { readonly state: string; readonly quantity?: number },
  before: TimeBefore,
): readonly Notice[] {
  const { id, state, providerId: organizationId } = booking;
  const type = state === "REQUESTED" ? "CHANGE_REQUESTED" : "CHANGED";
  return BOOKING_NOTICES.tell(type, id, { organizationId }, factsOfMove(booking, before));
}

/** A booking that has changed because its activity did: hosts are told of that one. */
interface WithActivity {
  /** Default false. */
  readonly isOfActivity?: boolean;
}

/** Those of units who are told of a booking: of an activity's the provider alone, if it does not host itself. */
const toldOfBooking = (
  { providerId, isOfActivity = false }: BookingAbout & WithActivity,
  units: readonly string[],
): Addressee[] => {
  const provider = units.includes(providerId) ? [] : [providerId];
  const ids = isOfActivity ? provider : [...units, ...provider];
  return ids.map((organizationId) => ({ organizationId }));
};

/** Whom a cancelled booking concerns: both units. */
export function bookingCancelled(
  booking: BookingAbout & WithActivity,
  reason: Fact | null,
): readonly Notice[] {
  const { id, organizationId } = booking;
  const to = toldOfBooking(booking, [organizationId]);
  return BOOKING_NOTICES.tell("CANCELLED", id, to, { ...factsOfBooking(booking), reason });
}

/** Whom it concerns that another unit takes a booking over: it, the previous one and the provider. */
export function bookingHandedOver(
  booking: BookingAbout & HandedOver & WithActivity,
  reason: Fact | null,
): readonly Notice[] {
  const { id, organizationId, previousId } = booking;
  const to = toldOfBooking(booking, [organizationId, previousId]);
  const facts = { ...factsOfBooking(booking), previous: unit(previousId), reason };
  return BOOKING_NOTICES.tell("HANDED_OVER", id, to, facts);
}

/** What is told of a waiting entry. */
export interface WaitingAbout {
  readonly id: string;
  readonly organizationId: string;
  readonly resourceId: string;
  /** An instant; RFC 3339 where SQL gives it. */
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
  readonly state: string;
  readonly offeredUntil: Date | string | null;
}

/** What the words of an entry's notices are made of. */
const factsOfWaiting = ({
  resourceId,
  startsAt,
  endsAt,
}: Omit<WaitingAbout, "state" | "offeredUntil">) => ({
  resource: record("Resource", resourceId),
  during: range(new Date(startsAt), new Date(endsAt)),
});

/** Whom an offer concerns: the unit that waits. */
export function waitingOffered(entry: WaitingAbout): readonly Notice[] {
  const { id, organizationId, offeredUntil } = entry;
  if (offeredUntil === null) return [];
  const facts = { ...factsOfWaiting(entry), until: at(new Date(offeredUntil)) };
  return WAITING_NOTICES.tell("OFFERED", id, { organizationId }, facts);
}

/** Whom it concerns that an offer was not accepted in time. */
export function waitingLapsed(entry: WaitingAbout): readonly Notice[] {
  const { id, organizationId } = entry;
  return WAITING_NOTICES.tell("LAPSED", id, { organizationId }, factsOfWaiting(entry));
}

/** Whom it concerns that a time cannot be had, also where it was on offer until the resource was withdrawn. */
export function waitingInVain(entry: WaitingAbout): readonly Notice[] {
  const { id, organizationId } = entry;
  return WAITING_NOTICES.tell("IN_VAIN", id, { organizationId }, factsOfWaiting(entry));
}

/** Whom it concerns that a unit has got the time in another way: the unit itself. */
export function waitingHad(entry: WaitingAbout): readonly Notice[] {
  const { id, organizationId } = entry;
  return WAITING_NOTICES.tell("HAD", id, { organizationId }, factsOfWaiting(entry));
}

/** What the unit that waits is told once the list has moved on. */
export function waitingMoved(entry: WaitingAbout, now: Date): readonly Notice[] {
  const { state, offeredUntil } = entry;
  if (state === "OFFERED") return waitingOffered(entry);
  if (state === "WITHDRAWN") return waitingHad(entry);
  if (state !== "LAPSED") return [];
  const isTooLate = offeredUntil !== null && new Date(offeredUntil) <= now;
  return isTooLate ? waitingLapsed(entry) : waitingInVain(entry);
}

/** What a unit is told to whom a time was offered that the provider blocks. */
export function offerBlocked(
  entry: Pick<WaitingAbout, "id" | "organizationId" | "resourceId" | "startsAt" | "endsAt">,
  { during, reason }: { readonly during: TimeRangeInput; readonly reason: string },
): readonly Notice[] {
  const { id, resourceId, organizationId, startsAt, endsAt } = entry;
  const facts = {
    resource: record("Resource", resourceId),
    blocked: range(during.start, during.end),
    during: range(new Date(startsAt), new Date(endsAt)),
    reason: text(reason),
  };
  return WAITING_NOTICES.tell("BLOCKED", id, { organizationId }, facts);
}

/** What a unit that waits on is told when the time is confirmed for another one. */
export function timeTaken(
  entry: Pick<WaitingAbout, "id" | "organizationId" | "resourceId" | "startsAt" | "endsAt">,
): readonly Notice[] {
  const { id, organizationId } = entry;
  return WAITING_NOTICES.tell("TAKEN", id, { organizationId }, factsOfWaiting(entry));
}

/** Whom a resource that is withdrawn concerns: the committee on whose list it is. */
export function resourceWithdrawn(
  {
    id,
    providerId,
    committeeId,
  }: { readonly id: string; readonly providerId: string; readonly committeeId: string | null },
  reason: Fact | null,
): readonly Notice[] {
  const facts = { organization: unit(providerId), resource: record("Resource", id), reason };
  return RESOURCE_NOTICES.tell("WITHDRAWN", id, listOf(committeeId), facts);
}

/** What is told of a need. */
export interface NeedAbout {
  readonly id: string;
  readonly organizationId: string;
  readonly committeeId: string | null;
}

/** Whom a need that is withdrawn concerns: the committee on whose list it is. */
export function needWithdrawn(
  { id, organizationId, committeeId }: NeedAbout,
  reason: Fact | null,
): readonly Notice[] {
  const facts = { organization: unit(organizationId), need: record("Need", id), reason };
  return NEED_NOTICES.tell("WITHDRAWN", id, listOf(committeeId), facts);
}

/** Whom it concerns that another unit takes a need over: both units and the committee. */
export function needHandedOver(
  { id, organizationId, previousId, committeeId }: NeedAbout & HandedOver,
  reason: Fact | null,
): readonly Notice[] {
  const to = [{ organizationId: previousId }, { organizationId }, ...listOf(committeeId)];
  return NEED_NOTICES.tell("HANDED_OVER", id, to, {
    organization: unit(organizationId),
    previous: unit(previousId),
    need: record("Need", id),
    reason,
  });
}

/** Whom an agreement that is terminated concerns: its parties and the committee under which it is made. */
export function agreementTerminated(
  {
    id,
    partyIds,
    committeeId,
  }: { readonly id: string; readonly partyIds: readonly string[]; readonly committeeId: string },
  reason: Fact | null,
): readonly Notice[] {
  const parties = partyIds.map((organizationId) => ({ organizationId }));
  const facts = { agreement: record("Agreement", id), reason };
  return AGREEMENT_NOTICES.tell("TERMINATED", id, [...parties, { committeeId }], facts);
}

const listOf = (committeeId: string | null): Addressee[] =>
  committeeId === null ? [] : [{ committeeId }];
