import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { committee, day, text, unit } from "@alliance-hub/platform/notices/facts";
import { MEMBERSHIP_NOTICES } from "@alliance-hub/platform/notices/kinds/membership";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Membership } from "./membership.entity.ts";

/** Whom a change of a membership concerns: the unit and the committee. */
export function noticesOfMembership(
  {
    id,
    organizationId,
    committeeId,
    joinedOn,
    leftOn,
    leaveReason,
    leavesOn,
    leavingReason,
  }: Readonly<Membership>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { tell } = MEMBERSHIP_NOTICES;
  const both = [{ organizationId }, { committeeId }];
  const facts = { organization: unit(organizationId), committee: committee(committeeId) };
  if (action === "joinCommittee")
    return tell("JOINED", id, both, { ...facts, joinedOn: day(joinedOn) });
  if (action === "callOffLeaving") return tell("LEAVING_CALLED_OFF", id, both, facts);
  if (leftOn === null)
    return tell("LEAVING", id, both, {
      ...facts,
      leavesOn: day(leavesOn),
      reason: text(leavingReason),
    });
  return tell("LEFT", id, both, { ...facts, leftOn: day(leftOn), reason: text(leaveReason) });
}
