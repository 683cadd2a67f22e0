import type { OrganizationEntry } from "@alliance-hub/platform/directory/directory";
import { requireVersion } from "@alliance-hub/platform/change/change";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { stateInChinese } from "@alliance-hub/platform/words/states";
import { instantWords } from "@alliance-hub/platform/words/times";
import type { Words } from "@alliance-hub/platform/words/words";
import { handHostingOn } from "../../mechanisms/hosting-handover/hand-hosting-on.ts";
import { hostInstead } from "../../mechanisms/hosting/hosting.ts";
import { endPart, enterInvited, partsIn } from "../../mechanisms/participant-list/list.ts";
import {
  PARTICIPANT_STEPS,
  type Participant,
} from "../../mechanisms/participant-list/participant.ts";
import { appendUpdate } from "../../mechanisms/update-log/append.ts";
import { settleVenue } from "../../mechanisms/venue-booking/venue-booking.ts";
import type { Activity } from "../activity/activity.entity.ts";
import type { ActivityContext, ActivityRow, ActivityTables } from "../activity/activity.loaders.ts";
import { noticesOfDeclinedHosting, noticesOfParticipation } from "../activity/activity.notices.ts";
import { changeParticipation, changes, requireOpen } from "../activity/activity.service.ts";
import { requireRoom } from "../../mechanisms/participant-list/room.ts";
import { type UnitsPart, participation } from "../participant/participant.service.ts";
import {
  DECLINE_REASON,
  type DeclineInvitationInput,
  type InviteUnitsInput,
  MAX_INVITED_AT_ONCE,
} from "./invitation.input.ts";

/**
 * Invites units to an activity that is ahead: all that are named, or none.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` with a fault for each unit that cannot be invited,
 * `CONFLICT`, `ILLEGAL_TRANSITION` once it was held or cancelled.
 */
export async function inviteUnits(
  context: ActivityContext,
  input: InviteUnitsInput,
): Promise<ActivityRow> {
  const given = (): Promise<OrganizationEntry[]> => namedUnits(context, input.organizationIds);
  const step = { action: "inviteUnits", may: "invite", given, input } as const;
  return await changes.change(context, step, async (activity, work, named) => {
    requireOpen(activity, INVITED_TO);
    requireNotBegun(activity, work.now);
    const units = named();
    const organizationIds = units.map(({ id }) => id);
    const parts = await partsIn(work, activity.id, organizationIds);
    await requireInvitable(activity, units, parts);
    requireRoom(activity, { more: units.length, field: "organizationIds" });
    const participantIds = [...activity.participantIds, ...organizationIds];
    changeParticipation(activity, { participantIds }, work.now);
    for (const organizationId of organizationIds) {
      enterInvited(work, { activity, organizationId, known: parts.get(organizationId) });
      appendUpdate(context, work, { activity, type: "PARTICIPANT_INVITED", organizationId });
    }
    const told = organizationIds.flatMap((organizationId) =>
      noticesOfParticipation(activity, "invite", { organizationId }),
    );
    await leaveNotices(context, work, told);
  });
}

/**
 * Declines an invitation. Declining again changes nothing. A host that declines gives the hosting back to the
 * organisation that the committee stands on.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` for a unit that was never invited, `CONFLICT`,
 * `ILLEGAL_TRANSITION` once it has joined, or the activity was held or cancelled.
 */
export async function declineInvitation(
  context: ActivityContext,
  input: DeclineInvitationInput,
): Promise<ActivityRow> {
  const given = () => checkedOrNull(input, { reason: DECLINE_REASON });
  const step = { action: "decline", mutation: "declineInvitation", input, given } as const;
  return await participation(context, step, async (work, part, checked) => {
    const { activity, organizationId } = part;
    const known = (await partsIn(work, activity.id, [organizationId])).get(organizationId);
    if (known?.state === "DECLINED") return;
    requireVersion(activity, input.version);
    requireOpen(activity, DECLINED_BY);
    const { state } = known ?? notInvited(part);
    const to = "DECLINED";
    requireTransition(
      PARTICIPANT_STEPS,
      { id: organizationId, state },
      { noun: "Participant", to },
    );
    const { reason } = checked();
    const isHost = organizationId === activity.hostId;
    if (isHost) await handHostingBack(context, work, activity);
    endPart(work, known ?? notInvited(part), { state: to, reason });
    const participantIds = activity.participantIds.filter((id) => id !== organizationId);
    changeParticipation(activity, { participantIds }, work.now);
    const happening = { activity, type: "PARTICIPANT_DECLINED", organizationId } as const;
    appendUpdate(context, work, { ...happening, hostId: isHost ? organizationId : null });
    const told = isHost
      ? noticesOfDeclinedHosting(activity, { organizationId, reason })
      : noticesOfParticipation(activity, "decline", { organizationId, reason });
    await leaveNotices(context, work, told);
  });
}

