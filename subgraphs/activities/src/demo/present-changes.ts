import type { PresentChange } from "@alliance-hub/demonstration/present-notices";
import type { ActivitiesTables } from "../database.ts";
import {
  noticesOfActivity,
  noticesOfHolding,
  noticesOfParticipation,
  noticesOfRescheduling,
} from "../nouns/activity/activity.notices.ts";
import { noticesOfIssue } from "../nouns/issue/issue.notices.ts";
import type { PresentActivity } from "./present-activities.ts";

/** What was done with an activity of the present: it was planned, perhaps moved, and then held or cancelled. */
export function changesOfActivity({
  activity,
  invitations,
  moved,
}: PresentActivity): PresentChange[] {
  const { state, hostId, createdAt, updatedAt } = activity;
  const by = { unit: hostId };
  const first = moved
    ? { ...activity, startsAt: moved.fromStartsAt, endsAt: moved.fromEndsAt }
    : activity;
  const planned = noticesOfActivity(first, { action: "scheduleActivity" });
  const changes: PresentChange[] = [{ at: createdAt, by, notices: planned }];
  const invited = invitations.flatMap(({ organizationId }) =>
    noticesOfParticipation(first, "invite", { organizationId }),
  );
  changes.push({ at: createdAt, by, notices: invited });
  for (const { organizationId, endedAt, reason } of invitations) {
    if (endedAt === null) continue;
    const notices = noticesOfParticipation(activity, "decline", { organizationId, reason });
    changes.push({ at: endedAt, by: { unit: organizationId }, notices });
  }
  if (moved) {
    const from = { start: moved.fromStartsAt, end: moved.fromEndsAt };
    changes.push({
      at: moved.at,
      by,
      notices: noticesOfRescheduling(activity, from, moved.reason),
    });
  }
  if (state === "HELD")
    changes.push({ at: updatedAt, by, notices: noticesOfHolding(activity, []) });
  if (state === "CANCELLED") {
    const notices = noticesOfActivity(activity, { action: "cancelActivity" });
    changes.push({ at: updatedAt, by, notices });
  }
  return changes;
}

/** What was done with an issue of the present: its committee raised it, and its owner resolved it. */
export function changesOfIssue(issue: ActivitiesTables["issue"]): PresentChange[] {
  const { raisedAt, resolvedAt, committeeId, ownerId } = issue;
  const raised = noticesOfIssue(issue, { action: "raiseIssue" });
  const changes: PresentChange[] = [
    { at: raisedAt, by: { committee: committeeId }, notices: raised },
  ];
  if (resolvedAt !== null) {
    const notices = noticesOfIssue(issue, { action: "resolveIssue" });
    changes.push({ at: resolvedAt, by: { unit: ownerId }, notices });
  }
  return changes;
}
