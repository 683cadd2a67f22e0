import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { unitSeatEnded } from "@alliance-hub/platform/notices/concerned/of-members";
import { corrected, correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { day, text, unit } from "@alliance-hub/platform/notices/facts";
import { UNIT_SEAT_NOTICES } from "@alliance-hub/platform/notices/kinds/unit-seat";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { UnitSeat } from "./unit-seat.entity.ts";

/** Whom a change of a seat in a body concerns: the body, and the organisation that sent the person. */
export function noticesOfUnitSeat(
  seat: Readonly<UnitSeat>,
  { action }: Pick<MadeChange, "action">,
  work: Parameters<typeof correctedFields>[0],
): readonly Notice[] {
  const { id, bodyId, organizationId, holderName, since, endReason } = seat;
  if (action === "endUnitSeat") return unitSeatEnded(seat, text(endReason));
  const both = [{ organizationId: bodyId }, { organizationId }];
  const facts = {
    body: unit(bodyId),
    organization: unit(organizationId),
    holder: text(holderName),
  };
  if (action === "updateUnitSeat") {
    const fields = correctedFields(work, "UnitSeat", seat);
    // A call that changes nothing is told to nobody.
    const to = fields.length === 0 ? [] : both;
    return UNIT_SEAT_NOTICES.tell("CORRECTED", id, to, { ...facts, changes: corrected(fields) });
  }
  return UNIT_SEAT_NOTICES.tell("APPOINTED", id, both, { ...facts, since: day(since) });
}
