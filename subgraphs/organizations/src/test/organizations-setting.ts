import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { createLog } from "@alliance-hub/platform/log/log";
import type { RegionLevel } from "@alliance-hub/sharing/place";
import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import { type TestTemplate, createTestDatabase } from "@alliance-hub/testing/test-database";
import type { Language } from "@alliance-hub/platform/words/language";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { Client } from "pg";
import { createOrganizationsSubgraph } from "../subgraph.ts";
import { operatorOf } from "./viewers.ts";

/** The province that all other places of a test lie in. */
export const PROVINCE = "440000";

/** The subgraph on a database of its own. */
export interface OrganizationsSetting extends AsyncDisposable {
  /** Changes whatever it likes, as the owner of the server. */
  readonly admin: Client;
  /** Statements of the last call. */
  readonly statements: string[];
  /** Puts the clock to an instant; it goes on ticking from there. */
  setClock(instant: string): void;
  /** Answers in a language from now on. Until then: in what a subgraph tells by itself. */
  setLanguage(language: Language | undefined): void;
  /** Starts the background work. */
  work(): AsyncDisposable;
  /** Runs the migrations once more, as at a start. */
  migrate(): Promise<unknown>;
  /** Operator of everywhere. */
  readonly operator: Viewer;
  call(viewer: Viewer, query: string, variables?: object): Promise<Answer>;
  /** Calls a mutation that takes one input. */
  send(viewer: Viewer, document: string, input: object): Promise<Answer>;
  /** A fresh place; its code. */
  place(level: RegionLevel, parentCode?: string): Promise<string>;
  /** A fresh organisation, by default of the party; its id. */
  organization(regionCode: string, over?: object): Promise<string>;
  /** A fresh committee, by default on a party organisation of its own; its id. */
  committee(
    level: "DISTRICT" | "STREET" | "COMMUNITY",
    regionCode: string,
    over?: { readonly organizationId?: string; readonly [field: string]: unknown },
  ): Promise<string>;
}

const log = createLog({ level: "fatal", name: "test" });

/** A database with this subgraph's tables and those of the others. */
const MIGRATED: TestTemplate = {
  name: "template_organizations",
  prepare: async (url) => {
    await migrateHub(url);
    await using subgraph = await createOrganizationsSubgraph({ databaseUrl: url, log });
    await subgraph.migrate();
  },
};

