import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { instantFromToday } from "@alliance-hub/demonstration/days";
import { cycled } from "@alliance-hub/demonstration/spread";
import { type ActivityPlan, activityId, guestsOf } from "./plan.ts";
import { TOPICS } from "./topics.ts";

const UPCOMING = 3;

/** A few themed days in the weeks after loading, so that the calendar is not empty today. */
export function upcomingActivities(place: DemonstrationPlace, now: Date): ActivityPlan[] {
  return Array.from({ length: UPCOMING }, (_, at) => {
    const committee = cycled(place.committees, at);
    return {
      id: activityId(place, "upcoming", at),
      committee,
      hostId: committee.organizationId,
      guestIds: guestsOf(place, committee, { count: at, from: 0 }),
      kind: "THEMED_DAY",
      title: `${committee.region.name}主题党日`,
      description: cycled(TOPICS.THEMED_DAY, 0).says[at] ?? null,
      theme: committee.themes[0] ?? null,
      startsAt: instantFromToday(now, 7 * (at + 1), 9),
      audience: cycled(["PUBLIC", "ALLIANCE", "COMMITTEE"] as const, at),
      attendance: null,
    };
  });
}
