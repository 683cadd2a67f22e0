import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  activityCancelled,
  factsOfActivity,
  partakersOf,
  participantLeft,
} from "@alliance-hub/platform/notices/concerned/of-activities";
import { committee, number, range, text, unit } from "@alliance-hub/platform/notices/facts";
import { ACTIVITY_NOTICES } from "@alliance-hub/platform/notices/kinds/activity";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Activity } from "./activity.entity.ts";

const { tell } = ACTIVITY_NOTICES;

/** Whom a change of an activity concerns: its host, the units that take part, and its committee. */
export function noticesOfActivity(
  activity: Readonly<Activity>,
  { action }: Pick<MadeChange, "action">,
): readonly Notice[] {
  const { id, committeeId, hostId } = activity;
  const facts = factsOfActivity(activity);
  switch (action) {
    case "scheduleActivity":
      return tell("SCHEDULED", id, [{ organizationId: hostId }, { committeeId }], {
        ...facts,
        host: unit(hostId),
        committee: committee(committeeId),
      });
    case "cancelActivity":
      return activityCancelled(activity, text(activity.cancelReason));
    case "holdActivity":
      return tell("HELD", id, partakersOf(activity), facts);
    default:
      return [];
  }
}

/** Whom it concerns that an activity was moved: the same. */
export function noticesOfRescheduling(
  activity: Readonly<Activity>,
  from: { readonly start: Date; readonly end: Date },
  reason: string | null,
): readonly Notice[] {
  const previously = range(from.start, from.end);
  const facts = { ...factsOfActivity(activity), previously, reason: text(reason) };
  return tell("RESCHEDULED", activity.id, partakersOf(activity), facts);
}

/** Whom it concerns that what was entered of an activity was corrected: the same. */
export function noticesOfCorrection(activity: Readonly<Activity>): readonly Notice[] {
  return tell("CORRECTED", activity.id, partakersOf(activity), factsOfActivity(activity));
}

/** Whom it concerns that an activity that was over is to take place: the same. */
export function noticesOfReopening(
  activity: Readonly<Activity>,
  reason: string,
): readonly Notice[] {
  const facts = { ...factsOfActivity(activity), reason: text(reason) };
  return tell("REOPENED", activity.id, partakersOf(activity), facts);
}

/** Whom a change of a unit's part in an activity concerns: the host, and the unit. */
export function noticesOfParticipation(
  activity: Readonly<Activity>,
  action: "join" | "leave" | "recordAttendance",
  { organizationId, attendance = 0 }: { organizationId: string; attendance?: number },
): readonly Notice[] {
  const { id, hostId } = activity;
  const facts = { ...factsOfActivity(activity), organization: unit(organizationId) };
  const both = [{ organizationId: hostId }, { organizationId }];
  if (action === "join") return tell("PARTICIPANT_JOINED", id, both, facts);
  if (action === "leave") return participantLeft({ ...activity, organizationId }, null);
  const counted = { ...facts, attendance: number(attendance) };
  return tell("ATTENDANCE_RECORDED", id, { organizationId: hostId }, counted);
}

/** Whom a change of a meeting's agenda concerns: all who take part. */
export function noticesOfAgenda(activity: Readonly<Activity>): readonly Notice[] {
  return tell("AGENDA_CHANGED", activity.id, partakersOf(activity), factsOfActivity(activity));
}
