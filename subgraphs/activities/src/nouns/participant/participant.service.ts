import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { type Checked, InputChecks } from "@alliance-hub/platform/errors/faults";
import type { Words } from "@alliance-hub/platform/words/words";
import { type ChangeResult, change, requireVersion } from "@alliance-hub/platform/change/change";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import {
  addParticipant,
  attendanceOfOthers,
  noteAttendance,
  removeParticipant,
} from "../../mechanisms/participant-list/list.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import { requireCorrectable } from "../activity-correction/activity-correction.service.ts";
import { ACTIVITY_STEPS, type Activity } from "../activity/activity.entity.ts";
import type { ActivityContext, ActivityRow, ActivityTables } from "../activity/activity.loaders.ts";
import {
  changeParticipation,
  lockActivity,
  markHeld,
  requireOpen,
} from "../activity/activity.service.ts";
import {
  ATTENDANCE,
  type JoinActivityInput,
  type LeaveActivityInput,
  type RecordAttendanceInput,
} from "./participant.input.ts";
import { type ParticipantAction, can, keepsList } from "./participant.policy.ts";
import { noticesOfActivity, noticesOfParticipation } from "../activity/activity.notices.ts";

/**
 * Maximum number of units of one activity. With the maximum attendance of each, the sum still fits into a
 * GraphQL Int.
 */
export const MAX_PARTICIPANTS = 1000;

/**
 * Lets a unit take part in an activity. Joining again changes nothing. What was held is corrected by whoever keeps
 * the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` once it was cancelled, once it was
 * held for the unit itself, or if it was held too long ago.
 */
export async function joinActivity(
  context: ActivityContext,
  input: JoinActivityInput,
): Promise<ActivityRow> {
  return await participation(context, { action: "join", input }, async (work, activity) => {
    const { organizationId } = input;
    if (activity.participantIds.includes(organizationId)) return;
    requireVersion(activity, input.version);
    requireOpenList(context, activity, work.now);
    if (activity.participantIds.length >= MAX_PARTICIPANTS) {
      throw badInput("id", {
        zh: `“${activity.title}”已有 ${MAX_PARTICIPANTS} 个单位参加，已达上限。请联系主办单位另办一场。`,
        en: `"${activity.title}" has ${MAX_PARTICIPANTS} units, which is the limit. Ask the host for a second activity.`,
      });
    }
    const { id: activityId, startsAt } = activity;
    addParticipant(work, { activityId, organizationId, startsAt });
    const participantIds = [...activity.participantIds, organizationId];
    changeParticipation(activity, { participantIds }, work.now);
    appendUpdate(context, work, { activity, type: "PARTICIPANT_JOINED", organizationId });
    const told = noticesOfParticipation(activity, "join", { organizationId });
    await leaveNotices(context, work, told);
  });
}

/**
 * Lets a unit leave an activity, and subtracts its attendance from the sum. Leaving again changes nothing.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` for the host, `CONFLICT`, `ILLEGAL_TRANSITION` as
 * for joining.
 */
export async function leaveActivity(
  context: ActivityContext,
  input: LeaveActivityInput,
): Promise<ActivityRow> {
  return await participation(context, { action: "leave", input }, async (work, activity) => {
    const { organizationId } = input;
    if (!activity.participantIds.includes(organizationId)) return;
    requireVersion(activity, input.version);
    requireOpenList(context, activity, work.now);
    if (organizationId === activity.hostId) {
      throw badInput("organizationId", {
        zh: `该单位是“${activity.title}”的主办单位，不能退出。如不举办，请取消活动。`,
        en: `"organizationId" ${organizationId} hosts activity ${activity.id} and cannot leave it. Cancel it with cancelActivity.`,
      });
    }
    const part = { activityId: activity.id, organizationId };
    await removeParticipant(work, part);
    const participantIds = activity.participantIds.filter((id) => id !== organizationId);
    const rest = await attendanceOfOthers(work.rows, part);
    changeParticipation(activity, { participantIds, attendance: rest }, work.now);
    appendUpdate(context, work, { activity, type: "PARTICIPANT_LEFT", organizationId });
    const told = noticesOfParticipation(activity, "leave", { organizationId });
    await leaveNotices(context, work, told);
  });
}

/**
 * Records how many people came from a unit. Another report corrects the previous one. If the activity has
 * started, it is marked as held.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` for a unit that takes no part, `CONFLICT`,
 * `ILLEGAL_TRANSITION` for a cancelled one and one that was held too long ago.
 */
