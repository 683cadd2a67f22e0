import { describe, expect, it } from "@jest/globals";
import { type DemonstrationHubs, demonstrationHubs } from "../../support/demonstration-hubs.ts";

/** Midnight may pass while the tests run: what is loaded again is loaded on the same day. */
const NOW = new Date("2026-03-01T03:00:00Z");
/** Tens of thousands of records: it takes long where the cores have other work as well. In milliseconds. */
const LIMIT_MS = 300_000;

const TABLES = [
  ["organizations", "organization"],
  ["members", "membership"],
  ["members", "seat"],
  ["resources", "resource"],
  ["resources", "agreement"],
  ["activities", "activity"],
] as const;

async function counts(hubs: DemonstrationHubs, where: string): Promise<number[]> {
  const counted = TABLES.map(
    ([schema, table]) =>
      `(select count(*)::int from ${schema}.${table} where ${where}) as ${table}`,
  );
  const [row = {}] = await hubs.query(`select ${counted.join(", ")}`);
  return Object.values(row).map(Number);
}

describe("loading the demonstration alliance", () => {
  it("happens once, though two hubs start at the same time", async () => {
    await using two = await demonstrationHubs(2);
    const steps = await Promise.all([two.load(0, 0, NOW), two.load(1, 0, NOW)]);
    // One step of each subgraph, and the present of the three that have one.
    expect(steps.flat()).toHaveLength(7);
    const before = await counts(two, "true");
    expect(await two.load(0, 0, NOW)).toEqual([]);
    expect(await counts(two, "true")).toEqual(before);
  });

  it(
    "adds synthetic data in a district of its own, and at a greater scale only what is missing",
    async () => {
      await using one = await demonstrationHubs(1);
      await one.load(0, 0, NOW);
      const published = await counts(one, "alliance_code <> '990001'");
      await one.load(0, 2, NOW);
      const [organizations, memberships, , resources, , activities] = await counts(
        one,
        "alliance_code = '990001'",
      );
      expect({ organizations, memberships, resources, activities }).toEqual({
        organizations: 461,
        memberships: 400,
        resources: 20_000,
        activities: 2_000,
      });
      expect(await one.load(0, 2, NOW)).toEqual([]);
      await one.load(0, 3, NOW);
      expect((await counts(one, "alliance_code = '990001'"))[3]).toBe(30_000);
      expect(await counts(one, "alliance_code <> '990001'")).toEqual(published);
    },
    LIMIT_MS,
  );
});
