import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { type Chance, chanceOf } from "@alliance-hub/demonstration/chance";
import { hoursAfter } from "@alliance-hub/demonstration/days";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { liaisonsAmongPeople, secretariesAmongPeople } from "@alliance-hub/demonstration/people";
import { enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import type { BookingState } from "../vocabulary/booking-state.ts";
import type { ResourcesTables } from "../database.ts";
import { type PresentVenues, presentVenues } from "./present-venues.ts";
import { resourceRows } from "./resources.ts";

export type BookingRow = Omit<ResourcesTables["booking"], "during">;
type ResourceRow = ResourcesTables["resource"];

/** Hours of use. A venue has one booking in each of them at most, so that none overlaps another. */
const SLOTS = [
  { from: 9, hours: 2 },
  { from: 14, hours: 2 },
  { from: 19, hours: 1.5 },
] as const;
const [MORNING, AFTERNOON] = [0, 1] as const;
/** Of so many slots of a venue one is booked, if nobody among the people is concerned. */
const ONE_IN = 14;
const MOST_AHEAD = 25;
/** What those who are tried out have to decide: asked for every other day, and answered after three. */
const ASKED = { every: 2, ahead: 9, answeredAfter: 3 } as const;
/** What they have booked themselves. */
const OWN = { every: 3, ahead: 8 } as const;
/** After so many days a booking is certainly over. */
export const BOOKING_SETTLED_DAYS = MOST_AHEAD + 3;
/** The venues listed first stay free, so that there is always one to book; of the others so many are used. */
export const LEFT_FREE = 3;
const USED = 8;

const PURPOSES = [
  "季度联席会议",
  "主题党日",
  "消防知识培训",
  "合唱队排练",
  "老年人手机课堂",
  "业主代表碰头会",
  "志愿者岗前培训",
  "健康讲座",
  "书法班",
  "党课",
  "邻里节筹备会",
  "矛盾调解",
];
const DENIED_BECAUSE = ["当天单位有安排，请另选时间。", "设备检修，本周不外借。"];
const CANCELLED_BECAUSE = ["活动改期", "人数不足，不办了", "改在社区中心"];

/** A booking before it is a record: who uses what, and when it was asked for. */
interface Use {
  readonly resource: ResourceRow;
  readonly organizationId: string;
  /** Day of use, day of entry. */
  readonly on: number;
  readonly day: number;
  readonly slot: number;
  /** Days after which the provider answers. */
  readonly answeredAfter: number;
  readonly isSteady: boolean;
}

/** The bookings that were made in a place within some days, with what has become of them by today. */
export function presentBookings(
  place: DemonstrationPlace,
  days: readonly number[],
  today: number,
): BookingRow[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const venues = presentVenues(place);
  const shared = resourceRows(place).filter(({ kind }) => kind === "VENUE");
  const used = [
    ...venues.decided,
    ...venues.others,
    ...shared.slice(0, Math.max(0, shared.length - LEFT_FREE)).slice(0, USED),
  ];
  const steady = days.flatMap((day) => steadyUses(place, venues, day));
  const isTaken = steadySlots(place, venues);
  const byChance = Array.from({ length: last - first + MOST_AHEAD }, (_, at) => first + 1 + at)
    .flatMap((on) => used.flatMap((resource) => usesByChance(place, resource, on)))
    .filter(({ day, resource, slot }) => day >= first && day <= last && !isTaken(resource, slot));
  return [...steady, ...byChance].map((use) => bookingRow(use, today));
}

/** Who among the people has a usual venue, by the venue. */
function usualVenues(place: DemonstrationPlace, { others }: PresentVenues) {
  const people = [
    ...liaisonsAmongPeople(place).map(({ unit }) => unit.id),
    ...secretariesAmongPeople(place).map(({ seat }) => seat.organizationId),
  ];
  return people.flatMap((organizationId, at) => {
    const resource = others[at];
    return resource ? [{ resource, organizationId }] : [];
  });
}

/** What always waits for those who are tried out, and what they always have before them. */
function steadyUses(place: DemonstrationPlace, venues: PresentVenues, day: number): Use[] {
  const asked = day % ASKED.every === 0 ? venues.decided : [];
  const own = day % OWN.every === 0 ? usualVenues(place, venues) : [];
  return [
    ...asked.map((resource) => ({
      resource,
      organizationId: bookerOf(place, resource, chanceOf("asked", resource.id, day)),
      on: day + ASKED.ahead,
      day,
      slot: AFTERNOON,
      answeredAfter: ASKED.answeredAfter,
      isSteady: true,
    })),
    ...own.map((usual) => ({
      ...usual,
      on: day + OWN.ahead,
      day,
      slot: MORNING,
      answeredAfter: 0,
      isSteady: true,
    })),
  ];
}

/** The slots that are kept for {@link steadyUses}. */
function steadySlots(place: DemonstrationPlace, venues: PresentVenues) {
  const kept = new Set([
    ...venues.decided.map(({ id }) => `${id} ${AFTERNOON}`),
    ...usualVenues(place, venues).map(({ resource }) => `${resource.id} ${MORNING}`),
  ]);
  return ({ id }: ResourceRow, slot: number): boolean => kept.has(`${id} ${slot}`);
}

function usesByChance(place: DemonstrationPlace, resource: ResourceRow, on: number): Use[] {
  const chance = chanceOf("use", resource.id, on);
  return SLOTS.flatMap((_, slot) => {
    if (!chance.onceIn(ONE_IN)) return [];
    const day = on - chance.between(1, MOST_AHEAD);
    const organizationId = bookerOf(place, resource, chance);
    return { resource, organizationId, on, day, slot, answeredAfter: 1, isSteady: false };
  });
}

/** A member unit of the committee, or of the place, that is not the provider. */
function bookerOf(place: DemonstrationPlace, resource: ResourceRow, chance: Chance): string {
  const near = place.memberships.filter(({ committee }) => committee.id === resource.committeeId);
  const units = (near.length > 1 ? near : place.memberships)
    .map(({ unit }) => unit.id)
    .filter((id) => id !== resource.providerId);
  return chance.pick(units);
}

function bookingRow(use: Use, today: number): BookingRow {
  const { resource, organizationId, on, day, slot } = use;
  const hours = SLOTS[slot] ?? SLOTS[0];
  const chance = chanceOf("booking", resource.id, on, slot);
  const createdAt = instantOn(day, 9 + slot * 3 + chance.between(0, 2) / 2);
  const startsAt = instantOn(on, hours.from);
  const purpose = chance.pick(PURPOSES);
  const quantity = Math.min(resource.capacity ?? 1, chance.between(1, 4));
  const { state, reason, changedAt } = stateOf(use, chance, today);
  return {
    id: enteredId(createdAt, "booking", resource.id, on, slot),
    resourceId: resource.id,
    organizationId,
    providerId: resource.providerId,
    committeeId: resource.committeeId,
    startsAt,
    endsAt: hoursAfter(startsAt, hours.hours),
    quantity,
    exclusive: (resource.capacity ?? 1) === 1,
    state,
    purpose,
    reason,
    seriesId: null,
    activityId: null,
    used: null,
    previousStartsAt: null,
    previousEndsAt: null,
    previousQuantity: null,
    ...enteredAt(createdAt, changedAt ?? createdAt),
  };
}

function stateOf(
  { resource, organizationId, on, day, answeredAfter, isSteady }: Use,
  chance: Chance,
  today: number,
): { state: BookingState; reason: string | null; changedAt: Date | null } {
  const [isToDeny, isToCancel] = [chance.onceIn(8), chance.onceIn(15) && !isSteady];
  const asks = resource.approval && resource.providerId !== organizationId;
  const answeredOn = Math.min(day + answeredAfter, on - 1);
  if (asks && answeredOn >= today) return { state: "REQUESTED", reason: null, changedAt: null };
  const answeredAt = instantOn(answeredOn, 17.5);
  if (asks && isToDeny)
    return { state: "DENIED", reason: chance.pick(DENIED_BECAUSE), changedAt: answeredAt };
  if (isToCancel && on - 1 < today)
    return {
      state: "CANCELLED",
      reason: chance.pick(CANCELLED_BECAUSE),
      changedAt: instantOn(on - 1, 18),
    };
  // Yesterday's still wait for the provider to say that they were used.
  if (on < today - 1) return { state: "DONE", reason: null, changedAt: instantOn(on, 21) };
  return { state: "CONFIRMED", reason: null, changedAt: asks ? answeredAt : null };
}