export async function recordAttendance(
  context: ActivityContext,
  input: RecordAttendanceInput,
): Promise<ActivityRow> {
  const { organizationId } = input;
  const given = () => ATTENDANCE.check("attendance", input.attendance);
  const action = "recordAttendance";
  return await participation(
    context,
    { action, input, given },
    async (work, activity, reported) => {
      const part = { activityId: activity.id, organizationId };
      requireVersion(activity, input.version);
      if (activity.state === "HELD") requireCorrectable(activity, work.now);
      else requireTransition(ACTIVITY_STEPS, activity, { noun: "Activity", to: "HELD" });
      const attendance = reported();
      const previous = await noteAttendance(work, part, attendance);
      if (previous === undefined) {
        throw badInput("organizationId", {
          zh: `该单位没有参加“${activity.title}”。请先让它参加。`,
          en: `"organizationId" ${organizationId} does not take part in activity ${activity.id}. Let it join with joinActivity first.`,
        });
      }
      const all = (await attendanceOfOthers(work.rows, part)) + attendance;
      changeParticipation(activity, { attendance: all }, work.now);
      if (activity.state !== "HELD" && activity.startsAt <= work.now) {
        markHeld(activity, work.now);
        appendUpdate(context, work, { activity, type: "HELD" });
        const held = noticesOfActivity(activity, { action: "holdActivity" });
        await leaveNotices(context, work, held);
      }
      appendUpdate(context, work, { activity, type: "ATTENDANCE_RECORDED", organizationId });
      const told = noticesOfParticipation(activity, action, { organizationId, attendance });
      await leaveNotices(context, work, told);
      return { attendance, previousAttendance: previous };
    },
  );
}

/** One of the three mutations. */
interface Participation<Given> {
  readonly action: ParticipantAction;
  readonly input: JoinActivityInput | LeaveActivityInput | RecordAttendanceInput;
  /** Checks what of the input can be checked without the activity. Left out: nothing. */
  readonly given?: () => Given;
}

/**
 * What the three mutations have in common: the lock on the activity, the policy, and the audit entry. They do not
 * use `recordChanges`: a repeated call has nothing left to do, whatever version and state are.
 */
async function participation<Given = undefined>(
  context: ActivityContext,
  { action, input, given }: Participation<Given>,
  apply: (
    work: Work<ActivityTables>,
    activity: Readonly<Activity>,
    given: Checked<Given>,
    // What the audit entry says besides the activity's fields that have changed.
  ) => Promise<object | void>,
): Promise<ActivityRow> {
  const checks = new InputChecks();
  const unit = await checks.of(() => requireOrganization(context.directory, input.organizationId));
  const mutation = action === "recordAttendance" ? action : (`${action}Activity` as const);
  // A unit that left may no longer see the activity, and the same key does not change that.
  const reload = async (id: string): Promise<ActivityRow> => {
    const activity = await context.activities.byId.load(id);
    if (!activity) throw notFound("Activity", id);
    return activity;
  };
  return await change(
    context,
    { action: mutation, input, reload },
    async (work): Promise<ChangeResult<Readonly<Activity>>> => {
      const locked = await checks.of(() => lockActivity(context, work, input.id));
      await checks.of(() => requireActing(context, action, { activity: locked(), unit: unit() }));
      // A step without it has nothing given: `Given` is `undefined` then.
      const checkedGiven = await checks.of(() => given?.() as Given);
      const applied = await checks.of(() => unit() && apply(work, locked(), checkedGiven));
      checks.end();
      const activity = locked();
      const { id: recordId, regionPath } = activity;
      const { id: organizationId } = unit();
      return {
        record: activity,
        audit: {
          noun: "Activity",
          recordId,
          organizationId,
          regionPath,
          details: { ...applied() },
        },
      };
    },
  );
}

/** @throws HubError `FORBIDDEN`. */
function requireActing(
  { viewer }: ActivityContext,
  action: ParticipantAction,
  { activity, unit }: { activity: Readonly<Activity>; unit: { readonly id: string } },
): void {
  if (can(viewer, action, { activity, organizationId: unit.id })) return;
  throw forbidden(viewer, {
    zh: "只有该单位的联络员、主办单位的联络员或主持该委员会的人可以代它办理。",
    en: `Only a liaison of ${unit.id}, a liaison of the host or whoever runs the committee may do this for it.`,
  });
}

/** Units join and leave while it is ahead; after it was held, whoever keeps the list corrects it. */
function requireOpenList(
  { viewer }: ActivityContext,
  activity: Readonly<Activity>,
  now: Date,
): void {
  if (activity.state === "HELD" && keepsList(viewer, activity)) requireCorrectable(activity, now);
  else requireOpen(activity, JOINED_OR_LEFT);
}

const JOINED_OR_LEFT: Words = { zh: "参加或退出", en: "joined or left by a unit" };
