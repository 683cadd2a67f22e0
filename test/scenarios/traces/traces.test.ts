import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { startReceiver } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { ask } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { type Collector, type ReceivedSpan, startCollector } from "../../support/collector.ts";
import { operation } from "../../support/contract.ts";
import { DEMONSTRATION, type TestHub, startHub } from "../../support/hub.ts";
import { startHubProcess } from "../../support/hub-process.ts";
import { inHours, unitOf } from "../../support/people.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const [PROVIDER, BOOKER] = ["445202-liaison-1", "445202-liaison-2"] as const;
const VARIABLES = { filter: { regionCode: "445202" }, first: 5 };

let collector: Collector;
let hub: TestHub;
beforeAll(async () => {
  collector = await startCollector();
  hub = await startHub({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on",
  });
});
afterAll(async () => {
  await hub?.[Symbol.asyncDispose]();
  await collector?.[Symbol.asyncDispose]();
});

let next = 0x1000;
/** A trace that a client has begun. */
function begun(flags = "01"): { id: string; parent: string; headers: Record<string, string> } {
  const id = (next++).toString(16).padStart(32, "a");
  const parent = "b7ad6b7169203331";
  return { id, parent, headers: { traceparent: `00-${id}-${parent}-${flags}` } };
}

const named = (spans: readonly ReceivedSpan[], name: RegExp): ReceivedSpan[] =>
  spans.filter((span) => name.test(span.name));
const hasRoot = (spans: readonly ReceivedSpan[]): boolean => spans.some(({ kind }) => kind === 2);

describe("a request", () => {
  it("goes on with the client's trace: a span for it, each fetch, each subgraph, each statement", async () => {
    const { id, parent, headers } = begun();
    const question = { query: operation("SharedResources"), variables: VARIABLES, headers };
    expect((await ask(hub.url, question)).codes).toEqual([]);
    const spans = await collector.trace(id, hasRoot);
    const [request] = named(spans, /^query SharedResources$/);
    expect(request).toMatchObject({
      parentSpanId: parent,
      kind: 2,
      service: "alliance-hub",
      attributes: {
        "http.request.method": "POST",
        "http.route": "/graphql",
        "http.response.status_code": 200,
        "graphql.operation.type": "query",
      },
    });
    const fetches = named(spans, /^fetch /);
    expect(fetches.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["fetch resources", "fetch organizations"]),
    );
    for (const fetch of fetches) {
      expect([fetch.parentSpanId, fetch.kind]).toEqual([request?.spanId, 3]);
      const subgraph = fetch.name.replace("fetch", "execute");
      const [execution] = spans.filter(
        ({ name, parentSpanId }) => name === subgraph && parentSpanId === fetch.spanId,
      );
      const statements = spans.filter(({ parentSpanId }) => parentSpanId === execution?.spanId);
      expect(statements.length).toBeGreaterThan(0);
      for (const { name, attributes, startNs, endNs } of statements) {
        expect(name).toMatch(/^(SELECT|WITH) [a-z_.]+$/);
        expect(attributes).toEqual({ "db.system.name": "postgresql", "db.query.summary": name });
        expect(endNs >= startNs).toBe(true);
      }
    }
  });

  it("begins a trace where the client has none, or none that is good", async () => {
    const before = collector.spans.length;
    for (const traceparent of ["", "00-0-0-01", `00-${"0".repeat(32)}-b7ad6b7169203331-01`, "x"])
      await ask(hub.url, { query: operation("Me"), headers: { traceparent } });
    const roots = await until(
      () => named(collector.spans.slice(before), /^query Me$/),
      (found) => found.length === 4,
    );
    expect(new Set(roots.map(({ traceId }) => traceId)).size).toBe(4);
    for (const { parentSpanId } of roots) expect(parentSpanId).toBeFalsy();
  });

  it("of a trace that is not recorded leaves nothing, and changes nothing", async () => {
    const { id, headers } = begun("00");
    expect((await ask(hub.url, { query: operation("Me"), headers })).status).toBe(200);
    const after = begun();
    await ask(hub.url, { query: operation("Me"), headers: after.headers });
    await collector.trace(after.id, hasRoot);
    expect(collector.spans.filter(({ traceId }) => traceId === id)).toEqual([]);
  });

  it("that changes something has a span for its transaction, and its error's code; no values", async () => {
    const shared = await hub.ask(
      operation("ShareResource"),
      {
        input: {
          providerId: unitOf(PROVIDER),
          title: "秘密会议室",
          kind: "EQUIPMENT",
          audience: "ALLIANCE",
          capacity: 1,
          publish: true,
        },
      },
      PROVIDER,
    );
    const resourceId = shared.data["shareResource"]?.["resource"]?.["id"];
    const input = {
      resourceId,
      organizationId: unitOf(BOOKER),
      during: { start: inHours(30), end: inHours(31) },
    };
    await hub.ask(operation("BookResource"), { input }, BOOKER);
    const { id, headers } = begun();
    const token = await hub.tokenOf(BOOKER);
    const query = operation("BookResource").replace("BookResource", "MadeUpByAClient");
    await ask(hub.url, { query, variables: { input }, token, headers });
    const spans = await collector.trace(id, hasRoot);
    expect(named(spans, /^mutation other$/)[0]?.attributes).toMatchObject({
      "hub.error_codes": "BOOKING_CONFLICT",
    });
    const [transaction] = named(spans, /^transaction bookResource$/);
    expect(transaction?.attributes).toEqual({ "error.type": "BOOKING_CONFLICT" });
    expect(named(spans, /^(SELECT|INSERT|WITH|UPDATE) /).length).toBeGreaterThan(2);
    const sent = collector.bodies.join("");
    for (const secret of ["秘密会议室", String(resourceId), "MadeUpByAClient", token])
      expect(sent).not.toContain(secret);
  });
});

