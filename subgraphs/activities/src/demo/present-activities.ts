import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { type Chance, chanceOf } from "@alliance-hub/demonstration/chance";
import { hoursAfter } from "@alliance-hub/demonstration/days";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { liaisonsAmongPeople, triedCommittees } from "@alliance-hub/demonstration/people";
import { enteredAt, instantOn, weekday } from "@alliance-hub/demonstration/present";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { ActivitiesTables } from "../database.ts";
import type { ActivityKind } from "../nouns/activity/activity.entity.ts";
import { type ActivityPlan, type Committee, PARTAKING, activityRow, guestsOf } from "./plan.ts";
import { presentInvitations } from "./present-invitations.ts";
import { TOPICS } from "./topics.ts";

/** Days before it takes place on which an activity is planned, and what may come between. */
const LEAD = { least: 10, most: 90 } as const;
const MOVED_BY = 7;
const MOVED_BEFORE = 3;
const CANCELLED_BEFORE = 2;
/** Everybody among the people who acts for a unit hosts one every so many days, so long ahead that one lies ahead always. */
const HOSTED = { every: 20, apart: 5, lead: 30 } as const;
/** After so many days an activity has certainly been held or cancelled. */
export const ACTIVITY_SETTLED_DAYS = LEAD.most + MOVED_BY + 4;

const KINDS: readonly ActivityKind[] = [
  ...(["SERVICE", "SERVICE", "SERVICE", "SERVICE", "THEMED_DAY", "THEMED_DAY"] as const),
  ...(["TRAINING", "CULTURE", "MEETING", "MEETING"] as const),
];
const AUDIENCES: readonly Audience[] = ["PUBLIC", "PUBLIC", "PUBLIC", "ALLIANCE", "COMMITTEE"];
const MOVED_BECAUSE = ["当天有雨，改到下周同一时间。", "场地临时另有安排，顺延一周。"];
const CANCELLED_BECAUSE = [
  "报名人数不足，与下月活动合并。",
  "天气预报有暴雨，取消，另行通知。",
  "主办单位临时有任务，取消。",
];
/** On the hour or half past, by the kind. */
const HOURS: Readonly<Record<ActivityKind, readonly number[]>> = {
  SERVICE: [8.5, 9, 14.5],
  MEETING: [9, 15],
  THEMED_DAY: [9, 14.5],
  TRAINING: [9.5, 15],
  CULTURE: [15, 19],
  CONTEST: [9],
  OTHER: [9],
};

/** An activity of the present with what has become of it by today. */
export interface PresentActivity {
  readonly activity: ActivitiesTables["activity"];
  readonly participants: readonly ActivitiesTables["participant"][];
  /** Units that were invited, and have declined by now or not answered. */
  readonly invitations: readonly ActivitiesTables["participant"][];
  /** Its former time, if it was moved. */
  readonly moved: ActivitiesTables["rescheduling"] | null;
}

/** The activities that were planned in a place on a day. */
export function presentActivities(
  place: DemonstrationPlace,
  day: number,
  today: number,
): PresentActivity[] {
  const chance = chanceOf("present activities", place.name, day);
  // From one in three days, in a place of two committees, to one each day.
  const perThousand = 300 + Math.round((1000 * place.committees.length) / 80);
  const count =
    Math.floor(perThousand / 1000) + (chance.between(0, 999) < perThousand % 1000 ? 1 : 0);
  const hosted = liaisonsAmongPeople(place)
    .filter((_, at) => (day + at * HOSTED.apart) % HOSTED.every === 0)
    .map(({ unit }) => unit.id);
  return Array.from({ length: count + hosted.length }, (_, at) =>
    presentActivity(place, { day, at, today, hostId: hosted[at - count] }),
  );
}

