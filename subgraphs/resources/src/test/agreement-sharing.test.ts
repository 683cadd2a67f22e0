import { randomUUID } from "node:crypto";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { Audience } from "@alliance-hub/sharing/audience";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { AgreementState, type StoredState, stateOn } from "../nouns/agreement/agreement.entity.ts";
import { canRead } from "../nouns/agreement/agreement.policy.ts";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";

/** A record as the rules see it. */
interface Stored {
  readonly id: string;
  readonly state: StoredState;
  readonly audience: Audience;
  readonly committeeId: string;
  readonly partyIds: string[];
  readonly allianceCode: string;
  readonly termTo: string;
}

const RECORDS = 90;
const COMMITTEES = Array.from({ length: 4 }, () => randomUUID());
const UNITS = Array.from({ length: 6 }, () => randomUUID());
const ALLIANCES = ["445202", "530381", "610327"];
const CASES = 150;

let setting: AgreementSetting;
let records: Stored[];
beforeAll(async () => {
  setting = await createAgreementSetting();
  records = fc.sample(
    fc.record({
      id: fc.uuid({ version: 7 }),
      state: fc.constantFrom<StoredState>("DRAFT", "PROPOSED", "ACTIVE", "TERMINATED"),
      audience: fc.constantFrom(...Object.values(Audience)),
      committeeId: fc.constantFrom(...COMMITTEES),
      partyIds: fc.uniqueArray(fc.constantFrom(...UNITS), { minLength: 2, maxLength: 3 }),
      allianceCode: fc.constantFrom(...ALLIANCES),
      termTo: fc.constantFrom("2026-02-28", "2026-03-01", "2026-03-02", "2027-01-01"),
    }),
    RECORDS,
  );
  // The rule is about what is stored; how it came there is told elsewhere.
  await setting.admin.query("set session_replication_role = replica");
  for (const record of records) await insert(record);
  await setting.admin.query("set session_replication_role = origin");
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

async function insert(record: Stored): Promise<void> {
  const { searchKey, searchGrams } = searchColumns("共建协议");
  await setting.admin.query(
    `insert into resources.agreement (id, created_at, updated_at, committee_id, title, term_from, term_to, state, audience, party_ids,
       content_hash, proposed_at, activated_at, terminated_at, terminate_reason, region_code, region_path, alliance_code, search_key, search_grams)
     select $1, now(), now(), $2, '共建协议', '2026-01-01', $3, $4, $5, $6::uuid[],
       case when $4 <> 'DRAFT' then repeat('0', 64) end, case when $4 <> 'DRAFT' then now() end, case when $4 = 'ACTIVE' then now() end,
       case when $4 = 'TERMINATED' then now() end, case when $4 = 'TERMINATED' then '搬迁' end,
       $7, array[null, null, $7, null, null, null], $7, $8, $9`,
    [
      record.id,
      record.committeeId,
      record.termTo,
      record.state,
      record.audience,
      record.partyIds,
      record.allianceCode,
      searchKey,
      searchGrams,
    ],
  );
  for (const [i, id] of record.partyIds.entries()) {
    await setting.admin.query("insert into resources.agreement_party values ($1, $2, $3)", [
      record.id,
      id,
      i + 1,
    ]);
  }
}

const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(ANONYMOUS) },
  {
    weight: 9,
    arbitrary: fc
      .record({
        organizationIds: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 2 }),
        runsCommitteeIds: fc.uniqueArray(fc.constantFrom(...COMMITTEES), { maxLength: 2 }),
        committeeIds: fc.uniqueArray(fc.constantFrom(...COMMITTEES), { maxLength: 3 }),
        allianceCodes: fc.uniqueArray(fc.constantFrom(...ALLIANCES), { maxLength: 2 }),
      })
      .map((held) => ({ ...ANONYMOUS, kind: "PERSON" as const, subject: "somebody", ...held })),
  },
);

const LIST = `query ($filter: AgreementFilter) { agreements(filter: $filter, first: 100) { totalCount nodes { id state } } }`;
const newestFirst = (found: readonly Stored[]): string[] =>
  found
    .map(({ id }) => id)
    .toSorted()
    .toReversed();

