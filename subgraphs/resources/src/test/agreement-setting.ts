import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import type { Answer } from "@alliance-hub/testing/answer";
import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import type { Subgraph, SubgraphConfig } from "@alliance-hub/platform/subgraph/subgraph";
import { DISTRICT, enterStreetCommittee } from "@alliance-hub/testing/street-committee";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { Client } from "pg";
import type { ResourcesContext } from "../context.ts";
import { tellAllUnanswered } from "../mechanisms/unanswered-series/unanswered-worker.ts";
import { moveAllOn } from "../mechanisms/waiting-offer/offer-worker.ts";
import { createResourcesSubgraph } from "../subgraph.ts";

/** A street's committee with units, in a database of its own. */
export interface AgreementSetting extends AsyncDisposable {
  /** Changes whatever it likes, as the owner of the server. */
  readonly admin: Client;
  /** Where its database is, for further connections. */
  readonly url: string;
  /** Now, as the subgraph sees it; tests move it. */
  readonly clock: { now: Date };
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
  /** Does once what the worker of the waiting lists does. */
  moveWaitingOn(): Promise<void>;
  /** Does once what the worker of unused series does. */
  tellUnanswered(): Promise<void>;
  call(viewer: Viewer, query: string, variables?: object): Promise<Answer>;
  /** The liaison of a unit that belongs to the committee. */
  liaison(organizationId: string): Viewer;
  readonly secretary: Viewer;
  /** The units' liaisons, and others. */
  readonly people: Readonly<
    Record<keyof AgreementSetting["units"] | "secretary" | "anonymous", Viewer>
  >;
}

const log = createLog({ level: "fatal", name: "test" });

/** A database with this subgraph's tables and the others', the real ones, by their own migrations. */
const MIGRATED: TestTemplate = {
  name: "template_resources",
  prepare: async (url) => {
    await migrateHub(url);
    await using subgraph = await createResourcesSubgraph({ databaseUrl: url, log });
    await subgraph.migrate();
  },
};

/** A context of the subgraph without a caller. */
const contextOf = (subgraph: Subgraph): ResourcesContext =>
  subgraph.createContext({
    viewer: ANONYMOUS,
    requestId: "test",
    signal: new AbortController().signal,
  }) as ResourcesContext; // its own subgraph makes it

/** Makes the setting. */
export async function createAgreementSetting(
  config: Pick<SubgraphConfig, "poolSize"> = {},
): Promise<AgreementSetting> {
  const database = await createTestDatabase(MIGRATED);
  const clock = { now: new Date("2026-03-01T04:00:00Z") };
  const statements: string[] = [];
  const subgraph = await createResourcesSubgraph({
    ...config,
    databaseUrl: database.url,
    log,
    clock: () => clock.now,
    onStatement: (event) => statements.push(event.query.sql),
  });
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  const { committeeId, units } = await enterStreetCommittee(admin);
  const execute = createSubgraphExecutor(subgraph, log);
  const person = {
    ...ANONYMOUS,
    kind: "PERSON",
    allianceCodes: [DISTRICT],
    committeeIds: [committeeId],
  } as const;
  const liaison = (id: string): Viewer => ({
    ...person,
    subject: `liaison of ${id}`,
    organizationIds: [id],
  });
  const secretary: Viewer = { ...person, subject: "secretary", runsCommitteeIds: [committeeId] };
  return {
    admin,
    url: database.url,
    clock,
    statements,
    committeeId,
    units,
    moveWaitingOn: async () => {
      const { rows, clock: ofHub, newId } = contextOf(subgraph);
      await moveAllOn({ rows, clock: ofHub, newId });
    },
    tellUnanswered: async () => {
      const { rows, clock: ofHub } = contextOf(subgraph);
      await tellAllUnanswered({ rows, clock: ofHub });
    },
    call: async (viewer, query, variables) => {
      statements.length = 0;
      const request = { viewer, requestId: "test", signal: new AbortController().signal };
      const { data, errors } = await execute({ query, variables: { ...variables } }, request);
      const message = errors?.[0]?.message;
      const code = errors?.[0]?.extensions?.["code"];
      const extensions = errors?.[0]?.extensions;
      return { data, code: typeof code === "string" ? code : message, message, extensions };
    },
    liaison,
    secretary,
    people: {
      base: liaison(units.base),
      a: liaison(units.a),
      b: liaison(units.b),
      c: liaison(units.c),
      stranger: { ...liaison(units.stranger), committeeIds: [] },
      secretary,
      anonymous: ANONYMOUS,
    },
    [Symbol.asyncDispose]: async () => {
      await admin.end();
      await subgraph.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

const CHANGED =
  "{ agreement { id state version contentHash activatedAt parties { signedAt } commitments { id } } }";
/** The mutations' documents. */
export const DRAFT = `mutation ($input: DraftAgreementInput!) { draftAgreement(input: $input) ${CHANGED} }`;
export const REVISE = `mutation ($input: ReviseAgreementInput!) { reviseAgreement(input: $input) ${CHANGED} }`;
export const PROPOSE = `mutation ($input: ProposeAgreementInput!) { proposeAgreement(input: $input) ${CHANGED} }`;
export const WITHDRAW = `mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) ${CHANGED} }`;
export const DISCARD_AGREEMENT = `mutation ($input: DiscardAgreementInput!) { discardAgreement(input: $input) { id } }`;
export const SIGN = `mutation ($input: SignAgreementInput!) { signAgreement(input: $input) ${CHANGED} }`;
export const TERMINATE = `mutation ($input: TerminateAgreementInput!) { terminateAgreement(input: $input) ${CHANGED} }`;
export const RECORD = `mutation ($input: RecordFulfilmentInput!) { recordFulfilment(input: $input) { commitment { id fulfilled version } } }`;

/** Input of a draft between a, b and the base organisation, with one commitment. */
export function draftInput(setting: AgreementSetting, over: object = {}): object {
  const { base, a, b } = setting.units;
  return {
    committeeId: setting.committeeId,
    title: "共建协议",
    partyIds: [a, b, base],
    termFrom: "2026-01-01",
    termTo: "2026-12-31",
    commitments: [{ organizationId: a, clause: "每月开放会议室", timesPerYear: 12 }],
    ...over,
  };
}

/** The id of a fresh proposal between a, b and the base organisation. */
export async function proposed(setting: AgreementSetting, over: object = {}): Promise<string> {
  const drafted = await setting.call(setting.secretary, DRAFT, {
    input: draftInput(setting, over),
  });
  const { id } = drafted.data.draftAgreement.agreement;
  await setting.call(setting.secretary, PROPOSE, { input: { id } });
  return id;
}
