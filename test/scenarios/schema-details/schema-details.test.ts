import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createSocketClient } from "graphql-ws";
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { WebSocket } from "ws";
import { type TestHub, startHub } from "../../support/hub.ts";

/** A question with a slip of the pen, by where the slip is. */
const SLIPS: Readonly<Record<string, { readonly query: string; readonly variables?: object }>> = {
  "a field": { query: "{ resourcess { totalCount } }" },
  "an argument": { query: "{ resources(filtr: {}) { totalCount } }" },
  "a type": {
    query: "query ($filter: ResourceFiltr) { resources(filter: $filter) { totalCount } }",
  },
  "a fragment": { query: "{ viewer { ... on Vewer { kind } } }" },
  "an enumeration in the document": {
    query: "{ resources(filter: { kinds: [VENUES] }) { totalCount } }",
  },
  "an input in the document": {
    query: '{ resources(filter: { regionCod: "445202" }) { totalCount } }',
  },
  "an enumeration in a variable": {
    query: "query ($filter: ResourceFilter) { resources(filter: $filter) { totalCount } }",
    variables: { filter: { kinds: ["VENUES"] } },
  },
  "an input in a variable": {
    query: "query ($filter: ResourceFilter) { resources(filter: $filter) { totalCount } }",
    variables: { filter: { regionCod: "445202" } },
  },
  "a name with a line break in a variable": {
    query: "query ($filter: ResourceFilter) { resources(filter: $filter) { totalCount } }",
    variables: { filter: { "Did you mean \nregionCod": "445202", regionCod: "1" } },
  },
  "a variable of a subscription": {
    query:
      "subscription ($filter: ActivityUpdateFilter) { activityUpdates(filter: $filter) { type } }",
    variables: { filter: { regionCod: "445202" } },
  },
};

type Question = (typeof SLIPS)[string];

/** Each way to ask, giving everything that came back as one text. */
const WAYS: Readonly<Record<string, (url: string, question: Question) => Promise<string>>> = {
  POST: async (url, question) =>
    await (
      await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(question),
      })
    ).text(),
  GET: async (url, { query, variables = {} }) =>
    await (
      await fetch(
        `${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`,
        { headers: { "apollo-require-preflight": "true" } },
      )
    ).text(),
  "server-sent events": async (url, { query, variables = {} }) =>
    await collected(
      createSseClient({ url: `${url}/graphql`, retryAttempts: 0 }).iterate({
        query,
        variables: { ...variables },
      }),
    ),
  WebSocket: async (url, { query, variables = {} }) => {
    const client = createSocketClient({
      url: `${url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    try {
      return await collected(client.iterate({ query, variables: { ...variables } }));
    } finally {
      await client.dispose();
    }
  },
};

/** The first thing told, an error or a result. */
async function collected(results: AsyncIterable<unknown>): Promise<string> {
  try {
    for await (const result of results) return JSON.stringify(result);
    return "";
  } catch (error) {
    return `${String(error)} ${JSON.stringify(error)}`;
  }
}

let hidden: TestHub;
let open: TestHub;
beforeAll(async () => {
  [hidden, open] = await Promise.all([startHub({ HUB_INTROSPECTION: "off" }), startHub()]);
  // Known operations take another way through the hub: these are known from here on.
  for (const hub of [hidden, open])
    for (const { query } of Object.values(SLIPS)) await WAYS["POST"]?.(hub.url, { query });
});
afterAll(async () => {
  await hidden?.[Symbol.asyncDispose]();
  await open?.[Symbol.asyncDispose]();
});

describe.each(Object.keys(WAYS))("asked by %s", (way) => {
  it.each(Object.keys(SLIPS))("a slip in %s is told without names of the schema", async (slip) => {
    const question = SLIPS[slip] ?? { query: "" };
    const ask = WAYS[way] ?? (async () => "");
    const told = await ask(hidden.url, question);
    expect(told).toMatch(/message|error/i);
    expect(told).not.toMatch(/Did you mean (?!\\+n)/);
  });
});

it("the same slips have a hint where the schema may be explored", async () => {
  const questions = Object.entries(SLIPS).filter(([slip]) => !slip.includes("subscription"));
  for (const [slip, question] of questions)
    expect([slip, await WAYS["POST"]?.(open.url, question)]).toEqual([
      slip,
      expect.stringContaining("Did you mean"),
    ]);
});

it("schema/api.graphql is what clients are served, word for word", async () => {
  const { data } = await open.ask(
    getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
  );
  const served = buildClientSchema(data as never);
  const file = await readFile(new URL("../../../../schema/api.graphql", import.meta.url), "utf8");
  const printed = (schema: typeof served): string => printSchema(lexicographicSortSchema(schema));
  expect(printed(buildSchema(file))).toBe(printed(served));
  expect(file).not.toMatch(/join__|link__|_Entity|_Service|@(key|tag|shareable|inaccessible)/);
});
