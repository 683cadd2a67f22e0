import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { periodMonth } from "@alliance-hub/demonstration/days";
import { publishedFigure } from "@alliance-hub/demonstration/published-figures";
import { cycled, numbered, spread } from "@alliance-hub/demonstration/spread";
import { type ActivityPlan, activityId } from "./plan.ts";
import { TOPICS } from "./topics.ts";

/** One contest a month (大比武): the streets take turns as hosts, and all of them come. */
export function contests(place: DemonstrationPlace): ActivityPlan[] {
  const count = publishedFigure(place.published, "contests") ?? 0;
  const streets = place.committees.filter(({ level }) => level === "STREET");
  const attendance = spread(publishedFigure(place.published, "contestAttendance") ?? 0, count);
  return Array.from({ length: count }, (_, at) => {
    const committee = cycled(streets, at);
    return {
      id: activityId(place, "contest", at),
      committee,
      hostId: committee.organizationId,
      guestIds: streets
        .filter((street) => street !== committee)
        .map(({ organizationId }) => organizationId),
      kind: "CONTEST",
      title: `第${numbered(at + 1)}期大比武（${committee.region.name}）`,
      description: cycled(TOPICS.CONTEST, 0).says[at % 2] ?? null,
      theme: null,
      startsAt: periodMonth(at - count),
      audience: "PUBLIC",
      attendance: attendance[at] ?? 0,
    };
  });
}
