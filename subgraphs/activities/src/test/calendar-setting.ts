import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import type { Answer } from "@alliance-hub/testing/answer";
import { createLog } from "@alliance-hub/platform/log/log";
import {
  createSubgraphExecutor,
  createSubgraphSubscriber,
} from "@alliance-hub/platform/subgraph/execute";
import { DISTRICT, enterStreetCommittee } from "@alliance-hub/testing/street-committee";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import type { FormattedExecutionResult } from "graphql";
import { Client } from "pg";
import { createActivitiesSubgraph } from "../subgraph.ts";

/** What is followed. */
export interface Followed {
  readonly query: string;
  readonly variables: object;
  readonly signal: AbortSignal;
}

/** A street's committee with units, in a database of its own. */
export interface CalendarSetting extends AsyncDisposable {
  /** Changes whatever it likes, as the owner of the server. */
  readonly admin: Client;
  /** Now, as the subgraph sees it; tests move it. */
  readonly clock: { now: Date };
  /** What the subgraph was made with, for another one on the same database. */
  readonly config: SubgraphConfig;
  /** The subgraph itself; what it does unasked is begun by a test that wants it. */
  readonly subgraph: Subgraph;
  readonly databaseUrl: string;
  /** Statements of the last call. */
  readonly statements: string[];
  readonly committeeId: string;
  /**
   * The party organisation that the committee belongs to, three member units, and a unit that is not a member.
   */
  readonly units: {
    readonly base: string;
    readonly a: string;
    readonly b: string;
    readonly c: string;
    readonly stranger: string;
  };
  call(viewer: Viewer, query: string, variables?: object): Promise<Answer>;
  /** Follows a subscription until the signal fires. */
  follow(viewer: Viewer, asked: Followed): AsyncIterable<Answer>;
  /** The liaison of a unit; that of the stranger reads nothing of the committee. */
  liaison(organizationId: string): Viewer;
  readonly secretary: Viewer;
  /** A member sent by unit b. */
  readonly seat: Viewer;
}

function faultOf(errors: FormattedExecutionResult["errors"]): Pick<Answer, "code" | "message"> {
  const [first] = errors ?? [];
  const code = first?.extensions?.["code"];
  return { code: first && (typeof code === "string" ? code : "none"), message: first?.message };
}

const log = createLog({ level: "fatal", name: "test" });

/** A database with the tables of all subgraphs, the real ones, by their own migrations. */
const MIGRATED: TestTemplate = {
  name: "template_activities",
  prepare: async (url) => {
    await migrateHub(url);
    await using subgraph = await createActivitiesSubgraph({ databaseUrl: url, log });
    await subgraph.migrate();
  },
};

/**
 * Makes the setting.
 *
 * @param over in place of what the subgraph is made with.
 */
export async function createCalendarSetting(
  over: Partial<SubgraphConfig> = {},
): Promise<CalendarSetting> {
  const database = await createTestDatabase(MIGRATED);
  const clock = { now: new Date("2026-03-01T04:00:00Z") };
  const statements: string[] = [];
  const config: SubgraphConfig = {
    databaseUrl: database.url,
    log,
    clock: () => clock.now,
    onStatement: (event) => statements.push(event.query.sql),
    ...over,
  };
  const subgraph = await createActivitiesSubgraph(config);
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  const { committeeId, units } = await enterStreetCommittee(admin);
  const execute = createSubgraphExecutor(subgraph, log);
  const subscribe = createSubgraphSubscriber(subgraph, log);
  return {
    admin,
    clock,
    config,
    subgraph,
    databaseUrl: database.url,
    statements,
    committeeId,
    units,
    call: async (viewer, query, variables) => {
      statements.length = 0;
      const request = { viewer, requestId: "test", signal: new AbortController().signal };
      const { data, errors } = await execute({ query, variables: { ...variables } }, request);
      return { data, ...faultOf(errors) };
    },
    follow: async function* (viewer, { query, variables, signal }) {
      const request = { viewer, requestId: "test", signal };
      for await (const { data, errors } of subscribe(
        { query, variables: { ...variables } },
        request,
      ))
        yield { data, ...faultOf(errors) };
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

const CHANGED =
  "{ activity { id state startsAt endsAt attendance version participants { state organization { id } attendance } } }";
/** The mutations' documents. */
export const SCHEDULE = `mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) ${CHANGED} }`;
export const RESCHEDULE = `mutation ($input: RescheduleActivityInput!) { rescheduleActivity(input: $input) ${CHANGED} }`;
export const UPDATE = `mutation ($input: UpdateActivityInput!) { updateActivity(input: $input) ${CHANGED} }`;
export const CANCEL = `mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) ${CHANGED} }`;
export const HOLD = `mutation ($input: HoldActivityInput!) { holdActivity(input: $input) ${CHANGED} }`;
export const REOPEN = `mutation ($input: ReopenActivityInput!) { reopenActivity(input: $input) ${CHANGED} }`;
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