describe("what a list returns", () => {
  it("is exactly what the policy allows, newest first, and its count is the same", async () => {
    await fc.assert(
      fc.asyncProperty(viewers, async (viewer) => {
        const { agreements } = (await setting.call(viewer, LIST)).data;
        const allowed = newestFirst(records.filter((record) => canRead(viewer, record)));
        expect(agreements.nodes.map(({ id }: { id: string }) => id)).toEqual(allowed);
        expect(agreements.totalCount).toBe(allowed.length);
      }),
      { numRuns: CASES },
    );
  });

  it("is the same below organisations and committees, and one by one", async () => {
    const query = `query ($keys: [_Any!]!, $id: ID!) {
      agreement(id: $id) { id }
      found: _entities(representations: $keys) {
        ... on Organization { agreements(first: 100) { totalCount nodes { id } } }
        ... on Committee { agreements(first: 100) { totalCount nodes { id } } }
        ... on Agreement { id }
      }
    }`;
    const keys = [
      ...UNITS.map((id) => ({ __typename: "Organization", id })),
      ...COMMITTEES.map((id) => ({ __typename: "Committee", id })),
    ];
    await fc.assert(
      fc.asyncProperty(viewers, fc.constantFrom(...records), async (viewer, record) => {
        const entities = [...keys, { __typename: "Agreement", id: record.id }];
        const { data } = await setting.call(viewer, query, { keys: entities, id: record.id });
        const readable = records.filter((each) => canRead(viewer, each));
        for (const [i, key] of keys.entries()) {
          const here = readable.filter(
            (each) => each.committeeId === key.id || each.partyIds.includes(key.id),
          );
          const page = data.found[i].agreements;
          expect(page.nodes.map(({ id }: { id: string }) => id)).toEqual(newestFirst(here));
          expect(page.totalCount).toBe(here.length);
        }
        const single = readable.includes(record) ? { id: record.id } : null;
        expect(data.found.at(-1)).toEqual(single);
        expect(data.agreement).toEqual(single);
      }),
      { numRuns: 30 },
    );
  });

  it("has by state what has that state on the day, and says so", async () => {
    const all: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "all",
      runsCommitteeIds: COMMITTEES,
    };
    const some = fc.uniqueArray(fc.constantFrom(...Object.values(AgreementState)));
    const days = fc.constantFrom(
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
      "2026-03-03",
      "2030-01-01",
    );
    await fc.assert(
      fc.asyncProperty(some, days, async (states, day) => {
        setting.clock.now = new Date(`${day}T08:00:00+08:00`);
        const { agreements } = (await setting.call(all, LIST, { filter: { states } })).data;
        const expected = records.filter((record) => states.includes(stateOn(record, day)));
        expect(agreements.nodes.map(({ id }: { id: string }) => id)).toEqual(newestFirst(expected));
        for (const { state } of agreements.nodes) expect(states).toContain(state);
      }),
      { numRuns: 60 },
    );
  });

  it("has by expiringBefore what is in force and ends before that day", async () => {
    setting.clock.now = new Date("2026-03-01T08:00:00+08:00");
    const all: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "all",
      runsCommitteeIds: COMMITTEES,
    };
    const { agreements } = (
      await setting.call(all, LIST, { filter: { expiringBefore: "2026-03-02" } })
    ).data;
    const expected = records.filter(
      (record) => record.state === "ACTIVE" && record.termTo === "2026-03-01",
    );
    expect(agreements.nodes.map(({ id }: { id: string }) => id)).toEqual(newestFirst(expected));
  });

  it("costs the same number of statements for one row and for fifty, with all that hangs on them", async () => {
    const all: Viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: "all",
      runsCommitteeIds: COMMITTEES,
    };
    const query = `query ($first: Int) { agreements(first: $first) { totalCount nodes {
      id committee { id } parties { organization { id } signedAt } commitments { id clause resource { id } } } } }`;
    const counts: number[] = [];
    for (const first of [1, 50]) {
      await setting.call(all, query, { first });
      counts.push(setting.statements.length);
    }
    expect(counts).toEqual([4, 4]);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ after: "nonsense" }],
    [{ after: Buffer.from('["needs","x"]').toString("base64url") }],
  ])("refuses %j", async (args) => {
    const query = `query ($first: Int, $after: String) { agreements(first: $first, after: $after) { totalCount } }`;
    expect((await setting.call(ANONYMOUS, query, args)).code).toBe("BAD_USER_INPUT");
  });

  it("is empty for a committee, a unit or a region that is none", async () => {
    for (const filter of [
      { committeeId: randomUUID() },
      { organizationId: randomUUID() },
      { regionCode: "x" },
      { states: [] },
    ]) {
      expect((await setting.call(ANONYMOUS, LIST, { filter })).data.agreements.totalCount).toBe(0);
    }
  });
});
