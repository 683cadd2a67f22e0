import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import {
  PERIOD_MONTHS,
  dayOf,
  hoursAfter,
  periodInstant,
  periodMonth,
} from "@alliance-hub/demonstration/days";
import { demonstrationId } from "@alliance-hub/demonstration/ids";
import { entered, placeColumns } from "@alliance-hub/demonstration/load";
import { publishedFigure } from "@alliance-hub/demonstration/published-figures";
import { cycled, spread } from "@alliance-hub/demonstration/spread";
import type { ActivitiesTables } from "../database.ts";
import { type ActivityPlan, type Committee, activityId, guestsOf } from "./plan.ts";
import { MATTERS } from "./matters.ts";

type AgendaItemRow = ActivitiesTables["agendaItem"];
type IssueRow = ActivitiesTables["issue"];

/** Number of meetings of a place whose source gives neither their number nor their frequency. */
const USUAL_MEETINGS = 24;
const MONTHS_OF_QUARTER = 3;
const DAY_HOURS = 24;

/**
 * The meetings of a place: as many as its source counts, or with the frequency that it gives. All were held.
 */
export function meetings(place: DemonstrationPlace): ActivityPlan[] {
  const { published, committees } = place;
  const { communityCommitteeMeeting, jointMeeting } = published.cadence ?? {};
  if (communityCommitteeMeeting === undefined && jointMeeting === undefined) {
    const count = publishedFigure(published, "meetings") ?? USUAL_MEETINGS;
    return Array.from({ length: count }, (_, at) =>
      meeting(place, cycled(committees, at), { at, startsAt: periodInstant(at, count, 15) }),
    );
  }
  const months = Array.from({ length: PERIOD_MONTHS }, (_, month) => month);
  const dates = committees.flatMap((committee) =>
    months
      .filter(
        (month) =>
          committee.level === "COMMUNITY" || month % MONTHS_OF_QUARTER === MONTHS_OF_QUARTER - 1,
      )
      .map((month) => ({
        committee,
        startsAt: hoursAfter(periodMonth(month), committee.level === "COMMUNITY" ? 0 : DAY_HOURS),
      })),
  );
  return dates.map(({ committee, startsAt }, at) => meeting(place, committee, { at, startsAt }));
}

function meeting(
  place: DemonstrationPlace,
  committee: Committee,
  of: { at: number; startsAt: Date },
): ActivityPlan {
  const guestIds = guestsOf(place, committee, { count: 12, from: 0 });
  return {
    id: activityId(place, "meeting", of.at),
    committee,
    hostId: committee.organizationId,
    guestIds,
    kind: "MEETING",
    title:
      committee.level === "COMMUNITY"
        ? `${committee.name}会议`
        : `${committee.region.name}联席会议`,
    description: null,
    theme: null,
    startsAt: of.startsAt,
    audience: "COMMITTEE",
    attendance: 4 + guestIds.length,
  };
}

/**
 * Issues raised at the meetings: as many as the source counts, with as many resolved as it says; otherwise one
 * for each meeting.
 */
export function issueRows(place: DemonstrationPlace, held: readonly ActivityPlan[]): IssueRow[] {
  const raised = publishedFigure(place.published, "issuesRaised") ?? held.length;
  // If nothing is published, the issue of the last meeting is still open, so that there is something left to
  // do.
  const resolved = publishedFigure(place.published, "issuesResolved") ?? raised - 1;
  const shares = spread(raised, held.length);
  const sources = held.flatMap((plan, at) =>
    Array.from({ length: shares[at] ?? 0 }, (_, index) => ({ plan, index })),
  );
  return sources.map(({ plan, index }, at) => {
    const { committee, startsAt, guestIds, hostId } = plan;
    const done = at < resolved;
    const { title, measures, outcomes } = cycled(MATTERS, at);
    const chance = chanceOf("issue", place.name, at);
    const resolvedAt = done ? hoursAfter(startsAt, (7 + (at % 14)) * DAY_HOURS) : null;
    return {
      id: demonstrationId("issue", place.name, at),
      committeeId: committee.id,
      activityId: plan.id,
      title: `${committee.region.name}${title}问题`,
      ownerId: guestIds[index % Math.max(guestIds.length, 1)] ?? hostId,
      measure: chance.pick(measures),
      deadline: dayOf(hoursAfter(startsAt, 30 * DAY_HOURS)),
      state: done ? "RESOLVED" : "RAISED",
      raisedAt: startsAt,
      resolvedAt,
      outcome: done ? chance.pick(outcomes) : null,
      audience: "COMMITTEE",
      ...entered(resolvedAt ?? startsAt),
      ...placeColumns(committee.region),
    };
  });
}

/** The agendas: a report on the decisions of the previous meeting, then each issue that was raised. */
export function agendaItemRows(
  held: readonly ActivityPlan[],
  issues: readonly IssueRow[],
): AgendaItemRow[] {
  return held.flatMap((plan) => {
    const raised = issues.filter(({ activityId: at }) => at === plan.id);
    const items = [
      { title: "通报上次会议事项办理情况", proposedByOrganizationId: plan.hostId },
      ...raised.map(({ title, ownerId }) => ({
        title: `研究${title}`,
        proposedByOrganizationId: ownerId,
      })),
    ];
    return items.map((item, at) => ({
      ...item,
      id: demonstrationId("agenda-item", plan.id, at),
      activityId: plan.id,
      detail: null,
      position: at + 1,
      removedAt: null,
      removeReason: null,
      ...entered(),
    }));
  });
}
