import { migrateHub } from "@alliance-hub/platform/database/hub-schemas.fixture";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { createLog } from "@alliance-hub/platform/log/log";
import { type TestDatabase, createTestDatabase } from "@alliance-hub/testing/test-database";
import { type WrittenStatement, writeTogether } from "@alliance-hub/testing/write-together";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type Kysely, sql } from "kysely";
import { type ResourcesTables, SCHEMA } from "../database.ts";
import { readReport } from "../report/report.loaders.ts";
import { createResourcesSubgraph } from "../subgraph.ts";
import { countReport } from "./report-count.ts";

let test: TestDatabase;
let database: Database<ResourcesTables>;
beforeAll(async () => {
  test = await createTestDatabase();
  await migrate(test.url);
  database = await connect(test.url);
});
afterAll(async () => {
  await database.close();
  await test[Symbol.asyncDispose]();
});

const connect = (url: string) => connectDatabase<ResourcesTables>({ url, schema: SCHEMA }, []);

/** @param count of the migrations of resources. Default: all. */
async function migrate(url: string, count?: number): Promise<void> {
  // Those of activities that read what later ones of resources publish come with them.
  if (count !== undefined)
    return await migrateHub(url, { [SCHEMA]: count, activities: ACTIVITIES_BEFORE });
  await migrateHub(url);
  const log = createLog({ level: "fatal", name: "test" });
  await using subgraph = await createResourcesSubgraph({ databaseUrl: url, log });
  await subgraph.migrate();
}

const [DISTRICT, STREETS] = ["990001", ["990001001", "990001002"]] as const;
const DAYS = ["2026-03-01", "2026-03-02", "2026-03-03"] as const;

/** An instant near the midnights of those days in Asia/Shanghai. */
const instant = fc
  .record({ day: fc.constantFrom(...DAYS), minutes: fc.constantFrom(-1, 0, 1, 600, 1439) })
  .map(({ day, minutes }) => new Date(Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000));
/** States with the instants that belong to them; what was withdrawn may say that it was before its publication. */
const listed = fc.oneof(
  fc.constant({ state: "DRAFT", publishedAt: null, withdrawnAt: null }),
  instant.map((publishedAt) => ({ state: "PUBLISHED", publishedAt, withdrawnAt: null })),
  fc
    .record({ publishedAt: instant, withdrawnAt: instant })
    .map((instants) => ({ state: "WITHDRAWN", ...instants })),
);
const content = fc.record({
  table: fc.constantFrom("resource", "need"),
  kind: fc.constantFrom("VENUE", "SERVICE"),
  audience: fc.constantFrom("PUBLIC", "ALLIANCE", "PARTIES"),
  street: fc.constantFrom(...STREETS),
  listed,
});

const statement = fc
  .record({
    content,
    act: fc.constantFrom("insert", "insert", "update", "delete"),
    count: fc.integer({ min: 1, max: 40 }),
    chosen: fc.nat(),
    isRolledBack: fc.boolean(),
  })
  .map(({ content: { table, kind, audience, street, listed: found }, act, ...rest }) => {
    const { count, chosen, isRolledBack } = rest;
    const path = [null, null, DISTRICT, street, null, null];
    const values = [kind, audience, found.state, found.publishedAt, found.withdrawnAt, path];
    const one = `(select id from resources.${table} order by md5(id::text || ${chosen}) limit 1)`;
    if (act === "delete")
      return { text: `delete from resources.${table} where id = ${one}`, values: [], isRolledBack };
    const columns = "kind, audience, state, published_at, withdrawn_at, region_path";
    if (act === "update")
      return {
        text: `update resources.${table} set (${columns}) = row($1::text, $2::text, $3::text, $4::timestamptz, $5::timestamptz, $6::text[]) where id = ${one}`,
        values,
        isRolledBack,
      };
    const owner = table === "resource" ? "provider_id" : "organization_id";
    return {
      text: `insert into resources.${table} (${columns}, id, created_at, updated_at, title, ${owner}, region_code, alliance_code, search_key, search_grams)
        select $1::text, $2::text, $3::text, $4::timestamptz, $5::timestamptz, $6::text[], gen_random_uuid(), now(), now(), '会议室', gen_random_uuid(), '', '', '', '{}'
        from generate_series(1, ${count})`,
      values,
      isRolledBack,
    };
  }) satisfies fc.Arbitrary<WrittenStatement>;

/** Migrations before the one that keeps the figures. */
const BEFORE = 4;
/** How many migrations of activities read nothing that later ones of resources publish. */
const ACTIVITIES_BEFORE = 32;

const keys = [DISTRICT, ...STREETS, "999999"].flatMap((regionCode) =>
  DAYS.flatMap((from) => DAYS.map((to) => ({ regionCode, from, to }))),
);

/** Both, of one moment. */
async function compare(of = database): Promise<void> {
  const snapshot = of.rows.transaction().setIsolationLevel("repeatable read");
  await snapshot.execute(async (rows: Kysely<ResourcesTables>) => {
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
  await sql`select fold_figures()`.execute(database.rows);
  expect((await sql`select from figure_change`.execute(database.rows)).rows).toEqual([]);
  await compare();
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
