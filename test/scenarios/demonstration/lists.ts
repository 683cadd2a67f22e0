import { publishedPeriod } from "@alliance-hub/demonstration/published-figures";
import type { Answer } from "../../support/ask.ts";
import type { TestHub } from "../../support/hub.ts";

/** Counts one published figure of a place by a list that anybody may read. */
export type Count = (hub: TestHub, regionCode: string) => Promise<number>;

/** `totalCount` of a list with a filter. */
function total(list: string, filter: string): Count {
  return async (hub, regionCode) =>
    Number(
      (await read(hub, regionCode, `{ ${list}(filter: { ${filter} }, first: 1) { totalCount } }`))[
        list
      ]?.["totalCount"],
    );
}

async function read(hub: TestHub, regionCode: string, query: string): Promise<Answer> {
  const answer = await hub.ask(query.replaceAll("$code", JSON.stringify(regionCode)));
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const regions = (filter: string): Count => total("regions", `within: $code, ${filter}`);
const organizations = (filter: string): Count =>
  total("organizations", `regionCode: $code, ${filter}`);
const venues = (kind: string): Count =>
  total("resources", `regionCode: $code, kinds: [VENUE], venueKinds: [${kind}]`);
const teams = (kind: string): Count => total("teams", `regionCode: $code, kinds: [${kind}]`);
/** Counted in the published period: there are activities of the present, too. */
const PERIOD_END = new Date(Date.parse(`${publishedPeriod.to}T00:00:00+08:00`) + 86_400_000);
const DURING = `during: { start: "${publishedPeriod.from}T00:00:00+08:00", end: "${PERIOD_END.toISOString()}" }`;
const activities = (filter: string): Count =>
  total("activities", `regionCode: $code, states: [HELD], ${DURING}, ${filter}`);

/** Communities that have a party centre, each counted once. */
const communitiesWithPartyCentre: Count = async (hub, regionCode) => {
  const answer = await read(
    hub,
    regionCode,
    "{ resources(filter: { regionCode: $code, venueKinds: [PARTY_CENTRE] }, first: 100) { nodes { committee { region { code level } } } } }",
  );
  const found = [...(answer["resources"]?.["nodes"] ?? [])].map(
    (node) => node["committee"]?.["region"],
  );
  return new Set(
    found
      .filter((region) => String(region?.["level"]) === "COMMUNITY")
      .map((region) => String(region?.["code"])),
  ).size;
};

const contestAttendance: Count = async (hub, regionCode) => {
  const answer = await read(
    hub,
    regionCode,
    `{ activities(filter: { regionCode: $code, kinds: [CONTEST], ${DURING} }, first: 100) { nodes { attendance } } }`,
  );
  return [...(answer["activities"]?.["nodes"] ?? [])].reduce(
    (sum, node) => sum + Number(node["attendance"]),
    0,
  );
};

/** Published figures that the report has no field for. */
export const LISTED: Readonly<Record<string, Count>> = {
  communities: regions("levels: [COMMUNITY]"),
  residentialEstates: regions("levels: [ESTATE]"),
  estatesWithOwnersCommittee: regions("levels: [ESTATE], servedByKind: OWNERS_COMMITTEE"),
  estatesWithPropertyCompany: regions("levels: [ESTATE], servedByKind: PROPERTY_COMPANY"),
  organizationsOwnersCommittee: organizations("kinds: [OWNERS_COMMITTEE]"),
  organizationsPropertyCompany: organizations("kinds: [PROPERTY_COMPANY]"),
  estatePartyOrganizations: organizations("kinds: [PARTY_ORGANIZATION], regionLevels: [ESTATE]"),
  gridPartyGroups: organizations("kinds: [PARTY_ORGANIZATION], regionLevels: [GRID]"),
  responsibleUnits: total(
    "registrations",
    "regionCode: $code, responsible: true, states: [ACCEPTED]",
  ),
  workingGroups: teams("WORKING_GROUP"),
  contests: activities("kinds: [CONTEST]"),
  contestAttendance,
  communitiesWithPartyCentre,
};

/** Parts of published figures, by the figure's name. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, Count>>>> = {
  venues: {
    streetCentre: venues("STREET_CENTRE"),
    communityCentre: venues("COMMUNITY_CENTRE"),
    estateStation: venues("ESTATE_STATION"),
    scenicAreaStation: venues("SCENIC_AREA_STATION"),
    partyCentres: venues("PARTY_CENTRE"),
    redStations: venues("RED_STATION"),
    microStations: venues("MICRO_STATION"),
    servicePoints: venues("SERVICE_POINT"),
  },
  teams: {
    districtSquad: teams("DISTRICT_SQUAD"),
    unitSquads: teams("UNIT_SQUAD"),
    professionalTeams: teams("PROFESSIONAL"),
  },
  activities: {
    unitVolunteerSessions: activities('kinds: [SERVICE], theme: "单位志愿服务"'),
    professionalTeamSessions: activities('kinds: [SERVICE], theme: "专业队服务"'),
    services: activities("kinds: [SERVICE]"),
    volunteer: activities("kinds: [SERVICE]"),
    contests: activities("kinds: [CONTEST]"),
    cultural: activities("kinds: [CULTURE]"),
  },
};
