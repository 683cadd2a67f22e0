import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import { committee, day, record, text, unit } from "@alliance-hub/platform/notices/facts";
import { ISSUE_NOTICES } from "@alliance-hub/platform/notices/kinds/issue";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Issue } from "./issue.entity.ts";

/** Whom a change of an issue concerns: the unit that owns it, and its committee. */
export function noticesOfIssue(
  { id, ownerId, committeeId, deadline, outcome }: Readonly<Issue>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const to = [{ organizationId: ownerId }, { committeeId }];
  const issue = record("Issue", id);
  if (action === "raiseIssue")
    return ISSUE_NOTICES.tell("RAISED", id, to, {
      issue,
      owner: unit(ownerId),
      committee: committee(committeeId),
      deadline: day(deadline),
    });
  if (action === "resolveIssue")
    return ISSUE_NOTICES.tell("RESOLVED", id, to, { issue, outcome: text(outcome) });
  return [];
}
