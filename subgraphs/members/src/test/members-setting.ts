import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { connectDatabase } from "@alliance-hub/platform/database/connect";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type Standing, readStanding } from "@alliance-hub/platform/directory/standing";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { Client } from "pg";
import { createMembersSubgraph } from "../subgraph.ts";

/** A district and its street; every committee of a test has a community of its own below. */
export const DISTRICT = "445202";
export const STREET = "445202001";

/** A community's committee in its first term, with the people around it. */
export interface CommitteeSetting {
  readonly id: string;
  readonly communityCode: string;
  /** The party organisation that it belongs to. */
  readonly base: string;
  readonly secretary: Viewer;
}

/** The subgraph on a database of its own. */
export interface MembersSetting extends AsyncDisposable {
  /** Its database, for a login that may do everything. */
  readonly url: string;
  /** Sets the subgraph's clock to noon of a day in Asia/Shanghai; at first it is {@link TODAY}. */
  setDay(day: string): void;
  /** Changes whatever it likes, as the owner of the server. */
  readonly admin: Client;
  /** What the records say of somebody on a day; today by default. */
  standing(subject: string, day?: string): Promise<Standing>;
  /** Statements of the last call. */
  readonly statements: string[];
  call(viewer: Viewer, query: string, variables?: object): Promise<Answer>;
  /** Fields of another subgraph's record that this one adds. */
  entity(
    viewer: Viewer,
    key: { __typename: string; [field: string]: string },
    selection: string,
  ): Promise<Answer>;
  /** A committee whose first term runs from 2022-01-01 to 2026-12-31. */
  committee(): Promise<CommitteeSetting>;
  organization(): Promise<string>;
  /** The liaison of a unit. */
  liaison(organizationId: string): Viewer;
  readonly operator: Viewer;
  readonly stranger: Viewer;
}

/** Now in all tests that do not set another day: noon of 2026-03-01 in Asia/Shanghai. */
export const NOW = new Date("2026-03-01T04:00:00Z");
export const TODAY = "2026-03-01";

const log = createLog({ level: "fatal", name: "test" });

/** A database with the tables of all subgraphs, the real ones, by their own migrations. */
const MIGRATED: TestTemplate = {
  name: "template_members",
  prepare: async (url) => {
    await migrateHub(url);
    await using subgraph = await createMembersSubgraph({ databaseUrl: url, log });
    await subgraph.migrate();
  },
};

