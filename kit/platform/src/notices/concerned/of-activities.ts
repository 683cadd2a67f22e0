import { type Fact, committee, day, range, record, unit } from "../facts.ts";
import { ACTIVITY_NOTICES } from "../kinds/activity.ts";
import { ISSUE_NOTICES } from "../kinds/issue.ts";
import type { Addressee, Notice } from "../notice-kind.ts";
import type { HandedOver } from "./handed-over.ts";

/** What is told of an activity. */
export interface ActivityAbout {
  readonly id: string;
  readonly committeeId: string;
  readonly hostId: string;
  readonly participantIds: readonly string[];
  /** An instant; RFC 3339 where SQL gives it. */
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
}

/** What the words of all of an activity's notices are made of. */
export const factsOfActivity = ({ id, startsAt, endsAt }: ActivityAbout) => ({
  activity: record("Activity", id),
  during: range(new Date(startsAt), new Date(endsAt)),
});

/** All who take part in an activity or are invited, and its committee. */
export const partakersOf = ({ participantIds, committeeId }: ActivityAbout): Addressee[] => [
  ...participantIds.map((organizationId) => ({ organizationId })),
  { committeeId },
];

/** Whom an activity that is cancelled concerns: all who take part, and the committee. */
export function activityCancelled(activity: ActivityAbout, reason: Fact | null): readonly Notice[] {
  const facts = { ...factsOfActivity(activity), reason };
  return ACTIVITY_NOTICES.tell("CANCELLED", activity.id, partakersOf(activity), facts);
}

/** Whom another host of an activity concerns: the same, and the previous host. */
export function activityHandedOver(
  activity: ActivityAbout & HandedOver,
  reason: Fact | null,
): readonly Notice[] {
  const { id, hostId, previousId } = activity;
  const to = [{ organizationId: previousId }, ...partakersOf(activity)];
  return ACTIVITY_NOTICES.tell("HANDED_OVER", id, to, {
    ...factsOfActivity(activity),
    host: unit(hostId),
    previous: unit(previousId),
    reason,
  });
}

/** Whom it concerns that a unit takes part no longer: the host, and the unit. */
export function participantLeft(
  activity: ActivityAbout & { readonly organizationId: string },
  reason: Fact | null,
): readonly Notice[] {
  const { id, hostId, organizationId } = activity;
  const facts = { ...factsOfActivity(activity), organization: unit(organizationId), reason };
  const both = [{ organizationId: hostId }, { organizationId }];
  return ACTIVITY_NOTICES.tell("PARTICIPANT_LEFT", id, both, facts);
}

/** Whom it concerns that a unit declined its invitation: the host, and the unit. */
export function participantDeclined(
  activity: ActivityAbout & { readonly organizationId: string },
  reason: Fact | null,
): readonly Notice[] {
  const { id, hostId, organizationId } = activity;
  const facts = { ...factsOfActivity(activity), organization: unit(organizationId), reason };
  const both = [{ organizationId: hostId }, { organizationId }];
  return ACTIVITY_NOTICES.tell("PARTICIPANT_DECLINED", id, both, facts);
}

/** What is told of an issue. */
export interface IssueAbout {
  readonly id: string;
  readonly committeeId: string;
  readonly ownerId: string;
  /** The last day (`YYYY-MM-DD`). */
  readonly deadline: string | null;
}

/** Whom an issue concerns: its owner and the committee. */
export const concernedByIssue = ({ ownerId, committeeId }: IssueAbout): Addressee[] => [
  { organizationId: ownerId },
  { committeeId },
];

/**
 * Whom another owner of an issue concerns: it, the previous one and the committee.
 *
 * @param changes what else was corrected with it.
 */
export function issueHandedOver(
  issue: IssueAbout & HandedOver,
  reason: Fact | null,
  changes: Fact | null = null,
): readonly Notice[] {
  const { id, ownerId, previousId, committeeId, deadline } = issue;
  const to = [{ organizationId: previousId }, ...concernedByIssue(issue)];
  return ISSUE_NOTICES.tell("HANDED_OVER", id, to, {
    issue: record("Issue", id),
    owner: unit(ownerId),
    previous: unit(previousId),
    committee: committee(committeeId),
    deadline: day(deadline),
    changes,
    reason,
  });
}

/** Whom an issue that is resolved concerns. */
export function issueResolved(issue: IssueAbout, outcome: Fact | null): readonly Notice[] {
  const { id } = issue;
  const facts = { issue: record("Issue", id), outcome };
  return ISSUE_NOTICES.tell("RESOLVED", id, concernedByIssue(issue), facts);
}
