import {
  type DemonstrationPlace,
  demonstrationAlliance,
} from "@alliance-hub/demonstration/alliance";
import { demonstrationPeople } from "@alliance-hub/demonstration/people";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { parse } from "graphql";
import type { Kysely } from "kysely";
import type { Engine } from "../engine/engine.ts";
import { type SampleIds, sampleDates } from "../http/explorer/sample-values.ts";
import type { Identify } from "../identity/identity.ts";
import { demonstrationSampleIds } from "./demonstration.ts";

/** The person whose examples are shown to whoever has not given a token. */
const PERSON = "445202-liaison-1";

const OPEN = "states: [SCHEDULED, RESCHEDULED], during: $ahead";
const QUERY = `query ($organization: ID!, $committee: ID!, $region: String!, $morning: TimeRangeInput!, $ahead: TimeRangeInput!) {
  resource: resources(filter: { regionCode: $region, kinds: [VENUE], freeDuring: $morning }, first: 1) { nodes { id } }
  ownVenue: resources(filter: { providerId: $organization, kinds: [VENUE] }, first: 1) { nodes { id } }
  registration: registrations(filter: { regionCode: $region, states: [SUBMITTED] }, first: 1) { nodes { id } }
  booking: bookings(filter: { organizationId: $organization, states: [REQUESTED, CONFIRMED], during: $ahead }, first: 1) { nodes { id } }
  draftedAgreement: agreements(filter: { organizationId: $organization, states: [DRAFT] }, first: 1) { nodes { id } }
  proposedAgreement: agreements(filter: { awaitingSignatureOf: $organization, states: [PROPOSED] }, first: 1) { nodes { id } }
  activeAgreement: agreements(filter: { organizationId: $organization, states: [ACTIVE] }, first: 1) { nodes { id } }
  hosted: activities(filter: { organizationId: $organization, ${OPEN} }, first: 100) { nodes { id host { id } } }
  others: activities(filter: { regionCode: $region, ${OPEN} }, first: 50) { nodes { id participants { organization { id } } } }
  attendedActivity: activities(filter: { organizationId: $organization, states: [HELD] }, first: 1) { nodes { id } }
  invitations: tasks(filter: { organizationId: $organization, nouns: ["Activity"] }, first: 50) { nodes { id: recordId kind } }
  notice: notices(first: 1) { nodes { id } }
  units: committee(id: $committee) { nodes: memberUnits(first: 100) { nodes { organization { id } } } }
  newcomers: organizations(filter: { regionCode: $region, kinds: [SCHOOL, HOSPITAL] }, first: 50) {
    nodes { id memberships(first: 20) { nodes { committee { id } } } }
  }
}`;

/** Time to look them up, in milliseconds. */
const WAIT_MS = 2000;
const DAY_MS = 86_400_000;

interface Node {
  readonly id: string;
  readonly kind?: string;
  readonly host?: { readonly id: string } | null;
  readonly participants?: readonly { readonly organization: { readonly id: string } | null }[];
  readonly memberships?: {
    readonly nodes: readonly { readonly committee: { readonly id: string } }[];
  };
}

/** What the examples of a person are about: who acts, and where. */
interface Ground {
  readonly organization: string;
  readonly otherOrganization: string;
  readonly committee: string;
  readonly region: string;
  readonly street: string;
  readonly otherStreet: string;
  readonly community: string;
  readonly partyOrganization: string;
}

/**
 * Ids of the demonstration alliance for the explorer's examples: of records that are there now, in the state that
 * the example needs, for whoever the token in the header is of. What is not there is left out.
 */
