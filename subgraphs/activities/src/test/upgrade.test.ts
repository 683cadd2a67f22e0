import { randomUUID } from "node:crypto";
import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import {
  DISTRICT,
  STREET,
  type StreetCommittee,
  enterStreetCommittee,
} from "@alliance-hub/testing/street-committee";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client } from "pg";

/** Migrations of this subgraph before it had a task for whoever loses a venue. */
const BEFORE_LOST_VENUES = 32;
/** The migrations of the version that had neither notices nor tasks. */
const BEFORE = { gateway: 5, organizations: 6, members: 8, resources: 9, activities: 13 };

let database: TestDatabase;
let admin: Client;
let street: StreetCommittee;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrateHub(database.url, BEFORE);
  admin = new Client({ connectionString: database.url });
  await admin.connect();
  street = await enterStreetCommittee(admin);
});
afterAll(async () => {
  await admin.end();
  await database[Symbol.asyncDispose]();
});

/** Enters a row with a place. Default: the street. */
const enter = async (
  table: string,
  values: Readonly<Record<string, unknown>>,
  place: string = STREET,
): Promise<string> => {
  const all = { id: randomUUID(), created_at: "2026-01-01", updated_at: "2026-01-01", ...values };
  const names = Object.keys(all);
  await admin.query(
    `insert into ${table} (${names.join(", ")}, region_code, region_path, alliance_code)
     select ${names.map((_name, at) => `$${at + 1}`).join(", ")}, code, path, alliance_code
     from organizations.region where code = '${place}'`,
    Object.values(all),
  );
  return all.id;
};

it("calls for the tasks of records that were there before, in a hub that has been at work", async () => {
  const { committeeId, units } = street;
  const searched = { search_key: "", search_grams: [] };
  const district = {
    name: "联席会议",
    level: "DISTRICT",
    organization_id: units.base,
    ancestor_ids: [],
    established_on: "2022-01-01",
  };
  await enter("organizations.committee", district, DISTRICT);
  const registration = await enter("members.registration", {
    organization_id: units.a,
    community_code: STREET,
    state: "SUBMITTED",
    headcount: 3,
    submitted_at: "2026-01-01",
  });
  const issue = await enter("activities.issue", {
    committee_id: committeeId,
    title: "路灯",
    owner_id: units.b,
    deadline: "2026-12-01",
    state: "RAISED",
    raised_at: "2026-01-01",
    audience: "COMMITTEE",
  });
  // What was resolved, and what was cancelled, awaits nobody.
  await enter("activities.issue", {
    committee_id: committeeId,
    title: "井盖",
    owner_id: units.c,
    deadline: "2026-12-01",
    state: "RESOLVED",
    raised_at: "2026-01-01",
    resolved_at: "2026-01-02",
    outcome: "已换",
    audience: "COMMITTEE",
  });
  const activityOf = (state: string, over: object = {}) =>
    enter("activities.activity", {
      committee_id: committeeId,
      host_id: units.a,
      participant_ids: [units.a],
      title: "义务植树",
      kind: "SERVICE",
      state,
      starts_at: "2026-01-05 09:00+08",
      ends_at: "2026-01-05 11:00+08",
      audience: "COMMITTEE",
      ...searched,
      ...over,
    });
  const activity = await activityOf("SCHEDULED");
  await activityOf("CANCELLED", { cancel_reason: "大雨" });
  const agreement = await enter("resources.agreement", {
    committee_id: committeeId,
    title: "共建协议",
    term_from: "2198-01-01",
    term_to: "2199-01-01",
    state: "DRAFT",
    audience: "PARTIES",
    party_ids: [units.a, units.b],
    ...searched,
  });
  for (const [at, unit] of [units.a, units.b].entries())
    await admin.query(
      "insert into resources.agreement_party (agreement_id, organization_id, position) values ($1, $2, $3)",
      [agreement, unit, at + 1],
    );
  await admin.query(
    "update resources.agreement set state = 'PROPOSED', content_hash = repeat('0', 64), proposed_at = '2026-01-01' where id = $1",
    [agreement],
  );
  const round = await enter("resources.collection_round", {
    committee_id: committeeId,
    title: "下半年清单",
    opens_on: "2026-01-01",
    closes_on: "2199-01-01",
    state: "OPEN",
  });
  const resource = await enter("resources.resource", {
    title: "会议室",
    kind: "VENUE",
    provider_id: units.c,
    committee_id: committeeId,
    audience: "COMMITTEE",
    approval: true,
    state: "PUBLISHED",
    published_at: "2026-01-01",
    ...searched,
  });
  const booking = randomUUID();
  await admin.query(
    `insert into resources.booking (id, created_at, updated_at, resource_id, provider_id, organization_id, committee_id, starts_at, ends_at, quantity, exclusive, state)
     select $1, now(), now(), id, provider_id, $3, committee_id, '2198-01-01 09:00+08', '2198-01-01 10:00+08', 1, true, 'REQUESTED'
     from resources.resource where id = $2`,
    [booking, resource, units.a],
  );
  await migrateHub(database.url);
  const { rows } = await admin.query(
    "select kind, record_id, addressee from activities.task where state = 'OPEN' order by kind, addressee",
  );
  const unitsOfRound = [units.a, units.b, units.c].toSorted();
  expect(rows.filter(({ kind }) => kind !== "NAME_LIAISON")).toEqual([
    { kind: "ACCEPT_REGISTRATION", record_id: registration, addressee: `committee:${committeeId}` },
    ...unitsOfRound.map((id) => ({
      kind: "ANSWER_ROUND",
      record_id: round,
      addressee: `unit:${id}`,
    })),
    { kind: "CLOSE_ACTIVITY", record_id: activity, addressee: `unit:${units.a}` },
    { kind: "DECIDE_BOOKING", record_id: booking, addressee: `unit:${units.c}` },
    { kind: "RESOLVE_ISSUE", record_id: issue, addressee: `unit:${units.b}` },
    ...[units.a, units.b].toSorted().map((id) => ({
      kind: "SIGN_AGREEMENT",
      record_id: agreement,
      addressee: `unit:${id}`,
    })),
  ]);
  const liaisons = rows.filter(({ kind }) => kind === "NAME_LIAISON");
  expect(new Set(liaisons.map((row) => row.record_id))).toEqual(new Set(unitsOfRound));
});

