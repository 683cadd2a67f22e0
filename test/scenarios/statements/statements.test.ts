import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { unitOf } from "../../support/people.ts";
import { statementsOf } from "../../support/statements.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

const cost = (query: string, variables: object, as?: string) =>
  statementsOf(hub, { query, variables, as });

describe("a page costs the same number of statements, whatever its size", () => {
  it.each<[string, string, object]>([
    ["SharedResources", operation("SharedResources"), { filter: { regionCode: "530381" } }],
    [
      "AllianceDirectory, with two nested lists",
      operation("AllianceDirectory"),
      { region: "530381" },
    ],
    ["Activities", operation("Activities"), { filter: { regionCode: "530381" } }],
    [
      "lists within lists across subgraphs",
      `query($first: Int) { organizations(filter: { regionCode: "445202" }, first: $first) { nodes {
         name memberships(first: 3) { totalCount nodes { committee { name seats(first: 3) { nodes { fromOrganization { name } } } } } }
         resources(first: 3) { totalCount nodes { title provider { region { name } } } }
         agreements(first: 3) { totalCount nodes { parties { organization { name } } commitments { resource { title } } } }
         activities(first: 3) { nodes { host { name } venue { title } participants { organization { name } } } } } } }`,
      {},
    ],
    [
      "needs and their owners",
      "query($first: Int) { needs(first: $first) { totalCount nodes { title organization { name memberships(first: 2) { nodes { committee { name } } } } } } }",
      {},
    ],
  ])("%s", async (_what, query, variables) => {
    // Both pages are wide enough to hold every kind of record: a page without any resource asks for no provider.
    const small = await cost(query, { ...variables, first: 15 }, "445202-liaison-1");
    const large = await cost(query, { ...variables, first: 60 }, "445202-liaison-1");
    expect(large.rows).toBeGreaterThan(small.rows * 2);
    expect(large.cost).toBe(small.cost);
    expect(large.cost).toBeGreaterThan(0);
  });

  it("counts a total only when it is selected", async () => {
    const bare = await cost("{ organizations(first: 5) { nodes { id } } }", {});
    const counted = await cost("{ organizations(first: 5) { totalCount nodes { id } } }", {});
    expect(counted.cost - bare.cost).toBe(1);
  });

  it("OrganizationPage stays within a fixed number", async () => {
    expect(
      (await cost(operation("OrganizationPage"), { id: unitOf("445202-liaison-1") })).cost,
    ).toBeLessThan(25);
  });
});
