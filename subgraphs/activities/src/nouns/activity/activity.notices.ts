import type { MadeChange } from "@alliance-hub/platform/change/change-rules";
import {
  activityCancelled,
  activityHandedOver,
  factsOfActivity,
  partakersOf,
  participantDeclined,
  participantLeft,
} from "@alliance-hub/platform/notices/concerned/of-activities";
import { corrected } from "@alliance-hub/platform/notices/corrected-fields";
import {
  type CorrectedField,
  at,
  committee,
  number,
  range,
  text,
  unit,
} from "@alliance-hub/platform/notices/facts";
import { ACTIVITY_NOTICES } from "@alliance-hub/platform/notices/kinds/activity";
import type { Notice } from "@alliance-hub/platform/notices/notice-kind";
import type { Activity } from "./activity.entity.ts";

const { tell } = ACTIVITY_NOTICES;

/** Whom a change of an activity concerns: its host, the units that take part, and its committee. */
export function noticesOfActivity(
  activity: Readonly<Activity>,
  { action, details }: Pick<MadeChange, "action"> & Partial<Pick<MadeChange, "details">>,
): readonly Notice[] {
  const { id, committeeId, hostId } = activity;
  const facts = factsOfActivity(activity);
  switch (action) {
    case "scheduleActivity": {
      const scheduled = { ...facts, host: unit(hostId), committee: committee(committeeId) };
      const answerBy = details?.["isHostAsked"] === true ? at(activity.startsAt) : null;
      const to = [{ organizationId: hostId }, { committeeId }];
      return tell("SCHEDULED", id, to, { ...scheduled, answerBy });
    }
    case "cancelActivity":
      return activityCancelled(activity, text(activity.cancelReason));
    default:
      return [];
  }
}

/**
 * Whom it concerns that an activity took place: all but those that were invited and never answered.
 *
 * @param invited those of the latter.
 */
export function noticesOfHolding(
  activity: Readonly<Activity>,
  invited: readonly string[],
): readonly Notice[] {
  const { id, hostId } = activity;
  const participantIds = activity.participantIds.filter(
    (unitId) => unitId === hostId || !invited.includes(unitId),
  );
  const to = partakersOf({ ...activity, participantIds });
  return tell("HELD", id, to, factsOfActivity(activity));
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
export function noticesOfCorrection(
  activity: Readonly<Activity>,
  fields: readonly CorrectedField[],
): readonly Notice[] {
  const facts = { ...factsOfActivity(activity), changes: corrected(fields) };
  return tell("CORRECTED", activity.id, partakersOf(activity), facts);
}

/** Whom it concerns that an activity that was over is to take place: the same. */
export function noticesOfReopening(
  activity: Readonly<Activity>,
  { reason, fields }: { readonly reason: string; readonly fields: readonly CorrectedField[] },
): readonly Notice[] {
  const facts = { ...factsOfActivity(activity), changes: corrected(fields), reason: text(reason) };
  return tell("REOPENED", activity.id, partakersOf(activity), facts);
}

/** Whom a change of a unit's part in an activity concerns: the host, and the unit; the committee if a unit agrees to host. */
export function noticesOfParticipation(
  activity: Readonly<Activity>,
  action: "invite" | "join" | "decline" | "leave" | "recordAttendance",
  of: {
    readonly organizationId: string;
    readonly attendance?: number;
    /** What the unit had recorded before. Default: nothing. */
    readonly previously?: number | null;
    readonly reason?: string | null;
  },
): readonly Notice[] {
  const { organizationId, attendance = 0, previously = null, reason = null } = of;
  const { id, hostId } = activity;
  const facts = { ...factsOfActivity(activity), organization: unit(organizationId) };
  const both = [{ organizationId: hostId }, { organizationId }];
  // Whoever runs the committee asked it to host, and waits for the answer.
  const asked = organizationId === hostId ? [{ committeeId: activity.committeeId }] : [];
  if (action === "join") return tell("PARTICIPANT_JOINED", id, [...both, ...asked], facts);
  if (action === "leave") return participantLeft({ ...activity, organizationId }, null);
  if (action === "decline")
    return participantDeclined({ ...activity, organizationId }, text(reason));
  if (action === "invite") {
    const invited = { ...facts, host: unit(hostId) };
    return tell("PARTICIPANT_INVITED", id, { organizationId }, invited);
  }
  const isCorrected = previously !== null && previously !== attendance;
  const counted = {
    ...facts,
    attendance: number(attendance),
    previously: isCorrected ? number(previously) : null,
  };
  return tell("ATTENDANCE_RECORDED", id, { organizationId: hostId }, counted);
}

/** Whom it concerns that a unit declined to host: all are told who hosts now; the new host and the committee, why. */
export function noticesOfDeclinedHosting(
  activity: Readonly<Activity>,
  { organizationId, reason }: { organizationId: string; reason: string | null },
): readonly Notice[] {
  const { committeeId } = activity;
  const declined = participantDeclined({ ...activity, organizationId }, text(reason));
  const first = declined.slice(0, 1).map((notice) => ({ ...notice, to: { committeeId } }));
  return [...declined, ...first, ...noticesOfNewHost(activity, organizationId)];
}

/** Whom it concerns that another unit hosts an activity: all who take part, and the unit that did. */
export function noticesOfNewHost(
  activity: Readonly<Activity>,
  previousId: string,
): readonly Notice[] {
  return activityHandedOver({ ...activity, previousId }, null);
}

/**
 * Whom a change of a meeting's agenda concerns: all who take part.
 *
 * @param item the item that was corrected. Default: items came, went or changed places.
 */
export function noticesOfAgenda(
  activity: Readonly<Activity>,
  item?: { readonly title: string; readonly fields: readonly CorrectedField[] },
): readonly Notice[] {
  return tell("AGENDA_CHANGED", activity.id, partakersOf(activity), {
    ...factsOfActivity(activity),
    item: text(item?.title),
    changes: corrected(item?.fields ?? []),
  });
}
