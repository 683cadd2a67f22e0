import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { migrateSchema } from "@alliance-hub/kit/database/migrate";
import { createLog } from "@alliance-hub/kit/log/log";
import { createSubgraphExecutor } from "@alliance-hub/kit/subgraph/execute";
import { createTestDatabase } from "@alliance-hub/kit/testing/test-database";
import { ANONYMOUS, type Viewer } from "@alliance-hub/kit/viewer/viewer";
import { Client } from "pg";
import { createActivitiesSubgraph } from "../subgraph.ts";

export const DISTRICT = "445202";
export const STREET = "445202001";
/** Code, path and alliance of the street, as columns have them. */
export const PLACE = [STREET, [null, null, DISTRICT, STREET, null, null], DISTRICT];

/** What a call answered: its data, or the code of its first error. */
export interface Answer {
  // The tests know what they asked for; a type for each answer would say it twice.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** A street's committee with units, in a database of its own. */
export interface CalendarSetting extends AsyncDisposable {
  /** Changes whatever it likes, as the owner of the server. */
  readonly admin: Client;
  /** Now, as the subgraph sees it; tests move it. */
  readonly clock: { now: Date };
  /** Statements of the last call. */
  readonly statements: string[];
  readonly committeeId: string;
  /** The party organisation that the committee stands on, three member units, and a unit that is none. */
  readonly units: {
    readonly base: string;
    readonly a: string;
    readonly b: string;
    readonly c: string;
    readonly stranger: string;
  };
  call(viewer: Viewer, query: string, variables?: object): Promise<Answer>;
  /** The liaison of a unit; that of the stranger reads nothing of the committee. */
  liaison(organizationId: string): Viewer;
  readonly secretary: Viewer;
  /** A member sent by unit b. */
  readonly seat: Viewer;
}

/** Makes the setting; the other subgraphs' tables are the real ones, by their own migrations. */
export async function createCalendarSetting(): Promise<CalendarSetting> {
  const database = await createTestDatabase();
  const clock = { now: new Date("2026-03-01T04:00:00Z") };
  const statements: string[] = [];
  const log = createLog({ level: "fatal", name: "test" });
  const subgraph = await createActivitiesSubgraph({
    databaseUrl: database.url,
    log,
    clock: () => clock.now,
    onStatement: (event) => statements.push(event.query.sql),
  });
  for (const schema of ["organizations", "members", "resources"]) {
    const directory = fileURLToPath(new URL(`../../../${schema}/src/migrations`, import.meta.url));
    await migrateSchema({ url: database.url, schema, directory });
  }
  await subgraph.migrate();
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  const { committeeId, units } = await found(admin);
  const execute = createSubgraphExecutor(subgraph, log);
  return {
    admin,
    clock,
    statements,
    committeeId,
    units,
    call: async (viewer, query, variables) => {
      statements.length = 0;
      const request = { viewer, requestId: "test", signal: new AbortController().signal };
      const { data, errors } = await execute({ query, variables: { ...variables } }, request);
      const first = errors?.[0];
      const code = first?.extensions?.["code"];
      return {
        data,
        code: first && (typeof code === "string" ? code : "none"),
        message: first?.message,
      };
    },
    liaison: (id) =>
      person(`liaison of ${id}`, {
        organizationIds: [id],
        committeeIds: id === units.stranger ? [] : [committeeId],
      }),
    secretary: person("secretary", {
      committeeIds: [committeeId],
      seatCommitteeIds: [committeeId],
      runsCommitteeIds: [committeeId],
    }),
    seat: person("seat", {
      committeeIds: [committeeId],
      seatCommitteeIds: [committeeId],
      roles: [{ role: "MEMBER", committeeId, regionCode: null, organizationId: units.b }],
    }),
    [Symbol.asyncDispose]: async () => {
      await admin.end();
      await subgraph.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

function person(subject: string, held: Partial<Viewer>): Viewer {
  return { ...ANONYMOUS, kind: "PERSON", subject, allianceCodes: [DISTRICT], ...held };
}

async function found(admin: Client) {
  await admin.query(
    `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
     values ($1, '区', 'DISTRICT', array[null, null, $1, null, null, null], $1, now(), now()),
            ($2, '街道', 'STREET', array[null, null, $1, $2, null, null], $1, now(), now())`,
    [DISTRICT, STREET],
  );
  const units = {
    base: randomUUID(),
    a: randomUUID(),
    b: randomUUID(),
    c: randomUUID(),
    stranger: randomUUID(),
  };
  for (const [name, id] of Object.entries(units)) {
    await admin.query(
      `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), $2, 'PARTY_ORGANIZATION', $3, $4, $5, '', '{}')`,
      [id, name, ...PLACE],
    );
  }
  const committeeId = randomUUID();
  await admin.query(
    `insert into organizations.committee (id, created_at, updated_at, name, level, organization_id, ancestor_ids, established_on, region_code, region_path, alliance_code)
     values ($1, now(), now(), '大工委', 'STREET', $2, '{}', '2022-01-01', $3, $4, $5)`,
    [committeeId, units.base, ...PLACE],
  );
  for (const id of [units.a, units.b, units.c]) {
    await admin.query(
      `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, '2022-01-01', $4, $5, $6)`,
      [randomUUID(), committeeId, id, ...PLACE],
    );
  }
  return { committeeId, units };
}

const CHANGED =
  "{ activity { id state startsAt endsAt attendance version participants { organization { id } attendance } } }";
/** The mutations' documents. */
export const SCHEDULE = `mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) ${CHANGED} }`;
export const RESCHEDULE = `mutation ($input: RescheduleActivityInput!) { rescheduleActivity(input: $input) ${CHANGED} }`;
export const CANCEL = `mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) ${CHANGED} }`;
export const HOLD = `mutation ($input: HoldActivityInput!) { holdActivity(input: $input) ${CHANGED} }`;
export const JOIN = `mutation ($input: JoinActivityInput!) { joinActivity(input: $input) ${CHANGED} }`;
export const LEAVE = `mutation ($input: LeaveActivityInput!) { leaveActivity(input: $input) ${CHANGED} }`;
export const RECORD = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) ${CHANGED} }`;

/** Two hours of a day, from nine o'clock. */
export const on = (day: string) => ({
  start: `${day}T09:00:00+08:00`,
  end: `${day}T11:00:00+08:00`,
});

/** Input of an activity hosted by unit a, ten days ahead. */
export function activityInput(setting: CalendarSetting, over: object = {}): object {
  return {
    committeeId: setting.committeeId,
    hostId: setting.units.a,
    title: "义务植树",
    kind: "SERVICE",
    during: on("2026-03-11"),
    audience: "COMMITTEE",
    ...over,
  };
}

/** The id of a fresh activity, scheduled by the secretary. */
export async function scheduled(setting: CalendarSetting, over: object = {}): Promise<string> {
  const { data, message } = await setting.call(setting.secretary, SCHEDULE, {
    input: activityInput(setting, over),
  });
  if (message !== undefined) throw new Error(message);
  return data.scheduleActivity.activity.id;
}
