import { describe, expect, it } from "@jest/globals";
import { loadDemonstration } from "@alliance-hub/gateway/demonstration/demonstration";
import { migrateAll } from "@alliance-hub/gateway/database/database";
import { createSubgraphs } from "@alliance-hub/gateway/subgraphs";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import { createLog } from "@alliance-hub/platform/log/log";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import pg from "pg";

const TABLES = [
  ["organizations", "organization"],
  ["members", "membership"],
  ["members", "seat"],
  ["resources", "resource"],
  ["resources", "agreement"],
  ["activities", "activity"],
] as const;

/** Hubs of one database, as if several were started. */
async function hubs(count: number) {
  await using starting = new AsyncDisposableStack();
  const database = starting.use(await createTestDatabase());
  const all: Subgraph[][] = [];
  for (let at = 0; at < count; at += 1) {
    const subgraphs = await createSubgraphs({
      databaseUrl: database.url,
      log: createLog({ level: "silent", name: "test" }),
    });
    for (const subgraph of subgraphs) starting.use(subgraph);
    all.push(subgraphs);
  }
  await migrateAll(database.url, all[0] ?? [], () => undefined);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  starting.defer(() => client.end());
  const running = starting.move();
  return {
    load: async (hub: number, scale: number): Promise<string[]> => {
      const steps: string[] = [];
      await loadDemonstration(all[hub] ?? [], { scale, report: (step) => steps.push(step) });
      return steps;
    },
    counts: async (where: string): Promise<number[]> => {
      const counted = TABLES.map(
        ([schema, table]) =>
          `(select count(*)::int from ${schema}.${table} where ${where}) as ${table}`,
      );
      return Object.values(
        (await client.query<Record<string, number>>(`select ${counted.join(", ")}`)).rows[0] ?? {},
      );
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

describe("loading the demonstration alliance", () => {
  it("happens once, though two hubs start at the same time", async () => {
    await using two = await hubs(2);
    const steps = await Promise.all([two.load(0, 0), two.load(1, 0)]);
    // One step of each subgraph, and the present of the three that have one.
    expect(steps.flat()).toHaveLength(7);
    const before = await two.counts("true");
    expect(await two.load(0, 0)).toEqual([]);
    expect(await two.counts("true")).toEqual(before);
  });

  it("adds synthetic data in a district of its own, and at a greater scale only what is missing", async () => {
    await using one = await hubs(1);
    await one.load(0, 0);
    const published = await one.counts("alliance_code <> '990001'");
    await one.load(0, 2);
    const [organizations, memberships, , resources, , activities] = await one.counts(
      "alliance_code = '990001'",
    );
    expect({ organizations, memberships, resources, activities }).toEqual({
      organizations: 461,
      memberships: 400,
      resources: 20_000,
      activities: 2_000,
    });
    expect(await one.load(0, 2)).toEqual([]);
    await one.load(0, 3);
    expect((await one.counts("alliance_code = '990001'"))[3]).toBe(30_000);
    expect(await one.counts("alliance_code <> '990001'")).toEqual(published);
  });
});
