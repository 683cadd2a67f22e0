import { type Receiver, startReceiver } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import { createTestDatabase } from "@alliance-hub/testing/test-database";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { createFeed } from "../../support/calendar-feed.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { operation } from "../../support/contract.ts";
import { figure } from "../../support/figures.ts";
import { DEMONSTRATION, type TestHub, startHub } from "../../support/hub.ts";
import { inHours, unitOf } from "../../support/people.ts";
import { freePort } from "../../support/ports.ts";
import { startSilentProxy } from "@alliance-hub/testing/silent-proxy";

const [PROVIDER, BOOKER] = ["445202-liaison-1", "445202-liaison-2"] as const;

let hub: TestHub;
let receiver: Receiver;
beforeAll(async () => {
  hub = await startHub({ HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on" });
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver?.[Symbol.asyncDispose]();
  await hub?.[Symbol.asyncDispose]();
});

const metricsOf = async (url: string): Promise<string> =>
  await (await fetch(`${url}/metrics`)).text();

describe("figures of operations", () => {
  it("stand under the names of the client contract, by whatever way they were answered", async () => {
    const counted = 'hub_operation_seconds_count{operation="Me",type="query"}';
    const before = await figure(hub.url, counted);
    for (const _time of [1, 2, 3]) await hub.ask(operation("Me"));
    expect(await figure(hub.url, counted)).toBe(before + 3);
    expect(await figure(hub.url, "hub_prepared_requests_total")).toBeGreaterThan(0);
  });

  it("count errors by their codes, and conflicts of bookings", async () => {
    const shared = await hub.ask(
      operation("ShareResource"),
      {
        input: {
          providerId: unitOf(PROVIDER),
          title: "会议室",
          kind: "EQUIPMENT",
          audience: "ALLIANCE",
          capacity: 1,
          publish: true,
        },
      },
      PROVIDER,
    );
    const input = {
      resourceId: shared.data["shareResource"]?.["resource"]?.["id"],
      organizationId: unitOf(BOOKER),
      during: { start: inHours(30), end: inHours(31) },
    };
    for (const _time of [1, 2, 3]) await hub.ask(operation("BookResource"), { input }, BOOKER);
    const failed = 'hub_operation_errors_total{operation="BookResource",code="BOOKING_CONFLICT"}';
    expect(await figure(hub.url, failed)).toBe(2);
    expect(await figure(hub.url, "hub_booking_conflicts_total")).toBe(2);
  });

  it("do not grow with what clients make up", async () => {
    const series = async (): Promise<number> =>
      (await metricsOf(hub.url)).match(/^hub_operation_/gm)?.length ?? 0;
    await hub.ask("query Name0 { nothing }");
    await hub.ask("query Name1 { viewer { kind } }");
    const before = await series();
    for (let i = 2; i < 200; i++) {
      await hub.ask(`query Name${i} { viewer { kind } }`);
      await hub.ask(`query Name${i} { nothing${i} }`);
    }
    expect(await series()).toBe(before);
    expect(await metricsOf(hub.url)).not.toContain("Name1");
  });
});

it("subscriptions are counted when they begin, and when they are refused", async () => {
  const client = createClient({
    url: `${hub.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const begun = 'hub_operation_seconds_count{operation="ActivityUpdates",type="subscription"}';
  const following = client.iterate({ query: operation("ActivityUpdates") });
  void following.next();
  await until(
    () => figure(hub.url, begun),
    (count) => count === 1,
  );
  const failed = 'hub_operation_errors_total{operation="other",code="GRAPHQL_VALIDATION_FAILED"}';
  const before = await figure(hub.url, failed);
  await client
    .iterate({ query: "subscription Nothing { nothing }" })
    .next()
    .catch(() => undefined);
  expect(await figure(hub.url, failed)).toBe(before + 1);
  await client.dispose();
});

it("requests for calendars are counted by how they were answered", async () => {
  const { path } = await createFeed(hub, { organizationId: unitOf(PROVIDER) }, PROVIDER);
  const { headers } = await fetch(hub.url + path);
  await fetch(hub.url + path, { headers: { "if-none-match": headers.get("etag") ?? "" } });
  await fetch(`${hub.url}/calendars/nothing.ics`);
  for (const outcome of ["sent", "unchanged", "unknown"])
    expect(await figure(hub.url, `hub_calendar_reads_total{outcome="${outcome}"}`)).toBe(1);
});

it("pools say how many connections there are and may be", async () => {
  for (const pool of ["gateway", "organizations", "members", "resources", "activities"])
    expect(await figure(hub.url, `hub_pool_size{pool="${pool}"}`)).toBeGreaterThan(0);
  expect(
    await figure(hub.url, 'hub_pool_connections{pool="resources",state="idle"}'),
  ).toBeGreaterThan(0);
  expect(await metricsOf(hub.url)).toContain('hub_pool_waiting{pool="resources"} 0');
});

it("the backlog of webhooks is what waits for receivers, and how long it has", async () => {
  receiver.answer = (_request, response) => void response.writeHead(503).end();
  const input = { organizationId: unitOf(PROVIDER), address: `${receiver.url}/hooks` };
  const made = await hub.ask(
    "mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }",
    { input },
    PROVIDER,
  );
  expect(made.codes).toEqual([]);
  await scheduleActivity(hub, "义诊");
  await receiver.count(1);
  // What is in the database is not read anew each time.
  expect(
    await until(
      () => figure(hub.url, "hub_webhook_backlog"),
      (count) => count > 0,
    ),
  ).toBe(1);
  expect(await figure(hub.url, "hub_webhook_backlog_seconds")).toBeGreaterThan(0);
  expect(await figure(hub.url, "hub_backlog_known")).toBe(1);
});

it("figures have a port of their own where one is set, and are not where clients come in", async () => {
  const port = await freePort();
  await using apart = await startHub({ HUB_METRICS_PORT: String(port) });
  expect((await fetch(`${apart.url}/metrics`)).status).toBe(404);
  expect(await metricsOf(`http://127.0.0.1:${port}`)).toContain("hub_streams 0");
  expect((await fetch(`http://127.0.0.1:${port}/graphql`)).status).toBe(404);
});

it("figures answer while the database does not, and leave out what only it knows", async () => {
  await using database = await createTestDatabase(DEMONSTRATION);
  await using proxy = await startSilentProxy(database.url);
  await using away = await startHub({ DATABASE_URL: proxy.url, HUB_DEADLINE_MS: "60000" });
  proxy.fallSilent();
  const started = performance.now();
  const text = await metricsOf(away.url);
  // A statement may take nearly as long as a request.
  expect(performance.now() - started).toBeLessThan(25_000);
  expect(text).toContain("hub_backlog_known 0");
  expect(text).not.toMatch(/^hub_(webhook|update|notice|mail)_backlog/m);
  expect(text).toMatch(/^hub_pool_connections\{pool="activities",state="used"\} \d/m);
  // With connections that are closed the hub stops at once.
  await proxy.close();
});
