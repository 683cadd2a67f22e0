import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  concernedBySeat,
  factsOfSeat,
  seatEnded,
} from "@alliance-hub/platform/notices/concerned/of-members";
import { day } from "@alliance-hub/platform/notices/facts";
import { SEAT_NOTICES } from "@alliance-hub/platform/notices/kinds/seat";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Seat } from "./seat.entity.ts";

/** Whom a change of a seat concerns: the person in it, and the unit that sent them. */
export function noticesOfSeat(
  seat: Readonly<Seat>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  if (action === "appointSeat")
    return SEAT_NOTICES.tell("APPOINTED", seat.id, concernedBySeat(seat), {
      ...factsOfSeat(seat),
      since: day(seat.since),
    });
  if (action === "updateSeat")
    return SEAT_NOTICES.tell("CORRECTED", seat.id, concernedBySeat(seat), {
      ...factsOfSeat(seat),
      since: day(seat.since),
    });
  if (action === "endSeat") return seatEnded(seat, null);
  return [];
}
