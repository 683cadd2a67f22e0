import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { enteredId } from "@alliance-hub/demonstration/ids";
import { placeColumns } from "@alliance-hub/demonstration/load";
import { triedCommittees } from "@alliance-hub/demonstration/people";
import { dayText, enteredAt, instantOn } from "@alliance-hub/demonstration/present";
import type { ActivitiesTables } from "../database.ts";
import { MATTERS } from "./matters.ts";
import { type Committee, guestsOf } from "./plan.ts";

type IssueRow = ActivitiesTables["issue"];

/**
 * Of what is raised in a committee that can be tried out: each so many days, and with so many days to resolve it,
 * so that something is always due within a week. It is resolved on its last day.
 */
const EVERY = 7;
const DUE = 15;
/** Other issues take between so many days; some are late. */
const OTHERS = { least: 10, most: 40, late: 12 } as const;
/** After so many days an issue has certainly been resolved. */
export const ISSUE_SETTLED_DAYS = OTHERS.most + OTHERS.late + 1;

/** The issues that were raised in a place on a day, with what has become of them by today. */
export function presentIssues(place: DemonstrationPlace, day: number, today: number): IssueRow[] {
  const tried = triedCommittees(place);
  const steady = tried
    .filter((_, at) => (day + at) % EVERY === 0)
    .map((committee) => issueOf(place, committee, { day, today, due: DUE, resolved: DUE }));
  const chance = chanceOf("present issues", place.name, day);
  if (!chance.onceIn(4)) return steady;
  const others = place.committees.filter((committee) => !tried.includes(committee));
  if (others.length === 0) return steady;
  const due = chance.between(OTHERS.least, OTHERS.most);
  const resolved = chance.onceIn(6) ? due + OTHERS.late : chance.between(OTHERS.least - 5, due);
  return [...steady, issueOf(place, chance.pick(others), { day, today, due, resolved })];
}

function issueOf(
  place: DemonstrationPlace,
  committee: Committee,
  of: {
    readonly day: number;
    readonly today: number;
    /** Days after which it is due, and after which it is resolved. */
    readonly due: number;
    readonly resolved: number;
  },
): IssueRow {
  const { day, today, due, resolved } = of;
  const chance = chanceOf("present issue", committee.id, day);
  const { title, measures, outcomes } = chance.pick(MATTERS);
  const [ownerId = committee.organizationId] = guestsOf(place, committee, {
    count: 1,
    // One unit after the other, so that each has something to do.
    from: Math.floor(day / EVERY),
  });
  const raisedAt = instantOn(day, 10 + chance.between(0, 6));
  const isResolved = day + resolved < today;
  const resolvedAt = isResolved ? instantOn(day + resolved, 16) : null;
  return {
    id: enteredId(raisedAt, "issue", committee.id, day),
    committeeId: committee.id,
    activityId: null,
    title: `${committee.region.name}${title}问题`,
    ownerId,
    measure: chance.pick(measures),
    deadline: dayText(day + due),
    state: isResolved ? "RESOLVED" : "RAISED",
    raisedAt,
    resolvedAt,
    outcome: isResolved ? chance.pick(outcomes) : null,
    audience: "COMMITTEE",
    ...enteredAt(raisedAt, resolvedAt ?? raisedAt),
    ...placeColumns(committee.region),
  };
}
