import { illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { noteCorrection } from "../../mechanisms/corrections/correction.ts";
import { requireStillCorrectable } from "../../mechanisms/correction-time/correction-time.ts";
import { clearAttendance } from "../../mechanisms/participant-list/list.ts";
import { wasMoved } from "../../mechanisms/reschedulings/rescheduling.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import { bookVenueAnew } from "../../mechanisms/venue-booking/venue-booking.ts";
import { ACTIVITY_STEPS, type Activity, isOver } from "../activity/activity.entity.ts";
import type { ActivityContext, ActivityRow } from "../activity/activity.loaders.ts";
import { noticesOfReopening } from "../activity/activity.notices.ts";
import { changes } from "../activity/activity.service.ts";
import type { ReopenActivityInput } from "./activity-reopening.input.ts";

/**
 * Undoes that an activity was marked as held or cancelled by mistake. It has the state from before; whoever took part
 * still does. A cancelled one books its venue again; if somebody else has it by now, its host has to find another one. What was
 * recorded of its attendance no longer counts.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION` if it is not over or
 * was too long ago.
 */
export async function reopenActivity(
  context: ActivityContext,
  input: ReopenActivityInput,
): Promise<ActivityRow> {
  const given = () => REASON.check("reason", input.reason);
  const step = { action: "reopenActivity", may: "reopen", given, input } as const;
  return await changes.change(context, step, async (activity, work, checkedReason) => {
    requireOver(activity, work.now);
    const reason = checkedReason();
    const isCancelled = activity.state === "CANCELLED";
    const state = (await wasMoved(work.rows, activity.id)) ? "RESCHEDULED" : "SCHEDULED";
    Object.assign(activity, { state, heldAt: null, cancelReason: null, attendance: 0 });
    const fields = correctedFields(work, "Activity", activity);
    await clearAttendance(work.rows, activity.id);
    // The provider has been told that it was given back: the hub asks anew.
    if (isCancelled) await bookVenueAnew(context, work, activity);
    appendUpdate(context, work, { activity, type: "REOPENED", reason });
    noteCorrection(context, work, { activityId: activity.id, fields, reason });
    await leaveNotices(context, work, noticesOfReopening(activity, { reason, fields }));
    return { reason };
  });
}

/** @throws HubError `ILLEGAL_TRANSITION`. */
function requireOver(activity: Readonly<Activity>, now: Date): void {
  const { id, title, state, heldAt, endsAt } = activity;
  // When it was cancelled is not kept; it was before its end.
  if (isOver(activity))
    return requireStillCorrectable({ title, state, closedAt: heldAt ?? endsAt }, now);
  const wanted = { zh: "恢复", en: "reopened" };
  throw illegalTransition({ noun: "Activity", id, state, wanted, allowed: ACTIVITY_STEPS[state] });
}
