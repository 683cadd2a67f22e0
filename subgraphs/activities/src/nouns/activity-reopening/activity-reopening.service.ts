import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import {
  type HubError,
  badInput,
  illegalTransition,
} from "@alliance-hub/platform/errors/hub-error";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { correctedFields } from "@alliance-hub/platform/notices/corrected-fields";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { noteCorrection } from "../../mechanisms/corrections/correction.ts";
import { requireStillCorrectable } from "../../mechanisms/correction-time/correction-time.ts";
import { handHostingOn } from "../../mechanisms/hosting-handover/hand-hosting-on.ts";
import { clearAttendance, endPart, partsIn } from "../../mechanisms/participant-list/list.ts";
import { wasMoved } from "../../mechanisms/reschedulings/rescheduling.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import { bookVenueAnew } from "../../mechanisms/venue-booking/venue-booking.ts";
import { ACTIVITY_STEPS, type Activity, isOver } from "../activity/activity.entity.ts";
import type { ActivityContext, ActivityRow, ActivityTables } from "../activity/activity.loaders.ts";
import { noticesOfNewHost, noticesOfReopening } from "../activity/activity.notices.ts";
import { changeParticipation, changes } from "../activity/activity.service.ts";
import type { ReopenActivityInput } from "./activity-reopening.input.ts";

/**
 * Undoes that an activity was marked as held or cancelled by mistake. It has the state from before; whoever took part
 * still does. A cancelled one books its venue again; if somebody else has it by now, its host has to find another one. What was
 * recorded of its attendance no longer counts. If its host has ended or left the committee, the organisation that the
 * committee stands on hosts it.
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
    const previousId = await replaceHost(context, work, activity);
    // The provider has been told that it was given back: the hub asks anew.
    if (isCancelled) await bookVenueAnew(context, work, activity);
    appendUpdate(context, work, { activity, type: "REOPENED", reason });
    noteCorrection(context, work, { activityId: activity.id, fields, reason });
    await leaveNotices(context, work, [
      ...noticesOfReopening(activity, { reason, fields }),
      ...(previousId === null ? [] : noticesOfNewHost(activity, previousId)),
    ]);
    return { reason };
  });
}

/**
 * Hands an activity over whose host has ended or is no unit of the committee any more, as when that happens to one that is
 * ahead: the organisation that the committee stands on hosts it.
 *
 * @returns who hosted it; null if that unit still does.
 * @throws HubError `BAD_USER_INPUT` if nobody can.
 */
async function replaceHost(
  context: ActivityContext,
  work: Work<ActivityTables>,
  activity: Activity,
): Promise<string | null> {
  const { directory } = context;
  const { id, hostId: previousId } = activity;
  const committee = await requireCommittee(directory, activity.committeeId);
  const isActive = async (unitId: string): Promise<boolean> =>
    (await directory.organization(unitId))?.state === "ACTIVE";
  const units = await unitsAmong(work.rows, committee, [previousId]);
  if (units.length > 0 && (await isActive(previousId))) return null;
  const hostId = committee.organizationId;
  if (hostId === previousId || !(await isActive(hostId))) throw nobodyHosts(activity);
  const part = (await partsIn(work, id, [previousId])).get(previousId);
  await handHostingOn(context, work, { activity, hostId });
  const participantIds = activity.participantIds.filter((unitId) => unitId !== previousId);
  changeParticipation(activity, { participantIds }, work.now);
  if (part?.state !== "JOINED" && part?.state !== "INVITED") return previousId;
  const state = part.state === "JOINED" ? "LEFT" : "DECLINED";
  endPart(work, part, { state, reason: null });
  const type = `PARTICIPANT_${state}` as const;
  appendUpdate(context, work, { activity, type, organizationId: previousId, hostId: previousId });
  return previousId;
}

function nobodyHosts({ title }: Readonly<Activity>): HubError {
  return badInput("id", {
    zh: `“${title}”的主办单位已终止，委员会也没有别的单位可以主办，不能恢复。如仍要举办，请另行安排一项活动。`,
    en: `The host of "${title}" has ended, and the committee has no other organisation that could host it, so it cannot be reopened. To hold it all the same, schedule another one with scheduleActivity.`,
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