/** Makes the setting. */
export async function createOrganizationsSetting(): Promise<OrganizationsSetting> {
  const database = await createTestDatabase(MIGRATED);
  const statements: string[] = [];
  let language: Language | undefined;
  // Ticks a second a reading, so that what is made later has a later id.
  let now = Date.parse("2026-03-01T04:00:00Z");
  const subgraph = await createOrganizationsSubgraph({
    databaseUrl: database.url,
    log,
    clock: () => new Date((now += 1000)),
    onStatement: (event) => statements.push(event.query.sql),
  });
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(
    `insert into organizations.region (code, name, level, path, created_at, updated_at)
     values ($1, '省', 'PROVINCE', array[$1, null, null, null, null, null], now(), now())`,
    [PROVINCE],
  );
  const operator = operatorOf(PROVINCE);
  const execute = createSubgraphExecutor(subgraph, log);
  const call = async (viewer: Viewer, query: string, variables: object = {}): Promise<Answer> => {
    statements.length = 0;
    const { signal } = new AbortController();
    const request = { viewer, requestId: "test", signal, ...(language ? { language } : {}) };
    const { data, errors } = await execute({ query, variables: { ...variables } }, request);
    const [error] = errors ?? [];
    const code = error?.extensions?.["code"];
    return {
      data,
      code: typeof code === "string" ? code : error?.message,
      message: error?.message,
    };
  };
  const send = (viewer: Viewer, document: string, input: object) =>
    call(viewer, document, { input });
  const made = async (document: string, input: object) => {
    const { data, message } = await send(operator, document, input);
    if (message !== undefined) throw new Error(message);
    return data;
  };
  const organization = async (regionCode: string, over: object = {}): Promise<string> => {
    const input = { name: "党工委", kind: "PARTY_ORGANIZATION", regionCode, ...over };
    return (await made(REGISTER, input)).registerOrganization.organization.id;
  };
  return {
    admin,
    statements,
    operator,
    migrate: () => subgraph.migrate(),
    setClock: (instant) => void (now = Date.parse(instant)),
    setLanguage: (wanted) => void (language = wanted),
    work: () => {
      const work = subgraph.work?.();
      if (!work) throw new Error("The subgraph has no background work");
      return work;
    },
    call,
    send,
    organization,
    place: async (level, parentCode = PROVINCE) => {
      const input = { code: `P-${randomUUID()}`, name: "某地", level, parentCode };
      return (await made(ADD, input)).addRegion.region.code;
    },
    committee: async (level, regionCode, over = {}) => {
      const organizationId = over.organizationId ?? (await organization(regionCode));
      const input = { ...FIRST_TERM, name: "大党委", level, regionCode, organizationId, ...over };
      return (await made(ESTABLISH, input)).establishCommittee.committee.id;
    },
    [Symbol.asyncDispose]: async () => {
      await admin.end();
      await subgraph.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** The mutations' documents. */
export const ADD =
  "mutation ($input: AddRegionInput!) { addRegion(input: $input) { region { code name level version parent { code } } } }";
export const REGISTER =
  "mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id version name kind creditCode brand region { code } parent { id } } } }";
export const UPDATE =
  "mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { id version name brand createdAt updatedAt } } }";
export const ESTABLISH =
  "mutation ($input: EstablishCommitteeInput!) { establishCommittee(input: $input) { committee { id version name level kind themes establishedOn demonstration region { code } parent { id } organization { id } } } }";

export const UPDATE_COMMITTEE =
  "mutation ($input: UpdateCommitteeInput!) { updateCommittee(input: $input) { committee { id version name kind parent { id } themes demonstration formerNames { name until } } } }";

const CHANGE =
  "{ regionChange { id version kind state code: region { code } other { code } effectiveOn formerName formerParent { code } failReason callOffReason } }";
export const RENAME_REGION = `mutation ($input: RenameRegionInput!) { renameRegion(input: $input) ${CHANGE} }`;
export const END_REGION = `mutation ($input: EndRegionInput!) { endRegion(input: $input) ${CHANGE} }`;
export const MERGE_REGIONS = `mutation ($input: MergeRegionsInput!) { mergeRegions(input: $input) ${CHANGE} }`;
export const MOVE_REGION = `mutation ($input: MoveRegionInput!) { moveRegion(input: $input) ${CHANGE} }`;
export const CALL_OFF = `mutation ($input: CallOffRegionChangeInput!) { callOffRegionChange(input: $input) ${CHANGE} }`;

/** What establishing a committee says of its first term. */
export const FIRST_TERM = {
  termNumber: 1,
  termStartsOn: "2022-01-01",
  termEndsOn: "2026-12-31",
};

/** Entities by their keys, as the gateway asks for them. */
export const ENTITIES = (type: string, selection: string): string =>
  `query ($keys: [_Any!]!) { entities: _entities(representations: $keys) { ... on ${type} ${selection} } }`;

/** Which rows a mutation may leave, counted: after one that was refused, all is as before. */
export async function leftBehind(setting: OrganizationsSetting): Promise<unknown> {
  const { rows } = await setting.admin.query(
    `select (select count(*) from organizations.region) as regions, (select count(*) from organizations.organization) as organizations,
            (select count(*) from organizations.committee) as committees, (select count(*) from members.term) as terms,
            (select count(*) from organizations.idempotency) as keys, (select count(*) from audit.entry) as entries`,
  );
  return rows[0];
}

/** How many calls ended in which way: by error code, or "done". */
export function outcomes(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code = "done" } of answers) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
