import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  concernedByIssue,
  issueResolved,
} from "@alliance-hub/platform/notices/concerned/of-activities";
import { committee, day, record, text, unit } from "@alliance-hub/platform/notices/facts";
import { ISSUE_NOTICES } from "@alliance-hub/platform/notices/kinds/issue";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Issue } from "./issue.entity.ts";

/** Whom a change of an issue concerns: the unit that owns it, and its committee. */
export function noticesOfIssue(
  issue: Readonly<Issue>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { id, ownerId, committeeId, deadline, outcome } = issue;
  if (action === "raiseIssue")
    return ISSUE_NOTICES.tell("RAISED", id, concernedByIssue(issue), {
      issue: record("Issue", id),
      owner: unit(ownerId),
      committee: committee(committeeId),
      deadline: day(deadline),
    });
  if (action === "resolveIssue") return issueResolved(issue, text(outcome));
  return [];
}