/** Makes the setting. */
export async function createMembersSetting(): Promise<MembersSetting> {
  const database = await createTestDatabase(MIGRATED);
  const statements: string[] = [];
  let now = NOW;
  const subgraph = await createMembersSubgraph({
    databaseUrl: database.url,
    log,
    clock: () => now,
    onStatement: (event) => statements.push(event.query.sql),
  });
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
     values ($1, '区', 'DISTRICT', array[null, null, $1, null, null, null], $1, now(), now()),
            ($2, '街道', 'STREET', array[null, null, $1, $2, null, null], $1, now(), now())`,
    [DISTRICT, STREET],
  );
  const directoryRows = await connectDatabase<DirectoryTables>(
    { url: database.url, schema: "gateway" },
    [],
  );
  const execute = createSubgraphExecutor(subgraph, log);
  const call = async (viewer: Viewer, query: string, variables: object = {}): Promise<Answer> => {
    statements.length = 0;
    const request = { viewer, requestId: "test", signal: new AbortController().signal };
    const { data, errors } = await execute({ query, variables: { ...variables } }, request);
    const message = errors?.[0]?.message;
    const code = errors?.[0]?.extensions?.["code"];
    return { data, code: typeof code === "string" ? code : message, message };
  };
  const person = { ...ANONYMOUS, kind: "PERSON", allianceCodes: [DISTRICT] } as const;
  const organization = () => addOrganization(admin);
  return {
    url: database.url,
    admin,
    setDay: (day) => {
      now = new Date(`${day}T12:00:00+08:00`);
    },
    standing: (subject, day = TODAY) => readStanding(directoryRows.rows, { subject }, day),
    statements,
    call,
    entity: async (viewer, key, selection) => {
      const { __typename: type } = key;
      const query = `query ($key: _Any!) { entities: _entities(representations: [$key]) { ... on ${type} ${selection} } }`;
      const answer = await call(viewer, query, { key });
      return { ...answer, data: answer.data?.entities[0] };
    },
    organization,
    committee: async () => {
      const base = await organization();
      const { id, communityCode } = await addCommittee(admin, base);
      return {
        id,
        communityCode,
        base,
        secretary: {
          ...person,
          subject: `secretary of ${id}`,
          runsCommitteeIds: [id],
          committeeIds: [id],
        },
      };
    },
    liaison: (id) => ({
      ...person,
      subject: `liaison of ${id}`,
      organizationId: id,
      organizationIds: [id],
    }),
    operator: { ...person, subject: "operator", operatorRegionCodes: [DISTRICT] },
    stranger: {
      ...person,
      subject: "stranger",
      allianceCodes: ["530381"],
      operatorRegionCodes: ["530381"],
    },
    [Symbol.asyncDispose]: async () => {
      await admin.end();
      await directoryRows.close();
      await subgraph.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function addOrganization(admin: Client): Promise<string> {
  const id = randomUUID();
  await admin.query(
    `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), '单位', 'PARTY_ORGANIZATION', $2, array[null, null, $3, $2, null, null], $3, '', '{}')`,
    [id, STREET, DISTRICT],
  );
  return id;
}

async function addCommittee(
  admin: Client,
  base: string,
): Promise<{ id: string; communityCode: string }> {
  const id = randomUUID();
  const communityCode = `K-${id}`;
  await admin.query(
    `insert into organizations.region (code, name, level, parent_code, path, alliance_code, created_at, updated_at)
     values ($1, '社区', 'COMMUNITY', $2, array[null, null, $3, $2, $1, null], $3, now(), now())`,
    [communityCode, STREET, DISTRICT],
  );
  await admin.query(
    `insert into organizations.committee (id, created_at, updated_at, name, level, organization_id, ancestor_ids, established_on, region_code, region_path, alliance_code)
     values ($1, now(), now(), '大党委', 'COMMUNITY', $2, '{}', '2022-01-01', $3, array[null, null, $5, $4, $3, null], $5)`,
    [id, base, communityCode, STREET, DISTRICT],
  );
  await admin.query(
    "select directory.open_first_term($1, $2, 1, '2022-01-01', '2026-12-31', now())",
    [randomUUID(), id],
  );
  return { id, communityCode };
}

/** The mutations' documents. */
export const JOIN =
  "mutation ($input: JoinCommitteeInput!) { joinCommittee(input: $input) { membership { id version joinedOn } } }";
export const LEAVE =
  "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id version leftOn leaveReason } } }";
export const APPOINT_SEAT =
  "mutation ($input: AppointSeatInput!) { appointSeat(input: $input) { seat { id version role holderName since } } }";
export const END_SEAT =
  "mutation ($input: EndSeatInput!) { endSeat(input: $input) { seat { id until endReason } } }";
export const START_TERM =
  "mutation ($input: StartTermInput!) { startTerm(input: $input) { term { id number state startsOn endsOn } } }";
export const PLAN_TERM =
  "mutation ($input: PlanTermInput!) { planTerm(input: $input) { term { id version number state startsOn endsOn } } }";
export const UPDATE_PLANNED_TERM =
  "mutation ($input: UpdatePlannedTermInput!) { updatePlannedTerm(input: $input) { term { version number startsOn endsOn } } }";
export const DISCARD_PLANNED_TERM =
  "mutation ($input: DiscardPlannedTermInput!) { discardPlannedTerm(input: $input) { id } }";

/** Takes a fresh unit into a committee. */
export async function memberUnit(
  setting: MembersSetting,
  committee: CommitteeSetting,
  joinedOn?: string,
): Promise<{ id: string; membershipId: string }> {
  const id = await setting.organization();
  const { data } = await setting.call(committee.secretary, JOIN, {
    input: { committeeId: committee.id, organizationId: id, joinedOn },
  });
  return { id, membershipId: data.joinCommittee.membership.id };
}
