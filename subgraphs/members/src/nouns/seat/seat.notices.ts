import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { committee, day, text, unit, value } from "@alliance-hub/platform/notices/facts";
import { SEAT_NOTICES } from "@alliance-hub/platform/notices/kinds/seat";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Seat } from "./seat.entity.ts";

/** Whom a change of a seat concerns: the person in it, and the unit that sent them. */
export function noticesOfSeat(
  seat: Readonly<Seat>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { id, committeeId, organizationId, subject, role, holderName } = seat;
  if (committeeId === null) return [];
  const to: Addressee[] = [{ organizationId }, ...(subject === null ? [] : [{ subject }])];
  const facts = {
    committee: committee(committeeId),
    organization: unit(organizationId),
    role: value("SeatRole", role),
    holder: text(holderName),
  };
  if (action === "appointSeat")
    return SEAT_NOTICES.tell("APPOINTED", id, to, { ...facts, since: day(seat.since) });
  if (action === "endSeat")
    return SEAT_NOTICES.tell("ENDED", id, to, { ...facts, until: day(seat.until) });
  return [];
}
