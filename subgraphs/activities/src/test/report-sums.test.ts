import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import { createLog } from "@alliance-hub/platform/log/log";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type WrittenStatement, writeTogether } from "@alliance-hub/testing/write-together";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type Kysely, sql } from "kysely";
import { type ActivitiesTables, SCHEMA } from "../database.ts";
import { ActivityKind } from "../nouns/activity/activity.entity.ts";
import { readReport } from "../report/report.loaders.ts";
import { createActivitiesSubgraph } from "../subgraph.ts";

let test: TestDatabase;
let database: Database<ActivitiesTables>;
beforeAll(async () => {
  test = await createTestDatabase();
  await migrate(test.url);
  database = await connect(test.url);
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});

const connect = (url: string) => connectDatabase<ActivitiesTables>({ url, schema: SCHEMA }, []);

/** @param count of the migrations of activities. Default: all. */
async function migrate(url: string, count?: number): Promise<void> {
  if (count !== undefined) return await migrateHub(url, { [SCHEMA]: count });
  await migrateHub(url);
  const log = createLog({ level: "fatal", name: "test" });
  await using subgraph = await createActivitiesSubgraph({ databaseUrl: url, log });
  await subgraph.migrate();
}

const [DISTRICT, STREETS] = ["990001", ["990001001", "990001002"]] as const;
const DAYS = ["2026-03-01", "2026-03-02", "2026-03-03"] as const;

/** The figures, each counted from all records: what the kept sums must always be equal to. */
async function countReport(rows: Kysely<ActivitiesTables>, { regionCode, from, to }: ReportKey) {
  const first = sql`(${from}::date::timestamp at time zone 'Asia/Shanghai')`;
  const last = sql`((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const here = sql`${regionCode} = any (region_path) and audience <> 'PARTIES'`;
  const counted = await sql<Record<string, number>>`
    select * from (
      select count(*) filter (where kind <> 'MEETING') as activities, coalesce(sum(attendance), 0)::bigint as attendance,
        count(*) filter (where kind = 'MEETING') as meetings
      from activity where ${here} and state = 'HELD' and starts_at >= ${first} and starts_at < ${last}
    ) as held, (
      select count(*) as "issuesRaised", count(*) filter (where state = 'RESOLVED') as "issuesResolved"
      from issue where ${here} and raised_at >= ${first} and raised_at < ${last}
    ) as raised`.execute(rows);
  const kinds = await sql<object>`
    select wanted as kind, (select count(*) from activity where ${here} and state = 'HELD' and kind = wanted
      and starts_at >= ${first} and starts_at < ${last}) as count
    from unnest(${Object.values(ActivityKind)}::text[]) with ordinality as kinds (wanted, at) order by at`.execute(
    rows,
  );
  return { ...counted.rows[0], activitiesByKind: kinds.rows };
}

/** An instant near the midnights of those days in Asia/Shanghai. */
const instant = fc
  .record({ day: fc.constantFrom(...DAYS), minutes: fc.constantFrom(-1, 0, 1, 600, 1439) })
  .map(({ day, minutes }) => new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000));

const statement = fc
  .record({
    noun: fc.constantFrom("activity", "issue"),
    act: fc.constantFrom("insert", "insert", "update", "delete"),
    at: instant,
    isMeeting: fc.boolean(),
    isDone: fc.boolean(),
    attendance: fc.constantFrom(0, 7),
    audience: fc.constantFrom("PUBLIC", "COMMITTEE", "PARTIES"),
    street: fc.constantFrom(...STREETS),
    count: fc.integer({ min: 1, max: 40 }),
    chosen: fc.nat(),
    isRolledBack: fc.boolean(),
  })
  .map(({ noun, act, at, isMeeting, isDone, attendance, audience, street, ...rest }) => {
    const { count, chosen, isRolledBack } = rest;
    const path = [null, null, DISTRICT, street, null, null];
    const one = `(select id from activities.${noun} order by md5(id::text || ${chosen}) limit 1)`;
    if (act === "delete")
      return { text: `delete from activities.${noun} where id = ${one}`, values: [], isRolledBack };
    const state = noun === "activity" ? ["SCHEDULED", "HELD"] : ["RAISED", "RESOLVED"];
    const own =
      noun === "activity"
        ? {
            columns: "kind, attendance, starts_at, ends_at, held_at",
            values: `${isMeeting ? "'MEETING'" : "'SERVICE'"}, ${attendance}, $1::timestamptz, $1::timestamptz + interval '1 hour', ${isDone ? "now()" : "null"}::timestamptz`,
            more: "host_id, participant_ids, search_key, search_grams",
            given: "id, array[id], '', '{}'::text[]",
          }
        : {
            columns: "raised_at, resolved_at, outcome",
            values: `$1::timestamptz, ${isDone ? "now()" : "null"}::timestamptz, ${isDone ? "'已修好'" : "null"}::text`,
            more: "owner_id",
            given: "id",
          };
    const columns = `${own.columns}, audience, region_path, state`;
    const values = `${own.values}, $2::text, $3::text[], $4::text`;
    const text =
      act === "update"
        ? `update activities.${noun} set (${columns}) = row(${values}) where id = ${one}`
        : `insert into activities.${noun} (${columns}, ${own.more}, id, created_at, updated_at, committee_id, title, region_code, alliance_code)
           select ${values}, ${own.given}, id, now(), now(), id, '会', '', ''
           from (select gen_random_uuid() as id from generate_series(1, ${count})) as fresh`;
    return { text, values: [at, audience, path, state[Number(isDone)]], isRolledBack };
  }) satisfies fc.Arbitrary<WrittenStatement>;

/** Migrations before the one that keeps the figures. */
const BEFORE = 8;

const keys = [DISTRICT, ...STREETS, "999999"].flatMap((regionCode) =>
  DAYS.flatMap((from) => DAYS.map((to) => ({ regionCode, from, to }))),
);

/** Both, of one moment. */
async function compare(of = database): Promise<void> {
  const snapshot = of.rows.transaction().setIsolationLevel("repeatable read");
  await snapshot.execute(async (rows) => {
    for (const key of keys)
      expect(await readReport({ rows }, key)).toEqual({
        ...key,
        ...(await countReport(rows, key)),
      });
  });
}

it("the figures equal a full count at each moment, while several write at once", async () => {
  const writers = fc.array(fc.array(statement, { maxLength: 12 }), { minLength: 4, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(writers, (lists) => writeTogether(test.url, lists, () => compare())),
    { numRuns: 15 },
  );
});

it("the figures equal a full count of what was there before they were kept", async () => {
  await using old = await createTestDatabase();
  await migrate(old.url, BEFORE);
  const lists = fc.sample(fc.array(statement, { minLength: 12, maxLength: 12 }), 2);
  await writeTogether(old.url, lists);
  await migrate(old.url);
  await using upgraded = await connect(old.url);
  await compare(upgraded);
});
