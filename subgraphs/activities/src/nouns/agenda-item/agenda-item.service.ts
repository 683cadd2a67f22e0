import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { valueWords } from "@alliance-hub/platform/words/enumerations";
import type { Words } from "@alliance-hub/platform/words/words";
import type { WorkOf } from "@alliance-hub/platform/change/change-rules";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { isId } from "@alliance-hub/platform/keys/loader";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, runs } from "@alliance-hub/sharing/viewer";
import type { Kysely } from "kysely";
import { requireCorrectable } from "../activity-correction/activity-correction.service.ts";
import type { Activity } from "../activity/activity.entity.ts";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { type ReadableActivity, canRead } from "../activity/activity.policy.ts";
import { lockActivity, requireOpen } from "../activity/activity.service.ts";
import { AgendaItem } from "./agenda-item.entity.ts";
import {
  LIMITS,
  type PutAgendaItemInput,
  type RemoveAgendaItemInput,
} from "./agenda-item.input.ts";
import type { AgendaItemContext, AgendaItemRow, AgendaItemTables } from "./agenda-item.loaders.ts";
import { can } from "./agenda-item.policy.ts";
import { noticesOfAgenda } from "../activity/activity.notices.ts";

/** Maximum number of items that one agenda can have, including removed ones. */
const MAX_AGENDA_ITEMS = 100;

/** What decides who may change an item: itself, and the meeting on whose agenda it is. */
interface ItemOfMeeting {
  readonly item: Readonly<AgendaItem>;
  readonly meeting: ReadableActivity & {
    readonly committeeId: string;
    readonly regionPath: RegionPath;
  };
}

/** The changes of an item that is on an agenda. Its meeting is locked before it, as in all changes of an agenda. */
export const changes = recordChanges({
  noun: "AgendaItem",
  entity: AgendaItem,
  reload: ({ agendaItems }: AgendaItemContext, id): Promise<AgendaItemRow | null> =>
    agendaItems.byId.load(id),
  judged: async (item: AgendaItem, work): Promise<ItemOfMeeting> => ({
    item,
    meeting: await meetingOf(work, item),
  }),
  mayRead: (viewer, { item, meeting }) => item.removedAt === null && canRead(viewer, meeting),
  can: (viewer: Viewer, action: "update", { item, meeting: { committeeId } }) =>
    can(viewer, action, { ...item, committeeId }),
  only: () => ({
    zh: "只有主持该委员会的人，或代表提议单位的委员，可以更改此议题。",
    en: "Only whoever runs the committee, or has a seat there for the unit that proposed it, may change this item.",
  }),
  note: async (item, _context, work) => ({
    organizationId: item.proposedByOrganizationId,
    regionPath: (await meetingOf(work, item)).regionPath,
  }),
});

async function meetingOf(
  { rows }: Pick<WorkOf<AgendaItemContext>, "rows">,
  { activityId }: Readonly<AgendaItem>,
): Promise<ItemOfMeeting["meeting"]> {
  return await rows
    .selectFrom("activity")
    .select(["audience", "allianceCode", "committeeId", "participantIds", "regionPath"])
    .where("id", "=", activityId)
    .executeTakeFirstOrThrow();
}

/**
 * Puts an item at the end of a meeting's agenda.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` if it is not a meeting, `ILLEGAL_TRANSITION` as
 * {@link requireOpenAgenda}.
 */
export async function putAgendaItem(
  context: AgendaItemContext,
  input: PutAgendaItemInput,
): Promise<AgendaItemRow> {
  const checks = new InputChecks();
  const given = await checks.of(() =>
    gathered({
      first: () => checked(input, { title: LIMITS.title }),
      rest: () => checkedOrNull(input, { detail: LIMITS.detail }),
    }),
  );
  const unit = await checks.of(async () =>
    input.organizationId == null
      ? null
      : (await requireOrganization(context.directory, input.organizationId)).id,
  );
  const reload = (id: string) => context.agendaItems.byId.load(id);
  // Not by `recordChanges`: who may is known once the meeting is locked, which orders its items.
  return await change(context, { action: "putAgendaItem", input, reload }, async (work) => {
    const within = checks.fork();
    const found = await within.of(() =>
      lockActivity(context, work, input.activityId, "activityId"),
    );
    await within.of(() => requirePutting(context, found(), unit()));
    await within.of(() => requireMeeting(context, found(), work.now));
    await within.of(async () => {
      const unitId = unit();
      if (unitId !== null) await requireUnit(work.rows, found().committeeId, unitId);
    });
    const last = await within.of(() => lastPosition(work.rows, found()));
    within.end();
    const activity = found();
    const unitId = unit();
    const { title } = given().first;
    const { detail } = given().rest;
    const record = work.em.create(AgendaItem, {
      id: context.newId(),
      createdAt: work.now,
      updatedAt: work.now,
      activityId: activity.id,
      title,
      detail,
      proposedByOrganizationId: unitId,
      position: last() + 1,
      removedAt: null,
      removeReason: null,
    });
    await leaveNotices(context, work, noticesOfAgenda(activity));
    return {
      record,
      audit: {
        noun: "AgendaItem",
        recordId: record.id,
        organizationId: unitId,
        regionPath: activity.regionPath,
      },
    };
  });
}

/** Items are proposed in no name, or in one's own. @throws HubError `FORBIDDEN`. */
export function requirePutting(
  { viewer }: AgendaItemContext,
  { committeeId }: Readonly<Activity>,
  unitId: string | null,
): void {
  if (can(viewer, "put", { committeeId, proposedByOrganizationId: unitId })) return;
  throw forbidden(viewer, {
    zh: "只有主持该委员会的人，或代表提议单位的委员，可以把议题列入议程。",
    en: "Only whoever runs the committee, or has a seat there for the unit that proposes the item, may put items on its agendas.",
  });
}