function presentActivity(
  place: DemonstrationPlace,
  of: {
    readonly day: number;
    readonly at: number;
    readonly today: number;
    /** The unit that hosts it; default anybody. */
    readonly hostId: string | undefined;
  },
): PresentActivity {
  const { day, at, today } = of;
  const chance = chanceOf("present activity", place.name, day, at);
  const createdAt = instantOn(day, 9 + at);
  const plan = planOf(place, chance, { createdAt, hostId: of.hostId });
  const hour = chance.pick(HOURS[plan.kind]);
  const least = of.hostId === undefined ? LEAD.least : HOSTED.lead;
  const first = workable(plan.kind, day + chance.between(least, LEAD.most));
  const [isToMove, isToCancel] = [chance.onceIn(14), chance.onceIn(18)];
  const isMoved = isToMove && first - MOVED_BEFORE < today;
  const on = isMoved ? first + MOVED_BY : first;
  const isCancelled = !isToMove && isToCancel && first - CANCELLED_BEFORE < today;
  const startsAt = instantOn(on, hour);
  const endsAt = hoursAfter(startsAt, 2);
  // What was held in the last two days still waits for those who are tried out to say so.
  const noted = triedCommittees(place).includes(plan.committee) ? 2 : 0;
  const isHeld = !isCancelled && on < today - noted;
  const came = [plan.hostId, ...plan.guestIds].map(() => chance.between(3, 24));
  const movedAt = instantOn(first - MOVED_BEFORE, 16);
  const cancelledAt = instantOn(first - CANCELLED_BEFORE, 10);
  const changedAt = isHeld ? endsAt : isCancelled ? cancelledAt : isMoved ? movedAt : createdAt;
  const activity = {
    ...activityRow(place, { ...plan, startsAt, attendance: null }),
    ...enteredAt(createdAt, changedAt),
    state: isHeld ? "HELD" : isCancelled ? "CANCELLED" : isMoved ? "RESCHEDULED" : "SCHEDULED",
    heldAt: isHeld ? endsAt : null,
    cancelReason: isCancelled ? chance.pick(CANCELLED_BECAUSE) : null,
    attendance: isHeld ? came.reduce((sum, people) => sum + people, 0) : 0,
  } as const;
  const formerly = instantOn(first, hour);
  const invitations =
    of.hostId === undefined
      ? []
      : presentInvitations(place, {
          activityId: activity.id,
          hostId: of.hostId,
          guestIds: plan.guestIds,
          createdAt,
          startsAt,
          on,
          today,
          isCancelled,
        });
  const invited = invitations.filter(({ state }) => state === "INVITED");
  const invitedIds = invited.map(({ organizationId }) => organizationId);
  return {
    activity: { ...activity, participantIds: [...activity.participantIds, ...invitedIds] },
    invitations,
    participants: activity.participantIds.map((organizationId, index) => ({
      activityId: activity.id,
      organizationId,
      startsAt,
      ...PARTAKING,
      joinedAt: createdAt,
      attendance: isHeld ? (came[index] ?? null) : null,
    })),
    moved: isMoved
      ? {
          id: enteredId(movedAt, "rescheduling", activity.id),
          activityId: activity.id,
          at: movedAt,
          fromStartsAt: formerly,
          fromEndsAt: hoursAfter(formerly, 2),
          toStartsAt: startsAt,
          toEndsAt: endsAt,
          reason: chance.pick(MOVED_BECAUSE),
        }
      : null,
  };
}

function planOf(
  place: DemonstrationPlace,
  chance: Chance,
  {
    createdAt,
    hostId: givenHost,
  }: { readonly createdAt: Date; readonly hostId: string | undefined },
): Omit<ActivityPlan, "startsAt" | "attendance"> {
  const anyCommittee = chance.onceIn(2)
    ? chance.pick(triedCommittees(place))
    : chance.pick(place.committees);
  const committee =
    place.memberships.find(({ unit }) => unit.id === givenHost)?.committee ?? anyCommittee;
  const anyKind = chance.pick(KINDS);
  const kind = givenHost !== undefined && anyKind === "MEETING" ? "SERVICE" : anyKind;
  const units = guestsOf(place, committee, { count: 1, from: chance.between(0, 11) });
  const anyHost =
    kind === "MEETING" || !chance.onceIn(3)
      ? committee.organizationId
      : (units[0] ?? committee.organizationId);
  const hostId = givenHost ?? anyHost;
  const guestIds = guestsOf(place, committee, {
    count: kind === "MEETING" ? 12 : chance.between(1, 4),
    from: chance.between(0, 11),
    without: hostId,
  });
  const id = enteredId(createdAt, "activity", place.name, createdAt.getTime());
  const common = { id, committee, kind, hostId, guestIds };
  if (kind === "MEETING" || kind === "OTHER") {
    return {
      ...common,
      title: meetingTitle(committee),
      description: "请各单位带上本季度的台账，会前把要提的议题报给社区。",
      theme: null,
      audience: "COMMITTEE",
    };
  }
  const { title, says } = chance.pick(TOPICS[kind]);
  return {
    ...common,
    title: `${committee.region.name}${title}`,
    description: chance.pick(says),
    theme: committee.themes.length > 0 ? chance.pick(committee.themes) : null,
    audience: chance.pick(AUDIENCES),
  };
}

function meetingTitle(committee: Committee): string {
  return committee.level === "COMMUNITY"
    ? `${committee.name}会议`
    : `${committee.region.name}联席会议`;
}

/** Meetings and trainings are not on weekends. */
function workable(kind: ActivityKind, day: number): number {
  const isAtWork = kind === "MEETING" || kind === "TRAINING";
  return isAtWork ? day + Math.max(0, 8 - weekday(day)) * (weekday(day) > 5 ? 1 : 0) : day;
}
