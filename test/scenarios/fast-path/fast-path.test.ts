import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { operation } from "../../support/contract.ts";
import { figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { UNKNOWN_ID, inHours, unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
let token: string;
beforeAll(async () => {
  hub = await startHub();
  token = await hub.tokenOf(LIAISON);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
});

/** A body, and who sends it. */
interface Case {
  readonly body: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

/** What a client can tell of an answer; the day it was given apart. */
interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function send({ body, token: bearer }: Case, headers: object = {}): Promise<Seen> {
  const answer = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const { date: _date, "x-request-id": id = "", ...seen } = Object.fromEntries(answer.headers);
  // Each request has an id of its own, which stands in what is masked.
  const text = (await answer.text()).replaceAll(id, "the request");
  return { status: answer.status, headers: seen, body: text };
}

/** The same request as one that the fast path leaves to Apollo's pipeline: with extensions. */
const throughPipeline = ({ body, ...rest }: Case): Case => ({
  ...rest,
  body: { ...body, extensions: {} },
});

const answeredPrepared = (): Promise<number> => figure(hub.url, "hub_prepared_requests_total");

/** Makes an operation known, then sends the request both ways. */
async function bothWays(asked: Case, known: Case = asked, headers: object = {}) {
  await send(known, headers);
  const before = await answeredPrepared();
  const pipeline = await send(throughPipeline(asked), headers);
  const prepared = await send(asked, headers);
  const after = await answeredPrepared();
  // One of them, and not the one with extensions.
  expect({ headers, pipeline, prepared, answered: after - before }).toEqual({
    headers,
    pipeline,
    prepared,
    answered: 1,
  });
  return { pipeline, prepared };
}

const ACCEPTS = [
  undefined,
  "*/*",
  "application/json",
  "application/graphql-response+json",
  "application/graphql-response+json, application/json;q=0.9",
  "application/json, application/graphql-response+json",
  "text/html, application/*;q=0.5",
];

const RESOURCES = operation("SharedResources");
const PAGES = `query Pages($n: Int) {
  region(code: "445202") { committees(first: $n) { nodes { memberUnits(first: $n) { nodes {
    organization { resources(first: $n) { nodes { id } } } } } } } }
}`;
const TWO = "query A { regions(first: 1) { totalCount } } query B { viewer { kind } }";

describe("a known operation is answered as Apollo's pipeline answers it", () => {
  const cases: [string, () => Case, (() => Case)?][] = [
    ["data", () => ({ body: { query: RESOURCES, variables: { first: 5 } } })],
    ["data for somebody signed in", () => ({ body: { query: operation("Me") }, token })],
    [
      "a variable of the wrong type",
      () => ({ body: { query: RESOURCES, variables: { first: "five" } } }),
      () => ({ body: { query: RESOURCES } }),
    ],
    [
      "a variable that is missing",
      () => ({ body: { query: operation("OrganizationPage"), variables: {} } }),
      () => ({ body: { query: operation("OrganizationPage"), variables: { id: UNKNOWN_ID } } }),
    ],
    [
      "a variable that nobody declared",
      () => ({ body: { query: "{ viewer { kind } }", variables: { nobody: "asked" } } }),
    ],
    ["errors beside data", () => ({ body: { query: RESOURCES, variables: { first: 0 } } })],
    [
      "an error of one field",
      () => ({
        body: { query: "{ viewer { kind } resources(first: 0) { totalCount } }" },
      }),
    ],
    ["pages of pages within the limit", () => ({ body: { query: PAGES, variables: { n: 2 } } })],
    [
      "pages of pages beyond the limit",
      () => ({ body: { query: PAGES, variables: { n: 100 } } }),
      () => ({ body: { query: PAGES, variables: { n: 2 } } }),
    ],
    ["the first of two operations", () => ({ body: { query: TWO, operationName: "A" } })],
    ["the second of two operations", () => ({ body: { query: TWO, operationName: "B" } })],
    [
      "a name that is null",
      () => ({ body: { query: RESOURCES, operationName: null, variables: null } }),
    ],
    [
      "introspection",
      () => ({ body: { query: "{ __schema { queryType { name } } __typename }" } }),
    ],
    [
      "a mutation that nobody may",
      () => ({
        body: {
          query: operation("ShareResource"),
          variables: {
            input: {
              providerId: unitOf(LIAISON),
              title: "会议室",
              kind: "VENUE",
              audience: "PUBLIC",
              publish: true,
            },
          },
        },
      }),
    ],
  ];
  for (const [name, asked, known] of cases) {
    it(name, async () => {
      for (const accept of ACCEPTS) {
        const headers = accept === undefined ? {} : { accept };
        const { pipeline, prepared } = await bothWays(asked(), known?.(), headers);
        expect({ accept, ...prepared }).toEqual({ accept, ...pipeline });
      }
    });
  }

  it("a mutation, which happens once for each request", async () => {
    const input = {
      providerId: unitOf(LIAISON),
      title: "会议室",
      kind: "VENUE",
      audience: "PUBLIC",
      publish: true,
      idempotencyKey: randomUUID(),
    };
    const asked = { body: { query: operation("ShareResource"), variables: { input } }, token };
    const { pipeline, prepared } = await bothWays(asked);
    expect(prepared).toEqual(pipeline);
    const resourceId = JSON.parse(prepared.body).data.shareResource.resource.id;
    const book = (): Case => ({
      body: {
        query: operation("BookResource"),
        variables: {
          input: {
            resourceId,
            organizationId: unitOf(LIAISON),
            during: { start: inHours(5), end: inHours(6) },
          },
        },
      },
      token,
    });
    const first = JSON.parse((await send(book())).body);
    expect(first.errors).toBeUndefined();
    const again = await bothWays(book());
    expect(again.prepared).toEqual(again.pipeline);
    expect(again.prepared.body).toContain("BOOKING_CONFLICT");
  });

  it("a fault that nobody foresaw, masked under the request's id", async () => {
    const database = new pg.Client({ connectionString: hub.databaseUrl });
    await database.connect();
    const asked = { body: { query: "{ needs(first: 1) { nodes { id } } viewer { kind } }" } };
    await send(asked);
    await database.query("alter table resources.need rename to need_elsewhere");
    try {
      const { pipeline, prepared } = await bothWays(asked);
      expect(prepared).toEqual(pipeline);
      expect(prepared.body).toContain("Quote request the request");
    } finally {
      await database.query("alter table resources.need_elsewhere rename to need");
      await database.end();
    }
  });

  it("a token that is not good", async () => {
    const asked = { body: { query: operation("Me") }, token: "nonsense" };
    await send({ ...asked, token });
    const [pipeline, prepared] = [await send(throughPipeline(asked)), await send(asked)];
    expect(prepared).toEqual(pipeline);
    expect(prepared.status).toBe(401);
  });
});

describe("what is not plainly a known operation goes through the pipeline", () => {
  const QUERY = "query Known { viewer { kind } }";
  const known = { body: { query: QUERY, operationName: "Known" } };

  it.each<[string, unknown, object?]>([
    ["another spelling of the text", { query: `${QUERY} ` }],
    ["another name", { query: QUERY, operationName: "Other" }],
    ["a name and a text that only together are the same", { query: `5:Known${QUERY}` }],
    ["a name that is no text", { query: QUERY, operationName: 1 }],
    ["variables that are a list", { query: QUERY, variables: [] }],
    ["variables that are a text", { query: QUERY, variables: "{}" }],
    ["extensions", { query: QUERY, extensions: { some: "value" } }],
    ["several operations at once", [{ query: QUERY }]],
    ["a text that is none", { query: 1 }],
    ["nothing", null],
    ["an Accept that nothing fits", { query: QUERY }, { accept: "text/html" }],
    [
      "another way to say JSON",
      { query: QUERY },
      { "content-type": 'application/json; charset="utf-8"' },
    ],
    ["a body that is text", { query: QUERY }, { "content-type": "text/plain" }],
  ])("%s", async (_what, body, headers = {}) => {
    await send(known);
    await send({ body: { query: QUERY } });
    const before = await answeredPrepared();
    await send({ body: body as Case["body"] }, headers);
    expect(await answeredPrepared()).toBe(before);
  });
});
