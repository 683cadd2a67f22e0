import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  concernedByIssue,
  issueHandedOver,
  issueResolved,
} from "@alliance-hub/platform/notices/concerned/of-activities";
import { corrected } from "@alliance-hub/platform/notices/corrected-fields";
import {
  type CorrectedField,
  committee,
  day,
  record,
  text,
  unit,
} from "@alliance-hub/platform/notices/facts";
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

/**
 * Whom it concerns that an issue was corrected: the same; with another owner, the previous one, too. What is resolved awaits
 * nobody: it is not handed over, and has no deadline.
 */
export function noticesOfIssueCorrection(
  issue: Readonly<Issue>,
  { previousId, fields }: { previousId: string; fields: readonly CorrectedField[] },
): readonly Notice[] {
  const { id, ownerId, resolvedAt } = issue;
  const isOther = ownerId !== previousId;
  if (isOther && resolvedAt === null) {
    const others = fields.filter(({ field }) => field !== "ownerId");
    return issueHandedOver({ ...issue, previousId }, null, corrected(others));
  }
  const to = [...(isOther ? [{ organizationId: previousId }] : []), ...concernedByIssue(issue)];
  return ISSUE_NOTICES.tell("CORRECTED", id, to, {
    issue: record("Issue", id),
    changes: corrected(fields),
  });
}

/** Whom it concerns that an issue is open again: the same. */
export function noticesOfIssueReopening(issue: Readonly<Issue>, reason: string): readonly Notice[] {
  const { id, ownerId, deadline } = issue;
  return ISSUE_NOTICES.tell("REOPENED", id, concernedByIssue(issue), {
    issue: record("Issue", id),
    owner: unit(ownerId),
    deadline: day(deadline),
    reason: text(reason),
  });
}
