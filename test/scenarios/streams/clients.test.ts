import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { createClient as createSseClient } from "graphql-sse";
import type { Answer } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { CLIENTS, type Result, type TestClient } from "../../support/package-clients.ts";
import { patiently } from "../../support/patience.ts";
import { unitOf } from "../../support/people.ts";

const LIAISON = "445202-liaison-1";

let hub: TestHub;
let authorization: string;
beforeAll(async () => {
  hub = await startHub();
  authorization = `Bearer ${await hub.tokenOf(LIAISON)}`;
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
});

const QUERY = "query { viewer { subject } }";
const SUBSCRIBE = operation("ActivityUpdates");

const address = (): string => `${hub.url}/graphql`;

describe.each(Object.keys(CLIENTS))("%s", (name) => {
  let client: TestClient;
  beforeAll(() => {
    const create = CLIENTS[name];
    if (create) client = create({ url: address(), authorization });
  });
  afterAll(async () => {
    await client.close?.();
  });

  it("queries, also for the whole schema", async () => {
    const { data } = await client.query(QUERY);
    expect(data).toMatchObject({ viewer: { subject: `demo:${LIAISON}` } });
    const schema = await client.query(getIntrospectionQuery());
    expect(schema.data).toMatchObject({ __schema: { queryType: { name: "Query" } } });
  });

  it("mutates, once", async () => {
    // Letters alone: eleven digits may be taken for a telephone.
    const title = randomUUID().replaceAll(/[^a-f]/g, "x");
    const input = {
      providerId: unitOf(LIAISON),
      title,
      kind: "VENUE",
      audience: "PUBLIC",
      publish: true,
    };
    const { data } = await client.mutate(operation("ShareResource"), { input });
    expect(data).toMatchObject({ shareResource: { resource: { id: expect.any(String) } } });
    const found = await hub.ask(
      "query ($search: String) { resources(filter: { text: $search }) { totalCount } }",
      { search: title },
    );
    expect(found.data["resources"]?.["totalCount"]).toBe(1);
  });

  it("subscribes, is told, and is told no more once it has unsubscribed", async () => {
    const told: Result[] = [];
    const end = client.subscribe(SUBSCRIBE, (result) => told.push(result));
    await scheduledUntil((ids) => told.some((result) => ids.includes(idIn(result))));
    end();
    await patiently(
      () => figure(hub.url, "hub_stream_groups"),
      (open) => open === 0,
    );
    const before = told.length;
    await scheduleActivity(hub, "再次宣讲");
    expect(told).toHaveLength(before);
  });
});

/**
 * Schedules activities until one of them is told of: from when on somebody is, nobody else can know. What was
 * scheduled just before may be told of, too.
 */
async function scheduledUntil(isTold: (ids: readonly unknown[]) => boolean): Promise<void> {
  const ids: string[] = [];
  await patiently(async () => {
    ids.push(await scheduleActivity(hub, "联合宣讲"));
    return isTold(ids);
  }, Boolean);
}

function idIn(result: unknown): unknown {
  const { data } = result as { data?: Answer };
  return data?.["activityUpdates"]?.["activity"]?.["id"];
}

describe("graphql-sse, which takes nothing but events", () => {
  const iterate = (query: string, variables: object = {}) =>
    createSseClient({
      url: address(),
      headers: { authorization },
      retryAttempts: 0,
    }).iterate({ query, variables: { ...variables } });

  it("queries", async () => {
    expect((await iterate(QUERY).next()).value).toEqual({
      data: { viewer: { subject: `demo:${LIAISON}` } },
    });
  });

  it("is told that mutations are not streamed, and nothing happens", async () => {
    const input = {
      providerId: unitOf(LIAISON),
      title: "并未共享",
      kind: "VENUE",
      audience: "PUBLIC",
      publish: true,
    };
    const { value } = await iterate(operation("ShareResource"), { input }).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    const found = await hub.ask('{ resources(filter: { text: "并未共享" }) { totalCount } }');
    expect(found.data["resources"]?.["totalCount"]).toBe(0);
  });

  it("subscribes and is told", async () => {
    const stream = iterate(SUBSCRIBE);
    const told: unknown[] = [];
    const reading = (async () => {
      for await (const result of stream) told.push(idIn(result));
    })();
    await scheduledUntil((ids) => told.some((id) => ids.includes(id)));
    await stream.return?.();
    await reading;
  });
});

it("what urql sends with everything is read as it is meant", async () => {
  const accept =
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";
  const typeOf = async (query: string, method = "POST"): Promise<string | null> => {
    const search = method === "GET" ? `?${new URLSearchParams({ query }).toString()}` : "";
    const leaving = new AbortController();
    const answer = await fetch(address() + search, {
      method,
      headers: {
        accept,
        "content-type": "application/json",
        "apollo-require-preflight": "yes",
      },
      signal: leaving.signal,
      ...(method === "POST" ? { body: JSON.stringify({ query }) } : {}),
    });
    const type = answer.headers.get("content-type");
    leaving.abort();
    return type;
  };
  for (const method of ["POST", "GET"]) {
    expect(await typeOf(QUERY, method)).toMatch(/^application\/graphql-response\+json/);
    expect(await typeOf("query { subscription }", method)).toMatch(/json/);
    expect(await typeOf("subscription { nothing", method)).toMatch(/json/);
    expect(await typeOf(SUBSCRIBE, method)).toMatch(/^text\/event-stream/);
  }
});
