import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { type Checked, InputChecks } from "@alliance-hub/platform/errors/faults";
import type { Words } from "@alliance-hub/platform/words/words";
import { type ChangeResult, change, requireVersion } from "@alliance-hub/platform/change/change";
import type { RecordInput } from "@alliance-hub/platform/change/mutation.input";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import type { OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import {
  noteAttendanceCorrection,
  noteParticipantCorrection,
} from "../../mechanisms/corrections/correction.ts";
import {
  attendanceOfOthers,
  endPart,
  enterJoined,
  invitedTo,
  noteAttendance,
  partsIn,
} from "../../mechanisms/participant-list/list.ts";
import {
  PARTICIPANT_STEPS,
  type Participant,
} from "../../mechanisms/participant-list/participant.ts";
import { requireRoom } from "../../mechanisms/participant-list/room.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import { confirmOwnVenue } from "../../mechanisms/own-venue/confirm-own-venue.ts";
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
import { noticesOfHolding, noticesOfParticipation } from "../activity/activity.notices.ts";

/**
 * Lets a unit take part in an activity, which answers an invitation. Joining again changes nothing. What was held is
 * corrected by whoever keeps the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` once it was cancelled, once it was
 * held for the unit itself, or if it was held too long ago.
 */
export async function joinActivity(
  context: ActivityContext,
  input: JoinActivityInput,
): Promise<ActivityRow> {
  const step = { action: "join", mutation: "joinActivity", input } as const;
  return await participation(context, step, async (work, part) => {
    const known = await partIn(work, part);
    if (known?.state === "JOINED") return;
    requireVersion(part.activity, input.version);
    await takePart(context, work, { ...part, known });
  });
}

/**
 * Lets a unit leave an activity, and subtracts its attendance from the sum. Leaving again changes nothing.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` for the host, `CONFLICT`, `ILLEGAL_TRANSITION` as
 * for joining, and for a unit that was invited and has not joined.
 */
export async function leaveActivity(
  context: ActivityContext,
  input: LeaveActivityInput,
): Promise<ActivityRow> {
  const step = { action: "leave", mutation: "leaveActivity", input } as const;
  return await participation(context, step, async (work, { activity, organizationId }) => {
    const part = { activityId: activity.id, organizationId };
    const known = await partIn(work, { activity, organizationId });
    if (known?.state !== "JOINED" && known?.state !== "INVITED") return;
    requireVersion(activity, input.version);
    requireOpenList(context, activity, work.now);
    if (organizationId === activity.hostId) {
      throw badInput("organizationId", {
        zh: `该单位是“${activity.title}”的主办单位，不能退出。如不举办，请取消活动。`,
        en: `This unit hosts "${activity.title}" and cannot leave it. Cancel it with cancelActivity.`,
      });
    }
    const { state, attendance } = known;
    const to = "LEFT";
    requireTransition(
      PARTICIPANT_STEPS,
      { id: organizationId, state },
      { noun: "Participant", to },
    );
    endPart(work, known, { state: to, reason: null });
    const participantIds = activity.participantIds.filter((id) => id !== organizationId);
    const rest = await attendanceOfOthers(work.rows, part);
    changeParticipation(activity, { participantIds, attendance: rest }, work.now);
    appendUpdate(context, work, { activity, type: "PARTICIPANT_LEFT", organizationId });
    const listed = { activity, organizationId, takesPart: false, attendance };
    noteParticipantCorrection(context, work, listed);
    const told = noticesOfParticipation(activity, "leave", { organizationId });
    await leaveNotices(context, work, told);
  });
}

/**
 * Records how many people came from a unit. Another report corrects the previous one. A unit that was invited takes
 * part with it. If the activity has started, it is marked as held.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` for a unit that takes no part, `CONFLICT`,
 * `ILLEGAL_TRANSITION` for a cancelled one and one that was held too long ago.
 */
export async function recordAttendance(
  context: ActivityContext,
  input: RecordAttendanceInput,
): Promise<ActivityRow> {
  const given = () => ATTENDANCE.check("attendance", input.attendance);
  const action = "recordAttendance";
  const step = { action, mutation: action, input, given } as const;
  return await participation(context, step, async (work, part, reported) => {
    const { activity, organizationId } = part;
    requireVersion(activity, input.version);
    if (activity.state === "HELD") requireCorrectable(activity, work.now);
    else requireTransition(ACTIVITY_STEPS, activity, { noun: "Activity", to: "HELD" });
    const attendance = reported();
    const known = await partIn(work, part);
    if (known?.state !== "JOINED" && known?.state !== "INVITED") {
      throw badInput("organizationId", {
        zh: `该单位不在“${activity.title}”的参加单位之列。请先将它列为参加单位，再登记人次。`,
        en: `This unit does not take part in "${activity.title}". Let it join with joinActivity first.`,
      });
    }
    const previous = known.attendance;
    const joined =
      known.state === "JOINED" ? known : await takePart(context, work, { ...part, known });
    noteAttendance(joined, attendance);
    const all =
      (await attendanceOfOthers(work.rows, { activityId: activity.id, organizationId })) +
      attendance;
    changeParticipation(activity, { attendance: all }, work.now);
    if (activity.state !== "HELD" && activity.startsAt <= work.now) {
      markHeld(activity, work.now);
      appendUpdate(context, work, { activity, type: "HELD" });
      const invited = await invitedTo(work.rows, activity.id);
      const others = invited.filter((id) => id !== organizationId);
      await leaveNotices(context, work, noticesOfHolding(activity, others));
    }
    appendUpdate(context, work, { activity, type: "ATTENDANCE_RECORDED", organizationId });
    noteAttendanceCorrection(context, work, { ...part, before: previous, after: attendance });
    const counted = { organizationId, attendance, previously: previous };
    const told = noticesOfParticipation(activity, action, counted);
    await leaveNotices(context, work, told);
    return { attendance, previousAttendance: previous };
  });
}

/** Enters that a unit takes part, tells it, and appends it to the log. */
async function takePart(
  context: ActivityContext,
  work: Work<ActivityTables>,
  part: UnitsPart & { readonly known: Participant | undefined },
): Promise<Participant> {
  const { activity, organizationId, known } = part;
  requireOpenList(context, activity, work.now);
  if (known?.state !== "INVITED") requireRoom(activity, { more: 1, field: "id" });
  const joined = enterJoined(work, { activity, organizationId, known });
  const participantIds = [...new Set([...activity.participantIds, organizationId])];
  changeParticipation(activity, { participantIds }, work.now);
  appendUpdate(context, work, { activity, type: "PARTICIPANT_JOINED", organizationId });
  if (organizationId === activity.hostId) await confirmOwnVenue(context, work, activity);
  noteParticipantCorrection(context, work, { activity, organizationId, takesPart: true });
  const told = noticesOfParticipation(activity, "join", { organizationId });
  await leaveNotices(context, work, told);
  return joined;
}

async function partIn(
  work: Work<ActivityTables>,
  { activity, organizationId }: UnitsPart,
): Promise<Participant | undefined> {
  return (await partsIn(work, activity.id, [organizationId])).get(organizationId);
}

/** A unit and an activity, locked. */
export interface UnitsPart {
  readonly activity: Readonly<Activity>;
  readonly organizationId: string;
}

/** One of the mutations. */
interface Participation<Given> {
  readonly action: ParticipantAction;
  /** Its name. */
  readonly mutation: string;
  readonly input: RecordInput & { readonly id: string; readonly organizationId: string };
  /** Checks what of the input can be checked without the activity. Left out: nothing. */
  readonly given?: () => Given;
}

/**
 * What the mutations of one unit's part have in common: the lock on the activity, the policy, and the audit entry. They
 * do not use `recordChanges`: a repeated call has nothing left to do, whatever version and state are.
 */
export async function participation<Given = undefined>(
  context: ActivityContext,
  { action, mutation, input, given }: Participation<Given>,
  apply: (
    work: Work<ActivityTables>,
    part: UnitsPart,
    given: Checked<Given>,
    // What the audit entry says besides the activity's fields that have changed.
  ) => Promise<object | void>,
): Promise<ActivityRow> {
  const checks = new InputChecks();
  const unit = await checks.of(() => requireOrganization(context.directory, input.organizationId));
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
      const within = checks.fork();
      const locked = await within.of(() => lockActivity(context, work, input.id));
      await within.of(() => requireActing(context, action, { activity: locked(), unit: unit() }));
      // A step without it has nothing given: `Given` is `undefined` then.
      const checkedGiven = await within.of(() => given?.() as Given);
      const applied = await within.of(() =>
        apply(work, { activity: locked(), organizationId: unit().id }, checkedGiven),
      );
      within.end();
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
  {
    activity,
    unit,
  }: { activity: Readonly<Activity>; unit: Pick<OrganizationEntry, "id" | "name"> },
): void {
  if (can(viewer, action, { activity, organizationId: unit.id })) return;
  throw forbidden(viewer, {
    zh: `只有${unit.name}的联络员、主办单位的联络员或主持该委员会的人可以代它办理。`,
    en: `Only a liaison of ${unit.name}, a liaison of the host or whoever runs the committee may do this for it.`,
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
