import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { operation } from "../../support/contract.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { inDays, inHours, unitOf } from "../../support/people.ts";

/** A unit of the committee, a unit of the same alliance but of another committee only, one of another place, nobody. */
const [INSIDER, OTHER_COMMITTEE, ELSEWHERE] = [
  "445202-liaison-1",
  "445202-liaison-4",
  "610327-liaison-1",
] as const;
const STRANGERS: (string | undefined)[] = [OTHER_COMMITTEE, ELSEWHERE, undefined];

let hub: TestHub;
let committeeId: string;
let ids: { resource: string; need: string; agreement: string; activity: string };

beforeAll(async () => {
  hub = await startHub();
  const unit = unitOf(INSIDER);
  const page = await hub.ask(operation("OrganizationPage"), { id: unit });
  committeeId = String(
    page.data["organization"]?.["memberships"]?.["nodes"]?.[0]?.["committee"]?.["id"],
  );
  const common = { committeeId, audience: "COMMITTEE" };
  const resource = await hub.ask(
    operation("ShareResource"),
    { input: { ...common, providerId: unit, title: "内部秘室", kind: "VENUE", publish: true } },
    INSIDER,
  );
  const need = await hub.ask(
    operation("PostNeed"),
    { input: { ...common, organizationId: unit, title: "内部秘需", kind: "WISH", publish: true } },
    INSIDER,
  );
  const agreement = await hub.ask(
    operation("DraftAgreement"),
    {
      input: {
        committeeId,
        title: "内部秘约",
        partyIds: [unit, unitOf("445202-liaison-2")],
        termFrom: inDays(8),
        termTo: inDays(738),
        commitments: [],
      },
    },
    INSIDER,
  );
  const activity = await hub.ask(
    operation("ScheduleActivity"),
    {
      input: {
        ...common,
        hostId: unit,
        title: "内部秘会",
        kind: "TRAINING",
        during: { start: inHours(50), end: inHours(52) },
        venueId: resource.data["shareResource"]?.["resource"]?.["id"],
      },
    },
    INSIDER,
  );
  for (const made of [resource, need, agreement, activity]) expect(made.codes).toEqual([]);
  ids = {
    resource: String(resource.data["shareResource"]?.["resource"]?.["id"]),
    need: String(need.data["postNeed"]?.["need"]?.["id"]),
    agreement: String(agreement.data["draftAgreement"]?.["agreement"]?.["id"]),
    activity: String(activity.data["scheduleActivity"]?.["activity"]?.["id"]),
  };
  await hub.ask(operation("ProposeAgreement"), { id: ids.agreement }, INSIDER);
  // A public activity in the committee's own venue: the nested field must not give the venue away.
  await hub.ask(
    operation("ScheduleActivity"),
    {
      input: {
        committeeId,
        audience: "PUBLIC",
        hostId: unit,
        title: "公开课",
        kind: "CULTURE",
        during: { start: inHours(60), end: inHours(62) },
        venueId: ids.resource,
      },
    },
    INSIDER,
  );
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

describe("what is shared with a committee", () => {
  it("is seen by its units, by id and in lists", async () => {
    const seen = await hub.ask(
      `query($r: ID!, $n: ID!, $g: ID!, $a: ID!) { resource(id: $r) { title } need(id: $n) { title } agreement(id: $g) { title } activity(id: $a) { title venue { title } } }`,
      { r: ids.resource, n: ids.need, g: ids.agreement, a: ids.activity },
      INSIDER,
    );
    expect(seen.data).toEqual({
      resource: { title: "内部秘室" },
      need: { title: "内部秘需" },
      agreement: { title: "内部秘约" },
      activity: { title: "内部秘会", venue: { title: "内部秘室" } },
    });
  });

  it.each(STRANGERS)("is not there by id for %s", async (as) => {
    const seen = await hub.ask(
      `query($r: ID!, $n: ID!, $g: ID!, $a: ID!) { resource(id: $r) { title } need(id: $n) { title } agreement(id: $g) { title } activity(id: $a) { title } }`,
      { r: ids.resource, n: ids.need, g: ids.agreement, a: ids.activity },
      as,
    );
    expect(seen.data).toEqual({ resource: null, need: null, agreement: null, activity: null });
    expect(seen.codes).toEqual([]);
  });

  it.each(STRANGERS)("is in no list and no count for %s", async (as) => {
    const seen = await hub.ask(
      `query($c: ID!, $o: ID!) {
        resources(filter: { text: "内部秘" }) { totalCount nodes { id } }
        needs(filter: { text: "内部秘" }) { totalCount nodes { id } }
        agreements(filter: { text: "内部秘", committeeId: $c }) { totalCount nodes { id } }
        activities(filter: { text: "内部秘" }) { totalCount nodes { id } }
        committee(id: $c) {
          resources(first: 100) { nodes { title } } needs(first: 100) { nodes { title } }
          agreements(first: 100) { nodes { title } } activities(first: 100) { nodes { title } }
          calendar(during: { start: "${inHours(49)}", end: "${inHours(53)}" }) { title }
        }
        organization(id: $o) { resources(first: 100) { nodes { title } } agreements(first: 100) { nodes { title } } activities(first: 100) { nodes { title } } }
      }`,
      { c: committeeId, o: unitOf(INSIDER) },
      as,
    );
    expect(seen.codes).toEqual([]);
    expect(seen.data["resources"]).toEqual({ totalCount: 0, nodes: [] });
    expect(seen.data["needs"]).toEqual({ totalCount: 0, nodes: [] });
    expect(seen.data["agreements"]).toEqual({ totalCount: 0, nodes: [] });
    expect(seen.data["activities"]).toEqual({ totalCount: 0, nodes: [] });
    expect(JSON.stringify(seen.data)).not.toMatch(/内部秘/);
  });

  it.each(STRANGERS)("is not given away by a nested field for %s", async (as) => {
    const seen = await hub.ask(
      '{ activities(filter: { text: "公开课" }) { nodes { title venue { id title } } } }',
      {},
      as,
    );
    expect(seen.codes).toEqual([]);
    expect(seen.data["activities"]?.["nodes"]).toContainEqual({ title: "公开课", venue: null });
    // The key alone comes from another subgraph than the fields; it must not be given either.
    const key = await hub.ask(
      '{ activities(filter: { text: "公开课" }) { nodes { title venue { id } } } }',
      {},
      as,
    );
    expect(key.data["activities"]?.["nodes"]).toContainEqual({ title: "公开课", venue: null });
  });

  it.each(STRANGERS)(
    "cannot be acted on, and the error says no more than of what does not exist, for %s",
    async (as) => {
      const book = (resourceId: string) =>
        hub.ask(
          operation("BookResource"),
          {
            input: {
              resourceId,
              organizationId: unitOf(as ?? INSIDER),
              during: { start: inHours(5), end: inHours(6) },
            },
          },
          as,
        );
      const [hidden, missing] = [
        await book(ids.resource),
        await book("01890000-0000-7000-8000-000000000000"),
      ];
      expect(hidden.codes).toEqual(missing.codes);
      expect(hidden.errors[0]?.message.replace(ids.resource, "X")).toBe(
        missing.errors[0]?.message.replace("01890000-0000-7000-8000-000000000000", "X"),
      );
      const join = await hub.ask(
        operation("JoinActivity"),
        { id: ids.activity, organizationId: unitOf(as ?? INSIDER) },
        as,
      );
      expect(join.codes).toEqual([as ? "NOT_FOUND" : "UNAUTHENTICATED"]);
    },
  );

  it("cannot be had through _entities: clients have no such field", async () => {
    const seen = await hub.ask(
      `{ _entities(representations: [{ __typename: "Resource", id: "${ids.resource}" }]) { __typename } }`,
    );
    expect(seen.codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });
});

describe("the database itself", () => {
  it.each([...SUBGRAPH_NAMES, "gateway"])(
    "lets the role of %s read its own tables and nothing else of another schema",
    async (schema) => {
      const client = new pg.Client({
        connectionString: hub.databaseUrl,
        options: `-c role=hub_${schema}`,
      });
      await client.connect();
      const tables = await client.query(
        "select schemaname, tablename from pg_tables where schemaname in ('organizations', 'members', 'resources', 'activities', 'gateway', 'audit')",
      );
      expect(tables.rowCount).toBeGreaterThan(15);
      for (const { schemaname, tablename } of tables.rows as {
        schemaname: string;
        tablename: string;
      }[]) {
        const read = client.query(`select 1 from ${schemaname}.${tablename} limit 1`);
        const allowed =
          schemaname === schema || (schema === "organizations" && schemaname === "audit");
        if (allowed) await read;
        else await expect(read).rejects.toMatchObject({ code: "42501" });
      }
      await expect(client.query("update audit.entry set action = 'x'")).rejects.toMatchObject({
        code: "42501",
      });
      await expect(client.query("delete from audit.entry")).rejects.toMatchObject({
        code: "42501",
      });
      await client.end();
    },
  );
});
