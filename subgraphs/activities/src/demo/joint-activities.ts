import type { DemonstrationPlace } from "@alliance-hub/demonstration/alliance";
import { chanceOf } from "@alliance-hub/demonstration/chance";
import { periodInstant } from "@alliance-hub/demonstration/days";
import { publishedFigure, publishedParts } from "@alliance-hub/demonstration/published-figures";
import { cycled } from "@alliance-hub/demonstration/spread";
import type { ActivityKind } from "../nouns/activity/activity.entity.ts";
import { contests } from "./contests.ts";
import { type ActivityPlan, type Committee, activityId, guestsOf } from "./plan.ts";
import { TOPICS, type Topic } from "./topics.ts";

/** Number of service activities of a place whose source counts no activities. */
const USUAL_SERVICES = 40;

interface Host {
  readonly committee: Committee;
  readonly hostId: string;
}

/** Activities of one kind, spread over the period, with alternating hosts, titles and themes. */
interface Series {
  readonly name: string;
  readonly count: number;
  readonly kind: ActivityKind;
  readonly hosts: readonly Host[];
  readonly topics: readonly Topic[];
  readonly themes: readonly string[];
}

/** The joint activities that the source of a place counts, part by part. All are public, and all were held. */
export function jointActivities(place: DemonstrationPlace): ActivityPlan[] {
  const { published, committees } = place;
  const parts = publishedParts(published, "activities");
  const themes = published.names?.themes ?? published.themes ?? [];
  const usual = publishedFigure(published, "activities") === undefined ? USUAL_SERVICES : 0;
  const everywhere = committees.map(ownHost);
  const service = { kind: "SERVICE", topics: TOPICS.SERVICE } as const;
  const all: Series[] = [
    {
      ...service,
      name: "unit",
      count: parts.unitVolunteerSessions ?? 0,
      hosts: squadHosts(place),
      themes: ["单位志愿服务"],
    },
    {
      ...service,
      name: "professional",
      count: parts.professionalTeamSessions ?? 0,
      hosts: professionalHosts(place),
      themes: ["专业队服务"],
    },
    {
      ...service,
      name: "service",
      count: parts.services ?? parts.volunteer ?? usual,
      hosts: everywhere,
      themes,
    },
    {
      kind: "CULTURE",
      topics: TOPICS.CULTURE,
      name: "culture",
      count: parts.cultural ?? 0,
      hosts: everywhere,
      themes,
    },
  ];
  const held = all.flatMap((series) =>
    Array.from({ length: series.count }, (_, at) => activityOf(place, series, at)),
  );
  return [...held, ...contests(place)];
}

/** The organisation that a committee belongs to, as host. */
function ownHost(committee: Committee): Host {
  return { committee, hostId: committee.organizationId };
}

/** The units that have a squad, each for a committee that it is a member of. */
function squadHosts({ teams, memberships }: DemonstrationPlace): Host[] {
  const squads = teams.filter(({ kind }) => kind === "UNIT_SQUAD");
  const held = squads.flatMap(
    ({ organization }) => memberships.find(({ unit }) => unit === organization) ?? [],
  );
  return held.map(({ committee, unit }) => ({ committee, hostId: unit.id }));
}

function professionalHosts({ teams }: DemonstrationPlace): Host[] {
  const professionals = teams.filter(({ kind }) => kind === "PROFESSIONAL");
  return professionals.flatMap(({ committee }) => (committee ? [ownHost(committee)] : []));
}

function activityOf(place: DemonstrationPlace, series: Series, at: number): ActivityPlan {
  const { committee, hostId } = cycled(series.hosts, at);
  const guestIds = guestsOf(place, committee, { count: 2, from: at, without: hostId });
  const { title, says } = cycled(series.topics, at);
  return {
    id: activityId(place, series.name, at),
    committee,
    hostId,
    guestIds,
    kind: series.kind,
    title: `${committee.region.name}${title}`,
    description: chanceOf(place.name, series.name, at).pick(says),
    theme: series.themes.length > 0 ? cycled(series.themes, at) : null,
    // Mornings and afternoons.
    startsAt: periodInstant(at, series.count, 9 + (at % 2) * 5),
    audience: "PUBLIC",
    attendance: (1 + guestIds.length) * (6 + ((at * 5) % 11)),
  };
}
