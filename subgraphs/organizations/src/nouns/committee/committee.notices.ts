import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { committee, unit } from "@alliance-hub/platform/notices/facts";
import { COMMITTEE_NOTICES } from "@alliance-hub/platform/notices/kinds/committee";
import type { Addressee, Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Committee } from "./committee.entity.ts";

/** Whom a change of a committee concerns: itself, the committee above, and the organisation it stands on. */
export function noticesOfCommittee(
  { id, organizationId, parentId }: Readonly<Committee>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const above: Addressee[] = parentId === null ? [] : [{ committeeId: parentId }];
  const facts = { committee: committee(id), organization: unit(organizationId) };
  return action === "establishCommittee"
    ? COMMITTEE_NOTICES.tell("ESTABLISHED", id, [{ organizationId }, ...above], facts)
    : COMMITTEE_NOTICES.tell("CHANGED", id, [{ committeeId: id }, ...above], facts);
}