it("leaves no condition that only new rows have to meet", async () => {
  await migrateHub(database.url);
  const { rows } = await admin.query(
    `select conrelid::regclass::text as of, conname as name from pg_constraint
     where not convalidated and connamespace = 'activities'::regnamespace`,
  );
  expect(rows).toEqual([]);
});

it("does not stop the bookings of activities while the subgraph of resources alone has migrated", async () => {
  await using other = await createTestDatabase();
  await migrateHub(other.url, { activities: BEFORE_LOST_VENUES });
  const client = new Client({ connectionString: other.url });
  await client.connect();
  try {
    const { committeeId, units } = await enterStreetCommittee(client);
    await client.query(
      `with room as (
        insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
          region_code, region_path, alliance_code, search_key, search_grams)
        select gen_random_uuid(), now(), now(), '会议室', 'VENUE', $1, $2, 'COMMITTEE', 'PUBLISHED', now(), code, path, alliance_code, '', '{}'
        from organizations.region where code = $3 returning *)
      insert into resources.booking (id, created_at, updated_at, resource_id, provider_id, organization_id, committee_id, starts_at, ends_at,
        quantity, exclusive, state, activity_id)
      select gen_random_uuid(), now(), now(), id, provider_id, $4, committee_id, '2198-01-01 09:00+08', '2198-01-01 10:00+08', 1, true,
        'CONFIRMED', gen_random_uuid() from room`,
      [units.c, committeeId, STREET, units.a],
    );
    const cancel = "update resources.booking set state = 'CANCELLED', reason = '漏水'";
    expect((await client.query(cancel)).rowCount).toBe(1);
  } finally {
    await client.end();
  }
});