/**
 * Rejects another agenda of a meeting that is over. Whoever runs the committee corrects the agenda of one that was
 * held, as all that was entered of it.
 *
 * @throws HubError `ILLEGAL_TRANSITION`.
 */
export function requireOpenAgenda(
  { viewer }: Pick<AgendaItemContext, "viewer">,
  activity: Readonly<Activity>,
  now: Date,
): void {
  if (runs(viewer, activity.committeeId)) requireCorrectable(activity, now);
  else requireOpen(activity, OTHER_AGENDA);
}

/** @throws HubError `ILLEGAL_TRANSITION` once it is over, `BAD_USER_INPUT` if it is not a meeting. */
function requireMeeting(context: AgendaItemContext, activity: Readonly<Activity>, now: Date): void {
  requireOpenAgenda(context, activity, now);
  if (activity.kind === "MEETING") return;
  throw badInput("activityId", {
    zh: `“${activity.title}”是${valueWords("ActivityKind", activity.kind).zh}，只有会议才有议程。请选择会议。`,
    en: `"activityId" is a ${activity.kind}; only a MEETING has an agenda. Name a meeting.`,
  });
}

/**
 * Takes an item off a meeting's agenda.
 *
 * @returns the meeting.
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` as {@link requireOpenAgenda}.
 */
export async function removeAgendaItem(
  context: AgendaItemContext,
  input: RemoveAgendaItemInput,
): Promise<ActivityRow> {
  const checks = new InputChecks();
  const given = await checks.of(() => checkedOrNull(input, { reason: REASON }));
  // This read without a lock only finds the meeting. Everything that matters is read again under the lock.
  const known = await context.agendaItems.byId.load(input.id);
  const reload = (id: string) => context.activities.byId.load(id);
  // Not by `recordChanges`: the item is changed under the meeting's lock, and the meeting is the answer.
  return await change(context, { action: "removeAgendaItem", input, reload }, async (work) => {
    const within = checks.fork();
    const locked = await within.of(async () => {
      if (!known) throw notFound("AgendaItem", input.id, "id");
      const activity = await lockActivity(context, work, known.activityId);
      const item = isId(input.id)
        ? await work.em.findOne(AgendaItem, { id: input.id, removedAt: null })
        : null;
      if (!item) throw notFound("AgendaItem", input.id, "id");
      requireRemoving(context, activity, item);
      requireVersion(item, input.version);
      requireOpenAgenda(context, activity, work.now);
      return { activity, item };
    });
    within.end();
    const { activity, item } = locked();
    const { reason: removeReason } = given();
    const { proposedByOrganizationId } = item;
    Object.assign(item, { removedAt: work.now, removeReason, updatedAt: work.now });
    // A repeated call reads the meeting again, so the entry belongs to the meeting.
    const details = { agendaItemId: item.id };
    await leaveNotices(context, work, noticesOfAgenda(activity));
    return {
      record: activity,
      audit: {
        noun: "Activity",
        recordId: activity.id,
        organizationId: proposedByOrganizationId,
        regionPath: activity.regionPath,
        details,
      },
    };
  });
}

/** @throws HubError `FORBIDDEN`. */
function requireRemoving(
  { viewer }: AgendaItemContext,
  { committeeId }: Readonly<Activity>,
  { proposedByOrganizationId }: Readonly<AgendaItem>,
): void {
  if (can(viewer, "remove", { committeeId, proposedByOrganizationId })) return;
  throw forbidden(viewer, {
    zh: "只有主持该委员会的人，或代表提议单位的委员，可以撤下此议题。",
    en: "Only whoever runs the committee, or has a seat there for the unit that proposed it, may take this item off the agenda.",
  });
}

// Both reads use the transaction's connection. With a second connection, callers could wait for each other.

/** The unit that proposes an item belongs to the committee. @throws HubError `BAD_USER_INPUT`. */
export async function requireUnit(
  rows: Kysely<AgendaItemTables>,
  committeeId: string,
  unitId: string,
): Promise<void> {
  const directory = createDirectory(rows);
  const committee = await requireCommittee(directory, committeeId);
  if ((await unitsAmong(rows, committee, [unitId])).length === 0) {
    const name = (await directory.organization(unitId))?.name ?? unitId;
    throw badInput("organizationId", {
      zh: `${name}不是${committee.name}的成员单位。请选择成员单位，或者不选。`,
      en: `"organizationId" ${name} is not a member unit of ${committee.name}. Name a member unit, or leave it out.`,
    });
  }
}

/** The last position ever given; the caller holds the meeting's lock. */
async function lastPosition(rows: Kysely<AgendaItemTables>, activity: Activity): Promise<number> {
  const found = await rows
    .selectFrom("agendaItem")
    .select((is) => is.fn.max("position").as("last"))
    .where("activityId", "=", activity.id)
    .executeTakeFirst();
  const last = found?.last ?? 0;
  if (last >= MAX_AGENDA_ITEMS) {
    throw badInput("activityId", {
      zh: `“${activity.title}”先后已有 ${MAX_AGENDA_ITEMS} 项议题，已达上限。请另安排一次会议。`,
      en: `"${activity.title}" has had ${MAX_AGENDA_ITEMS} items, which is the limit. Schedule another meeting.`,
    });
  }
  return last;
}

const OTHER_AGENDA: Words = {
  zh: "更改议程",
  en: "a meeting with another agenda",
};
