import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { migrateSchema } from "@alliance-hub/platform/database/migrate";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { type WrittenStatement, writeTogether } from "@alliance-hub/testing/write-together";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type Kysely, sql } from "kysely";
import { Client } from "pg";
import { type MembersTables, SCHEMA, migrations } from "../database.ts";
import { readReport } from "../report/report.loaders.ts";
import { DISTRICT, type MembersSetting, STREET, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
let database: Database<MembersTables>;
beforeAll(async () => {
  setting = await createMembersSetting();
  database = await connect(setting.url);
});
afterAll(async () => {
  await database.close();
  await setting[Symbol.asyncDispose]();
});

const connect = (url: string) => connectDatabase<MembersTables>({ url, schema: SCHEMA }, []);

const DAYS = ["2026-03-01", "2026-03-02", "2026-03-03"] as const;
const COMMUNITIES = ["445202001001", "445202001002"] as const;
/** Few units, so that one has several records in a place. */
const UNITS = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);

/** The figures, each counted from all records: what the kept sums must always be equal to. */
async function countReport(rows: Kysely<MembersTables>, { regionCode, to }: ReportKey) {
  const here = sql`${regionCode} = any (region_path)`;
  const accepted = sql`registration where ${here} and state in ('ACCEPTED', 'ENDED')
    and (accepted_at at time zone 'Asia/Shanghai')::date <= ${to}::date
    and (ended_at is null or (ended_at at time zone 'Asia/Shanghai')::date > ${to}::date)`;
  const counted = await sql<Record<string, number>>`
    select
      (select count(distinct organization_id) from membership
        where ${here} and joined_on <= ${to}::date and (left_on is null or left_on > ${to}::date)) as "memberUnits",
      (select count(distinct organization_id) from ${accepted}) as "registeredUnits",
      (select coalesce(sum(case when headcounts is null then headcount else (
          select (reported.value ->> 'headcount')::integer from jsonb_array_elements(headcounts) as reported
          where (reported.value ->> 'on')::date <= ${to}::date order by reported.value ->> 'on' desc limit 1) end), 0)
        from ${accepted}) as "registeredMembers",
      (select count(*) from team where ${here} and formed_on <= ${to}::date) as teams`.execute(
    rows,
  );
  return { ...counted.rows[0], partTimeMembers: 0 };
}

const day = fc.constantFrom(...DAYS);
/** Columns that figures follow from, with values of them, and those that each record has, too. */
const otherRecords = fc.oneof(
  fc.record({ joined: day, left: fc.option(day) }).map(({ joined, left }) => ({
    noun: "membership",
    columns: "joined_on, left_on, leave_reason",
    values: `'${joined}'::date, ${left === null ? "null::date, null" : `greatest('${left}', '${joined}')::date, '迁出'`}`,
    more: "committee_id",
    given: "gen_random_uuid()",
  })),
  day.map((formed) => ({
    noun: "team",
    columns: "formed_on",
    values: `'${formed}'::date`,
    more: "name, kind, headcount",
    given: "'队', 'VOLUNTEER', 3",
  })),
);

const [NO_TIME, NO_TEXT] = ["null::timestamptz", "null::text"];
/** Further headcounts, each of a day of its own, the last of them the current one. */
const headcountsReported = fc.option(
  fc
    .uniqueArray(fc.tuple(day, fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      selector: ([on]) => on,
    })
    .map((all) => all.map(([on, headcount]) => ({ on, headcount })))
    .map((all) => all.toSorted((one, other) => (one.on < other.on ? -1 : 1))),
);
const registration = fc.record({
  accepted: day.map((on) => `'${on}T00:00:00+08:00'::timestamptz`),
  ended: day.map((on) => `'${on}T00:00:00+08:00'::timestamptz`),
  headcount: fc.constantFrom(1, 7),
  headcounts: headcountsReported,
  state: fc.nat(3),
});
/** As they were before they could end. */
const earlierRegistrations = registration.map(({ accepted, headcount, state }) => ({
  noun: "registration",
  columns: "state, headcount, accepted_at, returned_at, return_reason",
  values: [
    `'SUBMITTED', ${headcount}, ${NO_TIME}, ${NO_TIME}, ${NO_TEXT}`,
    `'ACCEPTED', ${headcount}, ${accepted}, ${NO_TIME}, ${NO_TEXT}`,
    `'RETURNED', ${headcount}, ${NO_TIME}, now(), '资料不全'`,
  ][state % 3],
  more: "community_code, submitted_at",
  given: "gen_random_uuid(), now()",
}));
const registrations = registration.map(({ accepted, ended, state, headcounts, ...first }) => {
  const last = headcounts?.at(-1);
  const counted = `${last?.headcount ?? first.headcount}, ${headcounts ? `'${JSON.stringify(headcounts)}'` : "null"}::jsonb`;
  const lastDay = last ? `'${last.on}T00:00:00+08:00'::timestamptz` : accepted;
  return {
    noun: "registration",
    columns:
      "headcount, headcounts, state, accepted_at, returned_at, return_reason, ended_at, end_reason",
    values: [
      `${counted}, 'SUBMITTED', ${NO_TIME}, ${NO_TIME}, ${NO_TEXT}, ${NO_TIME}, ${NO_TEXT}`,
      `${counted}, 'ACCEPTED', ${accepted}, ${NO_TIME}, ${NO_TEXT}, ${NO_TIME}, ${NO_TEXT}`,
      `${counted}, 'RETURNED', ${NO_TIME}, now(), '资料不全', ${NO_TIME}, ${NO_TEXT}`,
      `${counted}, 'ENDED', ${accepted}, ${NO_TIME}, ${NO_TEXT}, greatest(${accepted}, ${ended}, ${lastDay}), '迁出'`,
    ][state],
    more: "community_code, submitted_at",
    given: "gen_random_uuid(), now()",
  };
});