it("a query over a WebSocket is a trace of its own", async () => {
  const before = collector.spans.length;
  const url = `${hub.url.replace("http", "ws")}/graphql`;
  const client = createClient({ url, webSocketImpl: WebSocket });
  for await (const { errors } of client.iterate({ query: operation("Me") }))
    expect(errors).toBeUndefined();
  await client.dispose();
  const [root] = await until(
    () => named(collector.spans.slice(before), /^query Me$/),
    (found) => found.length > 0,
  );
  expect([root?.kind, root?.parentSpanId || undefined]).toEqual([2, undefined]);
  const parts = await collector.trace(root?.traceId ?? "", (spans) => spans.length > 2);
  expect(named(parts, /^fetch members$/)[0]?.parentSpanId).toBe(root?.spanId);
});

it("a webhook carries a trace of its own to its receiver", async () => {
  await using receiver = await startReceiver();
  const input = { organizationId: unitOf(PROVIDER), address: `${receiver.url}/hooks` };
  await hub.ask(
    "mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }",
    { input },
    PROVIDER,
  );
  await scheduleActivity(hub, "义诊");
  const [sent] = await receiver.count(1);
  const [, id, parent, flags] = /^00-(\w{32})-(\w{16})-(\d\d)$/.exec(
    String(sent?.headers["traceparent"]),
  ) ?? ["", "", "", ""];
  expect(flags).toBe("01");
  const isWhole = (spans: readonly ReceivedSpan[]): boolean =>
    named(spans, /^webhook delivery$/).length > 0;
  const [delivery] = named(await collector.trace(id ?? "", isWhole), /^webhook delivery$/);
  expect(delivery?.spanId).toBe(parent);
});

it("a line in the log names the trace", async () => {
  await using folder = await temporaryFolder();
  await using database = await createTestDatabase(DEMONSTRATION);
  await using process = await startHubProcess(folder.path, {
    DATABASE_URL: database.url,
    LOG_LEVEL: "info",
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
  const { id, headers } = begun();
  await ask(process.url, { query: operation("Me"), headers });
  await process.untilSaid(new RegExp(`"traceId":"${id}".*"msg":"request"`));
});

it.each(["refuses connections", "takes them and says nothing"])(
  "a collector that %s harms nothing: requests are answered, and a stop is not held up",
  async (how) => {
    await using silent = createServer((socket) => {
      socket.on("error", () => undefined).resume();
    });
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    if (how.startsWith("refuses")) silent.close();
    await using folder = await temporaryFolder();
    await using database = await createTestDatabase(DEMONSTRATION);
    await using process = await startHubProcess(folder.path, {
      DATABASE_URL: database.url,
      LOG_LEVEL: "warn",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    });
    for (let i = 0; i < 20; i++)
      expect((await ask(process.url, { query: operation("Me") })).codes).toEqual([]);
    await process.untilSaid(/the collector does not accept traces/);
    await ask(process.url, { query: operation("Me") });
    const stopping = performance.now();
    expect(await process.stop()).toBe(0);
    // The exporter by itself waits half a minute.
    expect(performance.now() - stopping).toBeLessThan(25_000);
    expect(process.output().match(/the collector does not accept traces/g)).toHaveLength(1);
  },
);