export function createSampleIds(
  engine: Engine,
  rows: Kysely<DirectoryTables>,
  identify: Identify,
): (authorization?: string) => Promise<Partial<SampleIds>> {
  const document = parse(QUERY);
  const byDefault = demonstrationPeople().find(({ name }) => name === PERSON);
  if (!byDefault) throw new Error(`The demonstration alliance lacks ${PERSON}`);
  const viewerOf = async (authorization: string | undefined): Promise<Viewer> => {
    const viewer = await Promise.resolve(identify(authorization)).catch(() => undefined);
    if (viewer?.kind === "PERSON") return viewer;
    const { subject } = byDefault;
    return { kind: "PERSON", subject, scopes: [], ...(await readStanding(rows, { subject })) };
  };
  return async (authorization) => {
    const viewer = await viewerOf(authorization);
    const ground = groundOf(viewer);
    const now = new Date();
    const variables = {
      ...ground,
      morning: sampleDates(now).morning,
      ahead: {
        start: now.toISOString(),
        end: new Date(now.getTime() + 120 * DAY_MS).toISOString(),
      },
    };
    const prepared = await engine.prepare({ source: QUERY, document });
    const { data } = await prepared.execute(variables, {
      viewer,
      requestId: "explorer",
      signal: AbortSignal.timeout(WAIT_MS),
    });
    return { ...ground, ...found(data ?? {}, ground) };
  };
}

function found(
  data: Readonly<Record<string, unknown>>,
  { organization, committee }: Ground,
): Partial<SampleIds> {
  const nodesOf = (name: string): readonly Node[] =>
    (data[name] as { readonly nodes?: readonly Node[] } | null)?.nodes ?? [];
  const ids: Record<string, string> = {};
  const note = (name: string, node: Node | undefined): void => {
    if (node) ids[name] = node.id;
  };
  for (const name of Object.keys(data)) {
    if (!["hosted", "others", "invitations", "newcomers", "units"].includes(name))
      note(name, nodesOf(name)[0]);
  }
  note(
    "hostedActivity",
    nodesOf("hosted").find(({ host }) => host?.id === organization),
  );
  note(
    "openActivity",
    nodesOf("others").find(({ participants = [] }) =>
      participants.every((part) => part.organization?.id !== organization),
    ),
  );
  note(
    "invitedActivity",
    nodesOf("invitations").find(({ kind }) => kind === "ANSWER_INVITATION"),
  );
  const members = unitsIn(data["units"]);
  const member = members.includes(organization) ? organization : members[0];
  if (member !== undefined) ids["member"] = member;
  note(
    "newcomer",
    nodesOf("newcomers").find(
      ({ memberships }) =>
        memberships?.nodes.every((held) => held.committee.id !== committee) ?? false,
    ),
  );
  return ids;
}

/** The member units of the committee in an answer. */
function unitsIn(committee: unknown): string[] {
  const { nodes } = (committee ?? {}) as {
    readonly nodes?: {
      readonly nodes?: readonly { readonly organization: { readonly id: string } }[];
    };
  };
  return (nodes?.nodes ?? []).map(({ organization }) => organization.id);
}

/** Where somebody acts: their unit and committee, or for whoever has none those of the first liaison there. */
function groundOf({ organizationId, roles }: Viewer): Ground {
  const places = demonstrationAlliance();
  const codes = roles.map(({ regionCode }) => regionCode);
  const place =
    places.find(({ organizations }) => organizations.some(({ id }) => id === organizationId)) ??
    places.find(({ regions }) => codes.includes(regions.root.code)) ??
    places.find(({ name }) => PERSON.startsWith(`${name}-`));
  if (!place) throw new Error(`The demonstration alliance lacks the place of ${PERSON}`);
  const usual = demonstrationSampleIds(place);
  const committee = roles.find(({ committeeId }) => committeeId !== null)?.committeeId;
  const own = organizationId ?? usual.organization;
  // Where the place is a street itself, one of its communities stands for the other one.
  const [street, otherStreet] = place.regions.streets;
  return {
    organization: own,
    otherOrganization:
      own === usual.otherOrganization ? usual.organization : usual.otherOrganization,
    committee: committee ?? committeeOf(place, own) ?? usual.committee,
    region: place.regions.root.code,
    street: street?.code ?? place.regions.root.code,
    otherStreet: otherStreet?.code ?? communityOf(place, own),
    community: communityOf(place, own),
    partyOrganization: place.top.id,
  };
}

function committeeOf({ memberships }: DemonstrationPlace, unitId: string): string | undefined {
  return memberships.find(({ unit }) => unit.id === unitId)?.committee.id;
}

/** The community that a unit lies in, or the first one. */
function communityOf({ organizations, regions }: DemonstrationPlace, unitId: string): string {
  const region = organizations.find(({ id }) => id === unitId)?.region;
  const code = region?.level === "COMMUNITY" ? region.code : regions.communities[0]?.code;
  return code ?? regions.root.code;
}
