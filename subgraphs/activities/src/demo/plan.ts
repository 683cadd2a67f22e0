import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { hoursAfter } from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { spread } from "@alliance-hub/demonstration/spread";
import type { Audience } from "@alliance-hub/sharing/audience";
import type { ActivityKind } from "../nouns/activity/activity.entity.ts";
import type { ActivitiesTables } from "../database.ts";

export type Committee = DemonstrationPlace["committees"][number];

/** An activity of the demonstration, before it is a record. */
export interface ActivityPlan {
  readonly id: string;
  readonly committee: Committee;
  readonly hostId: string;
  /** Organisations besides the host. */
  readonly guestIds: readonly string[];
  readonly kind: ActivityKind;
  readonly title: string;
  readonly description: string | null;
  readonly theme: string | null;
  readonly startsAt: Date;
  readonly audience: Audience;
  /** Total number of people who came; null for a future activity. */
  readonly attendance: number | null;
}

/** Length of every activity. */
const HOURS = 2;

/** The id of the nth activity of a kind in a place. */
export function activityId(place: DemonstrationPlace, series: string, at: number): string {
  return demonstrationId("activity", place.name, series, at);
}

/**
 * Some member units of a committee: the given number, starting at a position and going round, without one of
 * them.
 */
export function guestsOf(
  place: DemonstrationPlace,
  committee: Committee,
  of: { readonly count: number; readonly from: number; readonly without?: string },
): string[] {
  const units = place.memberships
    .filter((held) => held.committee === committee)
    .map(({ unit }) => unit.id);
  const others = units.filter((id) => id !== of.without);
  return Array.from(
    { length: Math.min(of.count, others.length) },
    (_, at) => others[(of.from + at) % others.length] ?? "",
  );
}

export function activityRow(
  place: DemonstrationPlace,
  plan: ActivityPlan,
): ActivitiesTables["activity"] {
  const { committee, hostId, guestIds, attendance, startsAt, title, description, theme } = plan;
  const endsAt = hoursAfter(startsAt, HOURS);
  const venue = place.venues.find(({ committeeId }) => committeeId === committee.id);
  return {
    id: plan.id,
    committeeId: committee.id,
    hostId,
    kind: plan.kind,
    title,
    theme,
    startsAt,
    endsAt,
    audience: plan.audience,
    state: attendance === null ? "SCHEDULED" : "HELD",
    heldAt: attendance === null ? null : endsAt,
    venueId: venue?.id ?? null,
    venueBookingId: null,
    place: venue?.title ?? null,
    hasOwnPlace: false,
    description,
    attendance: attendance ?? 0,
    cancelReason: null,
    participantIds: [hostId, ...guestIds],
    ...entered(attendance === null ? undefined : endsAt),
    ...placeColumns(committee.region),
    ...searchColumns(title, theme, description),
  };
}

/** Of a participant that was entered as one. */
export const PARTAKING = {
  state: "JOINED",
  invitedAt: null,
  endedAt: null,
  reason: null,
} as const;

/** The participants, the host first; each with its share of the attendance. */
export function participantRows(plan: ActivityPlan): ActivitiesTables["participant"][] {
  const ids = [plan.hostId, ...plan.guestIds];
  const shares = plan.attendance === null ? [] : spread(plan.attendance, ids.length);
  const { createdAt: joinedAt } = entered();
  return ids.map((organizationId, at) => ({
    activityId: plan.id,
    organizationId,
    startsAt: plan.startsAt,
    ...PARTAKING,
    joinedAt,
    attendance: shares[at] ?? null,
  }));
}
