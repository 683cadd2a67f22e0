import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import pg from "pg";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, unitOf } from "../../support/people.ts";

const [PLACE, OPERATOR] = ["445202", "445202-operator"];
const SCHEMAS = ["organizations", "members", "resources", "activities"];
/** They say where something happened, or are sums. */
const STAY = ["figure_change", "activity_update", "region_change"];

let hub: TestHub;
let admin: pg.Client;
beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const CHANGES = {
  move: "mutation($input: MoveRegionInput!) { moveRegion(input: $input) { regionChange { state } } }",
  merge:
    "mutation($input: MergeRegionsInput!) { mergeRegions(input: $input) { regionChange { state } } }",
};
const change = (kind: keyof typeof CHANGES, input: object, as: string = OPERATOR) =>
  hub.ask(CHANGES[kind], { input }, as);

async function codesOf(level: string): Promise<string[]> {
  const { rows } = await admin.query<{ code: string }>(
    "select code from organizations.region where level = $1 and alliance_code = $2 and ended_on is null order by code",
    [level, PLACE],
  );
  return rows.map(({ code }) => code);
}

/** Rows of any table whose path is not that of their region. */
async function straying(): Promise<string[]> {
  const found: string[] = [];
  for (const schema of SCHEMAS) {
    const { rows: tables } = await admin.query<{ table: string }>(
      `select relname as table from pg_class
       where relkind = 'r' and relnamespace = $1::regnamespace and relname <> all ($2)
         and 2 = (select count(*) from pg_attribute where attrelid = pg_class.oid and attname in ('region_path', 'region_code'))`,
      [schema, STAY],
    );
    for (const { table } of tables) {
      const { rows } = await admin.query<{ count: string }>(
        `select count(*) from ${schema}.${table} join organizations.region on region.code = ${table}.region_code
         where ${table}.region_path is distinct from region.path or region.ended_on is not null`,
      );
      if (rows[0]?.count !== "0") found.push(`${schema}.${table}: ${rows[0]?.count}`);
    }
  }
  return found;
}

/** Sums that differ from a count of the records, by the very functions that the triggers use. */
async function wrongSums(schema: string): Promise<unknown[]> {
  const { rows: triggers } = await admin.query<{ table: string; by: string; args: string }>(
    `select relname as table, proname as by, encode(tgargs, 'escape') as args
     from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
     where relnamespace = $1::regnamespace and proname in ('note_figures', 'note_unit_figures') and tgname like '%inserted'`,
    [schema],
  );
  expect(triggers.length).toBeGreaterThan(1);
  const counts = triggers.map(({ table, by, args }) => {
    const [first = "", days = ""] = args.split("\\000");
    return by === "note_figures"
      ? `select lies_in, figure, day, amount from ${table} cross join ${table}_figures(${first}) as counted
         cross join unnest(region_path) as lies_in`
      : `select place, '${first}', day, amount from (
           select organization_id, place, unnest(range_agg(days)) as days
           from (select organization_id, region_path, ${days} as days from ${table}) as record
             cross join unnest(region_path) as place group by organization_id, place
         ) as spell cross join lateral (values (lower(days), 1::bigint), (upper(days), -1)) as step (day, amount)`;
  });
  const sums = (of: string): string =>
    `select place, figure, day, sum(amount) from (${of}) as one (place, figure, day, amount)
     where place is not null and day is not null group by place, figure, day having sum(amount) <> 0`;
  const kept = sums(
    "select * from figure_count union all select place, figure, day, amount from figure_change cross join unnest(region_path) as place",
  );
  const counted = sums(counts.join(" union all "));
  await admin.query("begin");
  await admin.query(`set local search_path = ${schema}`);
  const { rows } = await admin.query(
    `((${kept}) except (${counted})) union all ((${counted}) except (${kept}))`,
  );
  await admin.query("commit");
  return rows;
}

const report = async (): Promise<unknown> =>
  (
    await hub.ask(
      `{ report(regionCode: "${PLACE}", from: "2022-01-01", to: "2023-12-31") {
         streetCommittees communityCommittees partTimeMembers memberUnits registeredUnits registeredMembers
         teams venues resources needs agreements activities attendance meetings issuesRaised issuesResolved grids } }`,
    )
  ).data["report"];

describe("when regions are moved and merged", () => {
  it("all records follow, and the report counts them where they lie now", async () => {
    const published = await report();
    const one = fc.record({
      kind: fc.constantFrom("move", "move", "merge" as const),
      level: fc.constantFrom("COMMUNITY", "STREET"),
      of: fc.nat(),
      to: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 4 }), async (wanted) => {
        for (const { kind, level, of, to } of wanted) {
          const [places, streets] = [await codesOf(level), await codesOf("STREET")];
          if (places.length < 3) continue;
          const code = places[of % places.length];
          if (kind === "merge")
            await change("merge", { code, intoCode: places[to % places.length] });
          else await change("move", { code, parentCode: streets[to % streets.length] });
        }
        expect(await straying()).toEqual([]);
        for (const schema of SCHEMAS.slice(1)) expect(await wrongSums(schema)).toEqual([]);
        expect(await report()).toEqual(published);
      }),
      { numRuns: 6 },
    );
  });

  it("moves at once leave everything in order", async () => {
    const [communities, streets] = [await codesOf("COMMUNITY"), await codesOf("STREET")];
    const answers = await Promise.all(
      communities
        .slice(0, 4)
        .map((code, at) => change("move", { code, parentCode: streets[at % streets.length] })),
    );
    for (const { codes } of answers) expect([[], ["BAD_USER_INPUT"]]).toContainEqual(codes);
    expect(await straying()).toEqual([]);
    for (const schema of SCHEMAS.slice(1)) expect(await wrongSums(schema)).toEqual([]);
  });
});

describe("a liaison whose community is merged into another", () => {
  it("goes on as before, and finds the unit in the new place", async () => {
    const liaison = "445202-liaison-1";
    const mine = `query($unit: ID!, $committee: ID!) {
      organization(id: $unit) { region { code mergedInto { code } } memberships(first: 5) { nodes { committee { id } } } }
      committee(id: $committee) { cameFrom { code } region { code } } }`;
    const variables = { unit: unitOf(liaison), committee: committeeOf("445202-secretary-2") };
    const before = await hub.ask(mine, variables, liaison);
    const code = String(before.data["organization"]?.["region"]?.["code"]);
    const into = (await codesOf("COMMUNITY")).find((one) => one !== code);
    expect((await change("merge", { code, intoCode: into }, liaison)).codes).toEqual(["FORBIDDEN"]);
    expect((await change("merge", { code, intoCode: into })).codes).toEqual([]);
    const after = await hub.ask(mine, variables, liaison);
    expect(after.data["organization"]).toMatchObject({
      region: { code: into, mergedInto: null },
      memberships: before.data["organization"]?.["memberships"],
    });
    const old = await hub.ask(
      "query($code: String!) { region(code: $code) { endedOn mergedInto { code } } }",
      { code },
    );
    expect(old.data["region"]).toMatchObject({ mergedInto: { code: into } });
    const shared = await hub.ask(
      "mutation($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }",
      {
        input: {
          providerId: unitOf(liaison),
          committeeId: variables.committee,
          title: "合并后共享的投影仪",
          kind: "EQUIPMENT",
          audience: "COMMITTEE",
          publish: true,
        },
      },
      liaison,
    );
    expect(shared.codes).toEqual([]);
    expect(await straying()).toEqual([]);
  });
});
