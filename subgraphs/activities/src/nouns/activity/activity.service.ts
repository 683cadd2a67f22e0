import { type Changed, change, requireVersion } from "@alliance-hub/platform/change/change";
import { optionalText, requireText } from "@alliance-hub/platform/change/require-text";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { actsFor } from "@alliance-hub/sharing/viewer";
import { LockMode } from "@mikro-orm/core";
import { appendUpdate } from "../activity-update/activity-update.service.ts";
import type { ActivitiesContext } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { Participant } from "../participant/participant.entity.ts";
import {
  ACTIVITY_STEPS,
  Activity,
  type ActivityState,
  requireActivityTime,
} from "./activity.entity.ts";
import type {
  CancelActivityInput,
  HoldActivityInput,
  RescheduleActivityInput,
  ScheduleActivityInput,
} from "./activity.input.ts";
import type { ActivityRow } from "./activity.loaders.ts";
import { can as canSeeVenue } from "../../mechanisms/venue/venue.policy.ts";
import { type ActivityAction, can, canRead } from "./activity.policy.ts";

const TITLE = { maxLength: 100 };
const THEME = { maxLength: 30 };
const DESCRIPTION = { maxLength: 2000, multiline: true };
const REASON = { maxLength: 200 };

/** A transaction of this subgraph. */
type ActivityWork = Work<ActivitiesTables>;

/**
 * Puts an activity on a committee's calendar; its host takes part from the beginning.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` where the host is no unit of the committee.
 */
export async function scheduleActivity(
  context: ActivitiesContext,
  input: ScheduleActivityInput,
): Promise<ActivityRow> {
  const { viewer } = context;
  const committee = await requireCommittee(context.directory, input.committeeId);
  const host = await requireOrganization(context.directory, input.hostId);
  const hosting = { committeeId: committee.id, hostId: host.id };
  if (!can(viewer, "schedule", hosting)) {
    throw forbidden(
      viewer,
      `Only who runs ${committee.id} or a liaison of ${host.id} may schedule its activities there.`,
    );
  }
  if ((await unitsAmong(context.rows, committee, [host.id])).length === 0) {
    throw badInput(
      "hostId",
      `"hostId" ${host.id} is no member unit of ${committee.id}. Let it join with joinCommittee, or name a unit that has joined.`,
    );
  }
  const venueId = await requireVenue(context, input.venueId);
  const texts = {
    title: requireText("title", input.title, TITLE),
    theme: optionalText("theme", input.theme, THEME),
    description: optionalText("description", input.description, DESCRIPTION),
  };
  requireActivityTime(input.during, context.clock());
  return await change(
    context,
    { action: "scheduleActivity", input, reload: (id) => context.activities.byId.load(id) },
    async (work) => {
      const { em, now } = work;
      const record = em.create(Activity, {
        ...hosting,
        ...texts,
        ...searchColumns(texts.title, texts.theme, texts.description),
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        kind: input.kind,
        state: "SCHEDULED",
        startsAt: input.during.start,
        endsAt: input.during.end,
        audience: input.audience,
        venueId,
        attendance: 0,
        cancelReason: null,
        heldAt: null,
        participantIds: [host.id],
        regionCode: committee.regionCode,
        regionPath: committee.regionPath,
        allianceCode: committee.allianceCode,
      });
      const { id: activityId, startsAt } = record;
      em.create(Participant, {
        activityId,
        organizationId: host.id,
        startsAt,
        joinedAt: now,
        attendance: null,
      });
      appendUpdate(context, work, { activity: record, type: "SCHEDULED" });
      return noted(context, record);
    },
  );
}

/**
 * Moves an activity to another time.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function rescheduleActivity(
  context: ActivitiesContext,
  input: RescheduleActivityInput,
): Promise<ActivityRow> {
  requireActivityTime(input.during, context.clock());
  return await step(context, input, { action: "reschedule", to: "RESCHEDULED" }, (activity) => {
    activity.startsAt = input.during.start;
    activity.endsAt = input.during.end;
  });
}

/**
 * Cancels an activity; it stays on the calendar with the reason.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function cancelActivity(
  context: ActivitiesContext,
  input: CancelActivityInput,
): Promise<ActivityRow> {
  const reason = requireText("reason", input.reason, REASON);
  return await step(context, input, { action: "cancel", to: "CANCELLED" }, (activity) => {
    activity.cancelReason = reason;
  });
}

/**
 * Marks an activity as held, once it has started.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function holdActivity(
  context: ActivitiesContext,
  input: HoldActivityInput,
): Promise<ActivityRow> {
  return await step(context, input, { action: "hold", to: "HELD" }, (activity, now) => {
    if (activity.startsAt > now) {
      throw badInput(
        "id",
        `Activity ${activity.id} starts at ${activity.startsAt.toISOString()}; it is ${now.toISOString()} now. Mark it as held once it has started, or reschedule it.`,
      );
    }
    activity.heldAt = now;
  });
}

/**
 * The activity of an input, its row locked until the transaction ends: participants, attendance and
 * agenda change under this lock, so that sums and positions are right.
 *
 * @throws HubError `NOT_FOUND` where there is none that the viewer may see.
 */
export async function lockActivity(
  context: ActivitiesContext,
  work: ActivityWork,
  id: string,
): Promise<Activity> {
  const activity = isId(id)
    ? await work.em.findOne(Activity, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!activity || !canRead(context.viewer, activity)) throw notFound("Activity", id);
  return activity;
}

/** One step of the state machine, by who runs the committee or the host. */
async function step(
  context: ActivitiesContext,
  input: RescheduleActivityInput | CancelActivityInput | HoldActivityInput,
  { action, to }: { action: ActivityAction; to: Exclude<ActivityState, "SCHEDULED"> },
  apply: (activity: Activity, now: Date) => void,
): Promise<ActivityRow> {
  const reload = (id: string) => context.activities.byId.load(id);
  return await change(context, { action: `${action}Activity`, input, reload }, async (work) => {
    const activity = await lockActivity(context, work, input.id);
    if (!can(context.viewer, action, activity)) {
      throw forbidden(
        context.viewer,
        `Only who runs ${activity.committeeId} or a liaison of the host ${activity.hostId} may ${action} activity ${activity.id}.`,
      );
    }
    requireVersion(activity, input.version);
    requireTransition(ACTIVITY_STEPS, activity, { noun: "Activity", to });
    apply(activity, work.now);
    activity.state = to;
    activity.updatedAt = work.now;
    appendUpdate(context, work, { activity, type: to });
    return noted(context, activity);
  });
}

function noted(context: ActivitiesContext, record: Activity): Changed<Activity> {
  const { id: recordId, hostId, regionPath } = record;
  const organizationId = actsFor(context.viewer, hostId) ? hostId : null;
  return { record, audit: { noun: "Activity", recordId, organizationId, regionPath } };
}

async function requireVenue(
  context: ActivitiesContext,
  id: string | null | undefined,
): Promise<string | null> {
  if (id == null) return null;
  const resource = isId(id)
    ? await context.rows
        .selectFrom("directory.resource")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (!resource || !canSeeVenue(context.viewerIn("resources"), "read", resource))
    throw notFound("Resource", id);
  if (resource.kind !== "VENUE" || resource.state !== "PUBLISHED") {
    throw badInput(
      "venueId",
      `"venueId" is a resource of kind ${resource.kind} that is ${resource.state}; a place of activities is a VENUE that is PUBLISHED. Name one, or leave it out.`,
    );
  }
  return resource.id;
}
