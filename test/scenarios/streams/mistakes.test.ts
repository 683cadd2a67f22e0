import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDemonstrationIssuer } from "@alliance-hub/gateway/identity/demonstration-issuer";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { readEventStream } from "../../support/event-stream.ts";
import { DEMONSTRATION } from "../../support/hub.ts";
import { type HubProcess, startHubProcess } from "../../support/hub-process.ts";
import { askOver, openAs } from "../../support/socket.ts";

const SUBSCRIBE = operation("ActivityUpdates");

/** What must stand in no line of the log, wherever a client puts it. */
const MARK = "SENT-BY-A-CLIENT";
const LONG = MARK + "长".repeat(60_000);

let closing: AsyncDisposableStack;
let hub: HubProcess;
let dataDirectory: string;
beforeAll(async () => {
  closing = new AsyncDisposableStack();
  const database = closing.use(await createTestDatabase(DEMONSTRATION));
  dataDirectory = await mkdtemp(join(tmpdir(), "alliance-hub-data-"));
  closing.defer(() => rm(dataDirectory, { recursive: true, force: true }));
  hub = closing.use(
    await startHubProcess(dataDirectory, { LOG_LEVEL: "info", DATABASE_URL: database.url }),
  );
});
afterAll(async () => {
  await closing?.disposeAsync();
});

interface Mistake {
  readonly query: string;
  readonly variables?: object;
}

/** The codes that a mistake is answered with, on each transport. */
const TRANSPORTS: Readonly<Record<string, (mistake: Mistake) => Promise<string[]>>> = {
  POST: async (mistake) => [
    ...(await ask(hub.url, { ...mistake, headers: { accept: "application/json" } })).codes,
  ],
  "POST, by a client that takes events as well": async (mistake) => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: {
        accept: "application/graphql-response+json, text/event-stream;q=0.5",
        "content-type": "application/json",
      },
      body: JSON.stringify(mistake),
    });
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.startsWith("text/event-stream")
      ? (/^data: (.+)$/m.exec(text)?.[1] ?? "")
      : text;
    return codesIn((JSON.parse(json) as { errors: Errors }).errors);
  },
  "server-sent events": async (mistake) => {
    for await (const { data } of readEventStream(hub.url, mistake))
      return codesIn(data?.["errors"] as unknown as Errors); // an answer of errors alone
    return [];
  },
  WebSocket: async ({ query, variables }) => {
    using dialogue = await openAs(hub.url, undefined);
    const { type, payload } = await askOver(dialogue, query, variables);
    expect(type).toBe("error");
    return codesIn(payload as unknown as Errors); // an answer of errors alone
  },
};

type Errors = readonly { readonly extensions?: { readonly code?: string } }[];
const codesIn = (errors: Errors): string[] =>
  errors.map(({ extensions }) => String(extensions?.code));

const MISTAKES: Readonly<Record<string, readonly [mistake: () => Mistake, code: string]>> = {
  "a value of a variable of a subscription": [
    () => ({ query: SUBSCRIBE, variables: { after: { text: LONG } } }),
    "BAD_USER_INPUT",
  ],
  "a value of a variable of a query": [
    () => ({ query: operation("SharedResources"), variables: { first: LONG } }),
    "BAD_USER_INPUT",
  ],
  "more than fifty wrong values": [
    () => ({
      query: "query ($filter: ResourceFilter) { resources(filter: $filter) { totalCount } }",
      variables: { filter: { kinds: Array.from({ length: 200 }, () => MARK) } },
    }),
    "BAD_USER_INPUT",
  ],
  "more than fifty wrong values of a subscription": [
    () => ({
      query:
        "subscription ($filter: ActivityUpdateFilter) { activityUpdates(filter: $filter) { id } }",
      variables: { filter: { types: Array.from({ length: 200 }, () => MARK) } },
    }),
    "BAD_USER_INPUT",
  ],
  "a condition on the field of a subscription": [
    () => ({
      query: "subscription ($x: Boolean!) { activityUpdates @skip(if: $x) { id } }",
      variables: { x: false },
    }),
    "GRAPHQL_VALIDATION_FAILED",
  ],
  "a condition on the field of a subscription, in a fragment of a fragment": [
    () => ({
      query: `subscription ($x: Boolean!) { ... on Subscription { ...One } }
        fragment One on Subscription { activityUpdates @include(if: $x) { id } }`,
      variables: { x: true },
    }),
    "GRAPHQL_VALIDATION_FAILED",
  ],
  "a document that does not parse": [() => ({ query: `{ ${MARK} ` }), "GRAPHQL_PARSE_FAILED"],
  "a document that is not valid": [
    () => ({ query: `{ resources(filter: { text: "${LONG}", kinds: [NONE] }) { totalCount } }` }),
    "GRAPHQL_VALIDATION_FAILED",
  ],
  "entities, which only gateways ask for": [
    () => ({
      query: "query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }",
      variables: { r: [{ __typename: MARK }] },
    }),
    "GRAPHQL_VALIDATION_FAILED",
  ],
};

describe.each(Object.keys(TRANSPORTS))("over %s", (transport) => {
  it.each(Object.keys(MISTAKES))("%s is a client's mistake", async (name) => {
    const [mistake, code] = MISTAKES[name] ?? [];
    const before = hub.output().length;
    if (!mistake) return;
    const codes = await TRANSPORTS[transport]?.(mistake());
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(hub.output().slice(before)).not.toMatch(/unforeseen|request failed/);
  });
});

describe("who is asking", () => {
  it.each([
    ["a NUL", `x${String.fromCharCode(0)}y`],
    ["half a surrogate pair", "x\ud800"],
    ["the other half", "x\udc00"],
    ["three hundred characters", "x".repeat(300)],
  ])("is told that a subject with %s is none", async (_what, subject) => {
    const issuer = await openDemonstrationIssuer(dataDirectory);
    const token = await issuer.token(subject);
    const answer = await ask(hub.url, { query: "{ viewer { kind } }", token });
    expect([answer.status, answer.codes]).toEqual([401, ["UNAUTHENTICATED"]]);
    await expect(openAs(hub.url, token)).rejects.toThrow("closed with 4403");
  });
});

it("no line of the log is long, and none holds what clients sent", () => {
  const lines = hub.output().split("\n");
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line.length).toBeLessThan(4000);
  expect(hub.output()).not.toContain(MARK);
});
