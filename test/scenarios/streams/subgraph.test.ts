import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createLog } from "@alliance-hub/platform/log/log";
import { createSubgraphs } from "@alliance-hub/gateway/subgraphs";
import { SIGNATURE_HEADER, sign } from "@alliance-hub/platform/serve/signature";
import { type ServedSubgraph, serveSubgraph } from "@alliance-hub/platform/serve/serve";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { DEMONSTRATION } from "../../support/hub.ts";
import { patiently } from "../../support/patience.ts";

const SECRET = "a secret of more than thirty-two characters";

let closing: AsyncDisposableStack;
let served: ServedSubgraph;
/** Signals of the calls that have begun and not ended. */
const signals: AbortSignal[] = [];
beforeAll(async () => {
  closing = new AsyncDisposableStack();
  const database = closing.use(await createTestDatabase(DEMONSTRATION));
  const log = createLog({ level: "silent", name: "test" });
  const subgraphs = await createSubgraphs({ databaseUrl: database.url, log });
  for (const one of subgraphs) closing.use(one);
  const activities = subgraphs.find(({ name }) => name === "activities");
  if (!activities) throw new Error("There are no activities.");
  const watched: Subgraph = {
    ...activities,
    name: activities.name,
    createContext: (request) => {
      signals.push(request.signal);
      return activities.createContext(request);
    },
  };
  served = closing.use(await serveSubgraph(watched, { port: 0, gatewaySecret: SECRET, log }));
});
afterAll(async () => {
  await closing?.disposeAsync();
});

const headersFor = (body: string): Record<string, string> => ({
  "content-type": "application/json",
  [SIGNATURE_HEADER]: sign(SECRET, "activities", { viewer: ANONYMOUS, requestId: "1", body }),
});

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions: { code: string } }[];
  readonly data?: unknown;
}

async function post(body: string): Promise<{ readonly status: number; readonly answer: Answer }> {
  const response = await fetch(served.url, { method: "POST", headers: headersFor(body), body });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const ENTITIES =
  "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Activity { id } } }";
const entities = (representation: unknown): string =>
  JSON.stringify({ query: ENTITIES, variables: { r: [representation] } });

describe("a subgraph over HTTP", () => {
  it.each<[string, string]>([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["null", "null"],
    ["no query", "{}"],
    ["variables that are a list", '{"query":"{ __typename }","variables":[]}'],
    ["a representation that is a text", entities("x")],
    ["a representation that is null", entities(null)],
    ["a representation that is a list", entities([])],
    ["a representation without a type", entities({ id: "1" })],
    ["a representation of a type that is a number", entities({ __typename: 1, id: "1" })],
    ["a representation of no type", entities({ __typename: "Nothing", id: "1" })],
    ["a representation of a type without a key", entities({ __typename: "PageInfo" })],
    ["a representation without its key", entities({ __typename: "Activity" })],
    ["a representation whose key is null", entities({ __typename: "Activity", id: null })],
    ["a representation whose key is an object", entities({ __typename: "Activity", id: {} })],
    ["a representation whose key is a list", entities({ __typename: "Activity", id: ["1"] })],
    ["representations that are none", JSON.stringify({ query: ENTITIES, variables: { r: 1 } })],
    ["variables that are left out", JSON.stringify({ query: ENTITIES })],
    ["an operation that is not there", '{"query":"query A { __typename }","operationName":"B"}'],
    ["a document that does not parse", '{"query":"{"}'],
    ["a document that is not valid", '{"query":"{ nothing }"}'],
    [
      "a condition on the field of a subscription",
      '{"query":"subscription ($x: Boolean!) { activityUpdates @skip(if: $x) { id } }","variables":{"x":true}}',
    ],
  ])("says that %s is a mistake of whoever sent it", async (_what, body) => {
    const { answer } = await post(body);
    expect(answer.errors?.length).toBeGreaterThan(0);
    for (const { extensions } of answer.errors ?? [])
      expect(["BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"]).toContain(
        extensions.code,
      );
  });

  it("gives null for a record that is not there", async () => {
    const { answer } = await post(entities({ __typename: "Activity", id: "nothing" }));
    expect(answer).toEqual({ data: { _entities: [null] } });
  });

  it("ends what it does for a gateway that has gone, at whatever moment", async () => {
    signals.length = 0;
    const body = JSON.stringify({ query: "subscription { activityUpdates { id } }" });
    const { hostname, port } = new URL(served.url);
    const lines = Object.entries({
      ...headersFor(body),
      host: "here",
      accept: "text/event-stream",
      "content-length": String(body.length),
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    const leave = async (): Promise<void> => {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(`POST /graphql HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
      await wait(Math.random() * 6);
      socket.destroy();
    };
    await Promise.all(Array.from({ length: 200 }, leave));
    await patiently(
      () => signals.filter(({ aborted }) => !aborted).length,
      (open) => open === 0,
    );
  });
});
