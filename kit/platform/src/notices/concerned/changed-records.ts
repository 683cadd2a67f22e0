import type { Fact } from "../facts.ts";
import type { Notice } from "../notice-kind.ts";
import {
  activityCancelled,
  activityHandedOver,
  issueHandedOver,
  issueResolved,
  participantDeclined,
  participantLeft,
} from "./of-activities.ts";
import {
  applicationWithdrawn,
  liaisonEnded,
  registrationEnded,
  seatEnded,
  unitSeatEnded,
} from "./of-members.ts";
import {
  agreementTerminated,
  bookingCancelled,
  bookingHandedOver,
  needHandedOver,
  needWithdrawn,
  resourceWithdrawn,
  timeTaken,
  waitingHad,
  waitingInVain,
  waitingLapsed,
  waitingOffered,
} from "./of-resources.ts";

/** Whom a change of a record concerns. SQL gives each what it takes. */
type Concerned = (about: never, reason: Fact | null) => readonly Notice[];

/** What published SQL functions name as `told`, which is `Noun.TYPE`. The nouns' own changes tell by the same functions. */
export const CHANGED_RECORDS: Readonly<Record<string, Concerned>> = {
  "Activity.CANCELLED": activityCancelled,
  "Activity.HANDED_OVER": activityHandedOver,
  "Activity.PARTICIPANT_DECLINED": participantDeclined,
  "Activity.PARTICIPANT_LEFT": participantLeft,
  "Agreement.TERMINATED": agreementTerminated,
  "Application.WITHDRAWN": applicationWithdrawn,
  "Booking.CANCELLED": bookingCancelled,
  "Booking.HANDED_OVER": bookingHandedOver,
  "Issue.HANDED_OVER": issueHandedOver,
  "Issue.RESOLVED": issueResolved,
  "Liaison.ENDED": liaisonEnded,
  "Need.HANDED_OVER": needHandedOver,
  "Need.WITHDRAWN": needWithdrawn,
  "Registration.ENDED": registrationEnded,
  "Resource.WITHDRAWN": resourceWithdrawn,
  "Seat.ENDED": seatEnded,
  "UnitSeat.ENDED": unitSeatEnded,
  "WaitingEntry.HAD": waitingHad,
  "WaitingEntry.IN_VAIN": waitingInVain,
  "WaitingEntry.LAPSED": waitingLapsed,
  "WaitingEntry.OFFERED": waitingOffered,
  "WaitingEntry.TAKEN": timeTaken,
};

/** A record that a published SQL function has changed, in whichever subgraph. */
export interface ChangedRecord {
  /** The type of the notice, as `Noun.TYPE`. */
  readonly told: string;
  /** What its words and its addressees are made of. */
  readonly about: object;
}

/**
 * The notices of records that a published SQL function has changed. Whoever calls that function leaves them, in the same
 * transaction.
 *
 * @param reason what brought it about.
 */
export function noticesOfChanged(
  changed: readonly ChangedRecord[],
  reason: Fact | null,
): readonly Notice[] {
  return changed.flatMap(({ told, about }) => {
    const concerned = CHANGED_RECORDS[told];
    if (!concerned) throw new Error(`Nobody says whom ${told} concerns`);
    return concerned(about as never, reason);
  });
}