const statementOf = (ofRegistrations: typeof registrations | typeof earlierRegistrations) =>
  fc
    .record({
      record: fc.oneof(otherRecords, ofRegistrations),
      act: fc.constantFrom("insert", "update", "delete"),
      unit: fc.constantFrom(...UNITS),
      community: fc.constantFrom(...COMMUNITIES),
      count: fc.integer({ min: 1, max: 2 }),
      chosen: fc.nat(),
      isRolledBack: fc.boolean(),
    })
    .map(({ record: { noun, ...own }, act, unit, community, ...rest }) => {
      const { count, chosen, isRolledBack } = rest;
      const one = `(select id from members.${noun} order by md5(id::text || ${chosen}) limit 1)`;
      if (act === "delete")
        return { text: `delete from members.${noun} where id = ${one}`, values: [], isRolledBack };
      const columns = `${own.columns}, organization_id, region_path`;
      const values = `${own.values}, $1::uuid, $2::text[]`;
      const text =
        act === "update"
          ? `update members.${noun} set (${columns}) = row(${values}) where id = ${one}`
          : `insert into members.${noun} (${columns}, ${own.more}, id, created_at, updated_at, region_code, alliance_code)
           select ${values}, ${own.given}, gen_random_uuid(), now(), now(), '', '' from generate_series(1, ${count})`;
      return {
        text,
        values: [unit, [null, null, DISTRICT, STREET, community, null]],
        isRolledBack,
      };
    }) satisfies fc.Arbitrary<WrittenStatement>;

/** Migrations before the one that keeps the figures. */
const BEFORE = 5;

const keys = [DISTRICT, STREET, ...COMMUNITIES, "999999"].flatMap((regionCode) =>
  DAYS.map((to) => ({ regionCode, from: DAYS[0], to })),
);

/** Both, of one moment. */
async function compare(of = database): Promise<void> {
  const snapshot = of.rows.transaction().setIsolationLevel("repeatable read");
  await snapshot.execute(async (rows) => {
    for (const key of keys)
      expect(await readReport({ rows, database: of }, key)).toEqual({
        ...key,
        ...(await countReport(rows, key)),
      });
  });
}

it("the figures equal a full count at each moment, while several write at once", async () => {
  const writers = fc.array(fc.array(statementOf(registrations), { maxLength: 12 }), {
    minLength: 4,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(writers, async (lists) => {
      // In a place that has all units already, hardly anything changes a figure.
      for (const noun of ["membership", "registration", "team"])
        await setting.admin.query(`delete from members.${noun}`);
      await writeTogether(setting.url, lists, () => compare());
    }),
    { numRuns: 30 },
  );
});

it("counts a unit once that two transactions enter at the same time", async () => {
  const join = `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, region_code, region_path, alliance_code)
    values (gen_random_uuid(), now(), now(), gen_random_uuid(), $1, '2026-03-01', '', $2, '')`;
  const values = [randomUUID(), [null, null, DISTRICT, STREET, COMMUNITIES[0], null]];
  const both = [new Client(setting.url), new Client(setting.url)] as const;
  for (const client of both) {
    await client.connect();
    await client.query("begin");
  }
  await both[0].query(join, values);
  const second = both[1].query(join, values);
  await Promise.race([second, lockWaits(setting.admin)]);
  await both[0].query("commit");
  await second;
  await both[1].query("commit");
  await compare();
  for (const client of both) await client.end();
});

it("the figures equal a full count of what was there before they were kept", async () => {
  await using old = await createTestDatabase();
  const directory = fileURLToPath(
    new URL("../../../organizations/src/migrations", import.meta.url),
  );
  await migrateSchema({ url: old.url, schema: "organizations", directory });
  const own = { url: old.url, schema: SCHEMA, directory: migrations };
  await migrateSchema({ ...own, count: BEFORE });
  const lists = fc.sample(
    fc.array(statementOf(earlierRegistrations), { minLength: 12, maxLength: 12 }),
    2,
  );
  await writeTogether(old.url, lists);
  await migrateSchema(own);
  await using upgraded = await connect(old.url);
  await compare(upgraded);
});
