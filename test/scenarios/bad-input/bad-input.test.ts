import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { operation } from "../../support/contract.ts";
import { ask } from "../../support/ask.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { UNKNOWN_ID, inHours, unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
let resourceId: string;
beforeAll(async () => {
  hub = await startHub();
  const input = {
    providerId: unitOf(LIAISON),
    title: "会议室",
    kind: "VENUE",
    audience: "PUBLIC",
    capacity: 2,
    publish: true,
  };
  const shared = await hub.ask(operation("ShareResource"), { input }, LIAISON);
  resourceId = String(shared.data["shareResource"]?.["resource"]?.["id"]);
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

/** Everything that a refused request must leave as it was. */
async function counts(): Promise<unknown> {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  const found =
    await client.query(`select (select count(*) from resources.resource) as resources, (select count(*) from resources.booking) as bookings,
    (select count(*) from organizations.organization) as organizations, (select count(*) from audit.entry) as entries`);
  await client.end();
  return found.rows[0];
}

const share = (input: object) =>
  hub.ask(
    operation("ShareResource"),
    {
      input: {
        providerId: unitOf(LIAISON),
        title: "x",
        kind: "VENUE",
        audience: "PUBLIC",
        publish: true,
        ...input,
      },
    },
    LIAISON,
  );
const book = (input: object) =>
  hub.ask(
    operation("BookResource"),
    {
      input: {
        resourceId,
        organizationId: unitOf(LIAISON),
        during: { start: inHours(5), end: inHours(6) },
        ...input,
      },
    },
    LIAISON,
  );

describe("a mutation with bad input is refused, says why, and writes nothing", () => {
  it.each([
    ["an unknown resource", () => book({ resourceId: UNKNOWN_ID }), "NOT_FOUND", /Resource/],
    ["an id that is none", () => book({ resourceId: "会议室" }), "NOT_FOUND", /Resource/],
    [
      "an end before the start",
      () => book({ during: { start: inHours(6), end: inHours(5) } }),
      "BAD_USER_INPUT",
      /end/,
    ],
    [
      "an end equal to the start",
      () => book({ during: { start: inHours(6), end: inHours(6) } }),
      "BAD_USER_INPUT",
      /end/,
    ],
    [
      "a booking in the past",
      () => book({ during: { start: inHours(-5), end: inHours(-4) } }),
      "BAD_USER_INPUT",
      /past/,
    ],
    ["a quantity of zero", () => book({ quantity: 0 }), "BAD_USER_INPUT", /quantity/],
    ["more than there is", () => book({ quantity: 3 }), "BAD_USER_INPUT", /quantity/],
    ["an empty title", () => share({ title: " \u3000" }), "BAD_USER_INPUT", /title/],
    [
      "ten thousand characters",
      () => share({ title: "长".repeat(10_000) }),
      "BAD_USER_INPUT",
      /title/,
    ],
    ["an unknown provider", () => share({ providerId: UNKNOWN_ID }), "NOT_FOUND", /Organization/],
    ["an unknown committee", () => share({ committeeId: UNKNOWN_ID }), "NOT_FOUND", /Committee/],
    ["a capacity below one", () => share({ capacity: 0 }), "BAD_USER_INPUT", /capacity/],
    [
      "no such day",
      () =>
        hub.ask(operation("AllianceReport"), {
          region: "445202",
          from: "2022-02-30",
          to: "2022-03-01",
        }),
      "BAD_USER_INPUT",
      /2022-02-30/,
    ],
    [
      "an unknown region",
      () =>
        hub.ask(operation("AllianceReport"), {
          region: "nowhere",
          from: "2022-01-01",
          to: "2022-03-01",
        }),
      "NOT_FOUND",
      /nowhere/,
    ],
  ])("%s", async (_what, send, code, message) => {
    const before = await counts();
    const answer = await send();
    expect(answer.codes).toEqual([code]);
    expect(answer.errors[0]?.message).toMatch(message);
    expect(await counts()).toEqual(before);
  });

  it("a wrong credit code, naming the character that would be right", async () => {
    const input = {
      name: "某公司",
      kind: "PRIVATE_COMPANY",
      regionCode: "445202",
      creditCode: "91350100M000100Y44",
    };
    const before = await counts();
    const answer = await hub.ask(operation("RegisterOrganization"), { input }, "445202-operator");
    expect(answer.codes).toEqual(["BAD_USER_INPUT"]);
    expect(answer.errors[0]?.message).toMatch(/creditCode.*3/s);
    expect(await counts()).toEqual(before);
  });
});

describe("paging", () => {
  const page = (variables: object) => hub.ask(operation("FindOrganizations"), variables);

  it.each([0, 101, -1])("first: %i is refused", async (first) => {
    const answer = await page({ first });
    expect(answer.codes).toEqual(["BAD_USER_INPUT"]);
    expect(answer.errors[0]?.message).toMatch(/1 to 100/);
  });

  it("a cursor of another list is refused, and one that is none", async () => {
    const needs = await hub.ask("{ needs(first: 1) { pageInfo { endCursor } } }");
    const cursor = needs.data["needs"]?.["pageInfo"]?.["endCursor"];
    expect((await page({ after: cursor })).codes).toEqual(["BAD_USER_INPUT"]);
    expect((await page({ after: "abc" })).codes).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("a request that is too much", () => {
  it("a query 40 levels deep", async () => {
    const answer = await hub.ask(
      `{ region(code: "445202") { ${"parent { ".repeat(38)} code ${"} ".repeat(38)} } }`,
    );
    expect(answer.status).toBe(400);
    expect(answer.codes).toEqual(["QUERY_TOO_COMPLEX"]);
  });

  it("a body of 2 MB", async () => {
    const answer = await ask(hub.url, { query: `{ viewer { kind } } #${"x".repeat(2_000_000)}` });
    expect([answer.status, answer.codes]).toEqual([413, ["BAD_USER_INPUT"]]);
  });

  it("more tokens than the limit, and more aliases", async () => {
    expect((await hub.ask(`{ ${"viewer { kind } ".repeat(1000)} }`)).status).toBe(400);
    const aliases = Array.from({ length: 150 }, (_, i) => `a${i}: viewer { kind }`).join(" ");
    expect((await hub.ask(`{ ${aliases} }`)).codes).toEqual(["QUERY_TOO_COMPLEX"]);
  });

  it("pages of pages of pages", async () => {
    const answer = await hub.ask(
      '{ region(code: "445202") { committees(first: 100) { nodes { memberUnits(first: 100) { nodes { organization { resources(first: 100) { nodes { id } } } } } } } } }',
    );
    expect(answer.codes).toEqual(["QUERY_TOO_COMPLEX"]);
  });

  it("a body that is no JSON, or not declared as such", async () => {
    const post = (body: string, type: string) =>
      fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": type }, body });
    expect((await post("{nope", "application/json")).status).toBe(400);
    expect((await post("{}", "text/plain")).status).toBeGreaterThanOrEqual(400);
  });

  it("leaves the hub up", async () => {
    expect((await hub.ask("{ viewer { kind } }")).data).toEqual({ viewer: { kind: "ANONYMOUS" } });
  });
});
