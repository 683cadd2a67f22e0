import type { DemonstrationCommittee } from "./committees.ts";
import { periodDay } from "./days.ts";
import { demonstrationId } from "./ids.ts";
import type { DemonstrationOrganization } from "./organizations.ts";
import { type PublishedPlace, publishedFigure, publishedParts } from "./published-figures.ts";
import { cycled, evenly, numbered } from "./spread.ts";

/** A team as its record has it: an organisation's or a committee's. */
export interface DemonstrationTeam {
  readonly id: string;
  readonly name: string;
  readonly kind: "DISTRICT_SQUAD" | "UNIT_SQUAD" | "PROFESSIONAL" | "WORKING_GROUP" | "VOLUNTEER";
  readonly organization: DemonstrationOrganization | null;
  readonly committee: DemonstrationCommittee | null;
  readonly headcount: number;
  readonly specialities: readonly string[];
  readonly formedOn: string;
}

const SPECIALITIES = [
  "应急救援",
  "医疗义诊",
  "法律咨询",
  "政策宣讲",
  "矛盾调解",
  "文艺演出",
  "环境整治",
  "水电维修",
  "助老助残",
];
/** Volunteer teams of a place whose source counts no teams. */
const USUAL_TEAMS = 5;

/** The teams of a place: by the parts that the source counts, else volunteer teams of its committees. */
export function demonstrationTeams(
  place: PublishedPlace,
  of: {
    readonly committees: readonly DemonstrationCommittee[];
    readonly units: readonly DemonstrationOrganization[];
    readonly top: DemonstrationOrganization;
  },
): DemonstrationTeam[] {
  const { committees, units, top } = of;
  const parts = publishedParts(place, "teams");
  const ofUnit = (
    kind: DemonstrationTeam["kind"],
    organization: DemonstrationOrganization,
    word: string,
  ) => ({ kind, organization, committee: null, name: `${organization.name}${word}` });
  const ofCommittee = (
    kind: DemonstrationTeam["kind"],
    committee: DemonstrationCommittee,
    word: string,
  ) => ({ kind, organization: null, committee, name: `${committee.region.name}${word}` });
  const counted = [
    ...Array.from({ length: parts.districtSquad ?? 0 }, () =>
      ofUnit("DISTRICT_SQUAD", top, "突击队"),
    ),
    ...evenly(units, parts.unitSquads ?? 0).map((unit) => ofUnit("UNIT_SQUAD", unit, "服务队")),
    ...evenly(committees, parts.professionalTeams ?? 0).map((committee, at) =>
      ofCommittee("PROFESSIONAL", committee, `${cycled(SPECIALITIES, at)}专业队`),
    ),
    ...Array.from({ length: publishedFigure(place, "workingGroups") ?? 0 }, (_, at) =>
      ofCommittee("WORKING_GROUP", cycled(committees, 0), `第${numbered(at + 1)}工作组`),
    ),
  ];
  const total =
    publishedFigure(place, "teams") ?? counted.length + Math.min(USUAL_TEAMS, committees.length);
  const volunteers = evenly(committees, total - counted.length).map((committee) =>
    ofCommittee("VOLUNTEER", committee, "志愿服务队"),
  );
  const teams = [...counted, ...volunteers];
  return teams.map((team, at) => ({
    ...team,
    id: demonstrationId("team", place.report, at),
    headcount: 8 + ((at * 7) % 23),
    specialities:
      team.kind === "PROFESSIONAL"
        ? SPECIALITIES.filter((speciality) => team.name.includes(speciality))
        : [cycled(SPECIALITIES, at), cycled(SPECIALITIES, at + 4)],
    formedOn: periodDay(at, teams.length * 2),
  }));
}
