import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  concernedBySeat,
  factsOfSeat,
  seatEnded,
} from "@alliance-hub/platform/notices/concerned/of-members";
import { corrected, correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { day } from "@alliance-hub/platform/notices/facts";
import { SEAT_NOTICES } from "@alliance-hub/platform/notices/kinds/seat";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Seat } from "./seat.entity.ts";

/** Whom a change of a seat concerns: the person in it, and the unit that sent them. */
export function noticesOfSeat(
  seat: Readonly<Seat>,
  { action }: Pick<MadeChange, "action">,
  work: Parameters<typeof correctedFields>[0],
): readonly Notice[] {
  if (action === "appointSeat")
    return SEAT_NOTICES.tell("APPOINTED", seat.id, concernedBySeat(seat), {
      ...factsOfSeat(seat),
      since: day(seat.since),
    });
  if (action === "updateSeat") {
    const fields = correctedFields(work, "Seat", seat);
    // A call that changes nothing is told to nobody.
    const to = fields.length === 0 ? [] : concernedBySeat(seat);
    return SEAT_NOTICES.tell("CORRECTED", seat.id, to, {
      ...factsOfSeat(seat),
      since: day(seat.since),
      changes: corrected(fields),
    });
  }
  if (action === "endSeat") return seatEnded(seat, null);
  return [];
}