/** The organisation that the committee stands on hosts instead, in the same venue, if that is shared with it. */
async function handHostingBack(
  context: ActivityContext,
  work: Work<ActivityTables>,
  activity: Readonly<Activity>,
): Promise<void> {
  const hostId = await hostInstead(context.directory, activity);
  await settleVenue(context, work, { activity, heirId: hostId, reason: HOST_DECLINED });
  await handHostingOn(context, work, { activity, hostId });
}

/** The units of an input, each known and active, and named once. @throws HubError with the faults of all. */
async function namedUnits(
  { directory }: ActivityContext,
  ids: readonly string[],
): Promise<OrganizationEntry[]> {
  if (ids.length === 0 || ids.length > MAX_INVITED_AT_ONCE) {
    throw badInput("organizationIds", {
      zh: `邀请了 ${ids.length} 个单位，一次应为 1 至 ${MAX_INVITED_AT_ONCE} 个。请分几次邀请。`,
      en: `"organizationIds" names ${ids.length} units; it must be 1 to ${MAX_INVITED_AT_ONCE} at once. Invite them in several calls.`,
    });
  }
  const checks = new InputChecks();
  const units = new Map<string, OrganizationEntry>();
  for (const [at, id] of ids.entries()) {
    const field = fieldOf(at);
    await checks.of(async () => {
      const unit = await requireOrganization(directory, id, field);
      if (units.has(unit.id)) {
        throw badInput(field, {
          zh: `${unit.name}写了两次。请只保留一次。`,
          en: `"${field}" is ${unit.name}, which is named twice. Name it once.`,
        });
      }
      units.set(unit.id, unit);
    });
  }
  checks.end();
  return [...units.values()];
}

/** @throws HubError `BAD_USER_INPUT` with a fault for each unit of another alliance, and each that has a part already. */
async function requireInvitable(
  { title, allianceCode }: Readonly<Activity>,
  units: readonly OrganizationEntry[],
  parts: ReadonlyMap<string, Participant>,
): Promise<void> {
  const checks = new InputChecks();
  for (const [at, unit] of units.entries()) {
    const { id, name } = unit;
    const field = fieldOf(at);
    await checks.of(() => {
      if (unit.allianceCode !== allianceCode) {
        throw badInput(field, {
          zh: `${name}不在举办“${title}”的联盟内。请选择本联盟的单位。`,
          en: `"${field}" is ${name}, which belongs to another alliance than "${title}". Name a unit of this alliance.`,
        });
      }
      const state = parts.get(id)?.state;
      if (state === undefined || PARTICIPANT_STEPS[state].includes("INVITED")) return;
      throw badInput(field, {
        zh: `${name}在“${title}”中的状态为${stateInChinese("Participant", state)}，不必再邀请。请去掉该单位。`,
        en: `"${field}" is ${name}, which is ${state} in "${title}" already. Leave it out.`,
      });
    });
  }
  checks.end();
}

/** @throws HubError `BAD_USER_INPUT`. */
function requireNotBegun({ title, startsAt }: Readonly<Activity>, now: Date): void {
  if (startsAt > now) return;
  const start = instantWords(startsAt);
  throw badInput("id", {
    zh: `“${title}”已于${start.zh}开始，不能再邀请。已到场的单位，请用 joinActivity 登记。`,
    en: `"${title}" began at ${start.en}, and nobody can be invited any more. Enter the units that came with joinActivity.`,
  });
}

/** @throws HubError `BAD_USER_INPUT`. */
function notInvited({ activity }: Pick<UnitsPart, "activity">): never {
  throw badInput("organizationId", {
    zh: `该单位没有受邀参加“${activity.title}”，不必谢绝。`,
    en: `This unit was not invited to "${activity.title}", so there is nothing to decline.`,
  });
}

const fieldOf = (at: number): string => `organizationIds.${at}`;

/** Why a booking ends whose activity another unit hosts, as the provider reads it. */
const HOST_DECLINED = "活动换了主办单位";
const INVITED_TO: Words = { zh: "邀请单位", en: "one that units are invited to" };
const DECLINED_BY: Words = { zh: "谢绝邀请", en: "one that a unit declines" };
