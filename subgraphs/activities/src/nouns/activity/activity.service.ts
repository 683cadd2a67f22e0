import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { instantWords } from "@alliance-hub/platform/words/times";
import type { Words } from "@alliance-hub/platform/words/words";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import {
  badInput,
  forbidden,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import type { CommitteeEntry, OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import { mayReadResource } from "@alliance-hub/sharing/resource-rule";
import { isId } from "@alliance-hub/platform/keys/loader";
import { actsFor } from "@alliance-hub/sharing/viewer";
import {
  bookVenue,
  giveBackVenue,
  moveVenueBooking,
} from "../../mechanisms/venue-booking/venue-booking.ts";
import { placeWords } from "../../mechanisms/venue-place/place-words.ts";
import { notAVenue } from "../../vocabulary/not-a-venue.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import { noteRescheduling } from "../../mechanisms/reschedulings/rescheduling.ts";
import { isHostAsked, requireHost } from "../../mechanisms/hosting/hosting.ts";
import { enterInvited, enterJoined, invitedTo } from "../../mechanisms/participant-list/list.ts";
import {
  requireActivityTime,
  requireNotIntoPast,
} from "../../mechanisms/activity-time/activity-time.ts";
import { ACTIVITY_STEPS, Activity, isOver } from "./activity.entity.ts";
import {
  type CancelActivityInput,
  type HoldActivityInput,
  LIMITS,
  type RescheduleActivityInput,
  type ScheduleActivityInput,
} from "./activity.input.ts";
import type { ActivityContext, ActivityRow } from "./activity.loaders.ts";
import { can, canRead } from "./activity.policy.ts";
import { noticesOfActivity, noticesOfHolding, noticesOfRescheduling } from "./activity.notices.ts";

/** The changes of activities, in this folder and of nouns that change one. */
export const changes = recordChanges({
  noun: "Activity",
  entity: Activity,
  reload: ({ activities }: ActivityContext, id): Promise<ActivityRow | null> =>
    activities.byId.load(id),
  judged: (activity: Activity): Activity => activity,
  mayRead: canRead,
  can,
  only: (_activity, action) => ({
    zh: "只有主持该委员会的人，或主办单位的联络员，可以办理此活动。",
    en: `Only whoever runs its committee or a liaison of the host may ${action} the activity.`,
  }),
  steps: ACTIVITY_STEPS,
  search: ({ title, theme, description }) => searchColumns(title, theme, description),
  note: ({ hostId, regionPath }, { viewer }) => ({
    organizationId: actsFor(viewer, hostId) ? hostId : null,
    regionPath,
  }),
  notices: noticesOfActivity,
});

/**
 * Puts an activity on a committee's calendar and books its venue. Its host takes part from the beginning, or is asked.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` if the host is not a unit of the committee,
 *   `BOOKING_CONFLICT` if the venue cannot be had.
 */
export async function scheduleActivity(
  context: ActivityContext,
  input: ScheduleActivityInput,
): Promise<ActivityRow> {
  const { kind, audience, during } = input;
  const checks = new InputChecks();
  const calling = await checks.of(() => requireCommittee(context.directory, input.committeeId));
  const hosts = await checks.of(() =>
    requireOrganization(context.directory, input.hostId, "hostId"),
  );
  await checks.of(() => requireScheduling(context, calling(), hosts()));
  await checks.of(() => requireHost(context, calling(), hosts()));
  const venue = await checks.of(() => requireVenue(context, input.venueId));
  const given = await checks.of(() => checkedActivity(input, context.clock()));
  checks.end();
  const room = venue();
  const committee = calling();
  const host = hosts();
  const hosting = { committeeId: committee.id, hostId: host.id };
  const asked = { hostId: host.id, startsAt: during.start, now: context.clock() };
  const isAsked = isHostAsked(context.viewer, committee, asked);
  return await changes.create(
    context,
    { action: "scheduleActivity", input, details: isAsked ? { isHostAsked: true } : {} },
    async (work, create) => {
      const activity = create({
        ...hosting,
        ...placeOf(committee),
        ...given(),
        place: given().place ?? room?.place ?? null,
        hasOwnPlace: given().place !== null,
        kind,
        state: "SCHEDULED",
        startsAt: during.start,
        endsAt: during.end,
        audience,
        venueId: room?.id ?? null,
        attendance: 0,
        participantIds: [host.id],
      });
      const enter = isAsked ? enterInvited : enterJoined;
      enter(work, { activity, organizationId: host.id });
      await bookVenue(context, work, activity);
      appendUpdate(context, work, { activity, type: "SCHEDULED" });
      return activity;
    },
  );
}

/** What the input says of an activity. @throws HubError `BAD_USER_INPUT`. */
function checkedActivity(input: ScheduleActivityInput, now: Date) {
  const { title, ...others } = LIMITS;
  const { first, rest } = gathered({
    first: () => checked(input, { title }),
    rest: () => checkedOrNull(input, others),
    during: () => requireActivityTime(input.during, now),
  });
  return { ...first, ...rest };
}

/** @throws HubError `FORBIDDEN`. */
function requireScheduling(
  { viewer }: ActivityContext,
  committee: CommitteeEntry,
  host: OrganizationEntry,
): void {
  if (can(viewer, "schedule", { committeeId: committee.id, hostId: host.id })) return;
  throw forbidden(viewer, {
    zh: `只有主持${committee.name}的人，或${host.name}的联络员，可以安排此活动。`,
    en: `Only whoever runs ${committee.name} or a liaison of the host ${host.name} may schedule this activity.`,
  });
}

/** Why a booking ends whose activity was moved into the past and nobody said why. */
const MOVED = "活动改期";

/**
 * Moves an activity to another time with the booking of its venue, and keeps what it was before and why. What lies ahead
 * stays ahead.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`, `BOOKING_CONFLICT` if
 *   the venue cannot be had then; nothing is moved.
 */
export async function rescheduleActivity(
  context: ActivityContext,
  input: RescheduleActivityInput,
): Promise<ActivityRow> {
  const given = () =>
    gathered({
      during: () => requireActivityTime(input.during, context.clock()),
      texts: () => checkedOrNull(input, { reason: REASON }),
    });
  const to = "RESCHEDULED";
  const step = { action: "rescheduleActivity", may: "reschedule", to, given, input } as const;
  return await changes.change(context, step, async (activity, work, checkedInput) => {
    requireNotIntoPast(activity, input.during, work.now);
    const { reason } = checkedInput().texts;
    const from = { start: activity.startsAt, end: activity.endsAt };
    const { id: activityId } = activity;
    noteRescheduling(context, work, { activityId, from, to: input.during, reason });
    activity.startsAt = input.during.start;
    activity.endsAt = input.during.end;
    const move = { from: from.start, reason: reason ?? MOVED };
    await moveVenueBooking(context, work, { activity, ...move });
    appendUpdate(context, work, { activity, type: to, previously: from, reason });
    await leaveNotices(context, work, noticesOfRescheduling(activity, from, reason));
  });
}

/**
 * Cancels an activity and gives its venue back; it stays on the calendar with the reason.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function cancelActivity(
  context: ActivityContext,
  input: CancelActivityInput,
): Promise<ActivityRow> {
  const given = () => REASON.check("reason", input.reason);
  const to = "CANCELLED";
  const step = { action: "cancelActivity", may: "cancel", to, given, input } as const;
  return await changes.change(context, step, async (activity, work, reason) => {
    const cancelReason = reason();
    activity.cancelReason = cancelReason;
    await giveBackVenue(context, work, { activity, reason: cancelReason });
    appendUpdate(context, work, { activity, type: to, reason: cancelReason });
  });
}

/**
 * Marks an activity as held, once it has started.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function holdActivity(
  context: ActivityContext,
  input: HoldActivityInput,
): Promise<ActivityRow> {
  const to = "HELD";
  const step = { action: "holdActivity", may: "hold", to, input } as const;
  return await changes.change(context, step, async (activity, work) => {
    const { now } = work;
    if (activity.startsAt > now) {
      throw badInput("id", {
        zh: `“${activity.title}”于${instantWords(activity.startsAt).zh}开始，现在是${instantWords(now).zh}。请在开始以后标为已举办，或者改期。`,
        en: `"${activity.title}" starts at ${instantWords(activity.startsAt).en}; it is ${instantWords(now).en} now. Mark it as held once it has started, or reschedule it.`,
      });
    }
    markHeld(activity, now);
    appendUpdate(context, work, { activity, type: to });
    const invited = await invitedTo(work.rows, activity.id);
    await leaveNotices(context, work, noticesOfHolding(activity, invited));
  });
}

/**
 * The activity of an input, its row locked until the transaction ends: participants, attendance and agenda
 * change under this lock, so that sums and positions are right.
 *
 * @throws HubError `NOT_FOUND` if there is none that the viewer may see.
 */
export async function lockActivity(
  context: ActivityContext,
  work: Parameters<typeof changes.lock>[1],
  id: string,
  field?: string,
): Promise<Readonly<Activity>> {
  return (await changes.lock(context, work, id, field)).record;
}

/** Who hosts a locked activity, who takes part or is invited, and how many came in all. */
export function changeParticipation(
  activity: Activity,
  to: Partial<Pick<Activity, "participantIds" | "attendance" | "hostId">>,
  now: Date,
): void {
  Object.assign(activity, to, { updatedAt: now });
}

/** Marks a locked activity as held. */
export function markHeld(activity: Activity, now: Date): void {
  Object.assign(activity, { state: "HELD", heldAt: now, updatedAt: now });
}

/** The venue that an input names, as the viewer may see it. @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`. */
export async function requireVenue(
  context: ActivityContext,
  id: string | null | undefined,
): Promise<{ readonly id: string; readonly place: string } | null> {
  if (id == null) return null;
  const resource = isId(id)
    ? await context.rows
        .selectFrom("directory.resource")
        .innerJoin("directory.titledResource as titled", "titled.id", "directory.resource.id")
        .selectAll("directory.resource")
        .select(["titled.title", "titled.address"])
        .where("directory.resource.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (!resource || !mayReadResource(context.viewerIn("resources"), resource))
    throw notFound("Resource", id, "venueId");
  if (resource.kind !== "VENUE" || resource.state !== "PUBLISHED") {
    throw notAVenue(resource);
  }
  return { id: resource.id, place: placeWords(resource) };
}

/**
 * Rejects a step that is allowed only before an activity is held or cancelled.
 *
 * @param wanted the requested step, as the end of 不能 and "cannot become …".
 * @throws HubError `ILLEGAL_TRANSITION` once it was held or cancelled.
 */
export function requireOpen(activity: Pick<Activity, "id" | "state">, wanted: Words): void {
  if (!isOver(activity)) return;
  const { id, state } = activity;
  throw illegalTransition({ noun: "Activity", id, state, wanted, allowed: ACTIVITY_STEPS[state] });
}
