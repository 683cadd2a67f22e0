import { createServer } from "node:net";
import { SUBGRAPH_NAMES } from "@alliance-hub/sharing/subgraphs";
import { startReceiver } from "@alliance-hub/testing/receiver";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { Webhook } from "standardwebhooks";
import { ask } from "../../support/ask.ts";
import { scheduleActivity } from "../../support/calendar.ts";
import { createFeed, readFeed } from "../../support/calendar-feed.ts";
import { type Collector, startCollector } from "../../support/collector.ts";
import { operation } from "../../support/contract.ts";
import { startHub } from "../../support/hub.ts";
import { unitOf } from "../../support/people.ts";
import { freePortsInARow } from "../../support/ports.ts";
import { type SplitHub, beginSplit, startSplit } from "../../support/split-process.ts";

const LIAISON = "445202-liaison-1";

describe("five processes", () => {
  let collector: Collector;
  let split: SplitHub;
  beforeAll(async () => {
    collector = await startCollector();
    split = await startSplit({
      HUB_LANGUAGE: "zh-CN",
      HUB_GATEWAY_SECRET: "g".repeat(40),
      HUB_WEBHOOKS_PRIVATE_ADDRESSES: "on",
      LOG_LEVEL: "debug",
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
  });
  afterAll(async () => {
    await split?.[Symbol.asyncDispose]();
    await collector?.[Symbol.asyncDispose]();
  });

  it("answer as one process does, and the subgraphs answer nobody but the gateway", async () => {
    await using whole = await startHub({ HUB_LANGUAGE: "zh-CN" });
    const wrong = {
      organizationId: unitOf(LIAISON),
      kind: "SERVICE",
      audience: "PUBLIC",
      title: "",
    };
    for (const [name, variables] of [
      ["Me", {}],
      ["AllianceDirectory", { region: "530381", first: 20 }],
      ["OrganizationPage", { id: unitOf(LIAISON) }],
      ["SharedResources", { filter: { regionCode: "445202" }, first: 50 }],
      ["AllianceReport", { region: "445202", from: "2022-01-01", to: "2023-12-31" }],
      ["SharedResources", { first: 0 }],
      ["PostNeed", { input: { ...wrong, quantity: 0 } }],
    ] as const) {
      const apart = await split.ask(operation(name), variables, LIAISON);
      const together = await whole.ask(operation(name), variables, LIAISON);
      expect({ name, data: apart.data, errors: apart.errors }).toEqual({
        name,
        data: together.data,
        errors: together.errors,
      });
    }
    const direct = await fetch(`http://127.0.0.1:${split.subgraphPort}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ regions { totalCount } }" }),
    });
    expect(direct.status).toBe(401);
  });

  it("have figures, each its own", async () => {
    const metricsOf = async (url: string): Promise<string> =>
      await (await fetch(`${url}/metrics`)).text();
    await split.ask(operation("Me"));
    for (const [at, name] of SUBGRAPH_NAMES.entries()) {
      const text = await metricsOf(`http://127.0.0.1:${split.subgraphPort + at}`);
      expect(text).toContain(`hub_pool_size{pool="${name}"}`);
      expect(text.includes("hub_webhook_backlog ")).toBe(name === "activities");
    }
    expect(await metricsOf(split.url)).not.toContain("hub_webhook_backlog ");
  });

  it("deliver webhooks from the subgraph that has the log", async () => {
    await using receiver = await startReceiver();
    const input = { organizationId: unitOf(LIAISON), address: receiver.url };
    const { data } = await split.ask(CREATE_ENDPOINT, { input }, LIAISON);
    const id = await scheduleActivity(split, "义诊");
    const [sent] = await receiver.count(1);
    if (!sent) throw new Error("nothing came");
    const webhook = new Webhook(String(data["createWebhookEndpoint"]?.["secret"]));
    const headers = sent.headers as Record<string, string>;
    expect(webhook.verify(sent.body, headers)).toMatchObject({
      subject: id,
      data: { activity: { host: { name: expect.any(String) }, venue: null } },
    });
  });

  it("go on with one trace", async () => {
    const id = "a".repeat(32);
    await ask(split.url, {
      query: operation("SharedResources"),
      variables: { filter: { regionCode: "445202" }, first: 5 },
      headers: { traceparent: `00-${id}-b7ad6b7169203331-01` },
    });
    const spans = await collector.trace(
      id,
      (found) =>
        found.some(({ name }) => name === "query SharedResources") &&
        found.filter(({ name }) => name === "POST /graphql").length >= 2,
    );
    for (const name of ["resources", "organizations"]) {
      const fetched = spans.find((span) => span.name === `fetch ${name}`);
      const served = spans.find(({ parentSpanId }) => parentSpanId === fetched?.spanId);
      expect(served).toMatchObject({
        name: "POST /graphql",
        service: `alliance-hub-${name}`,
        kind: 2,
      });
      const execution = spans.find(({ parentSpanId }) => parentSpanId === served?.spanId);
      expect(execution?.name).toBe(`execute ${name}`);
    }
  });

  it("serve calendars, and none of them writes the secret down", async () => {
    const organizationId = unitOf(LIAISON);
    const { id, path } = await createFeed(split, { organizationId }, LIAISON);
    const secret = path.slice("/calendars/".length, -".ics".length);

    const page = await split.ask(operation("OrganizationPage"), { id: organizationId });
    const [membership] = page.data["organization"]?.["memberships"]?.["nodes"] ?? [];
    const committeeId = String(membership?.["committee"]?.["id"]);
    const activityId = await scheduleActivity(split, "联合义务植树", {
      committeeId,
      hostId: organizationId,
    });

    const { data } = await split.ask(
      "query ($secret: String!) { calendarFeed(secret: $secret) { activities { id } } }",
      { secret },
      LIAISON,
    );
    const activities = data["calendarFeed"]?.["activities"] ?? [];
    const found = await readFeed(split.url, path);
    const own = found.find((entry) => entry.activityId === activityId);
    expect(own?.description).toMatch(/主办：.+\n委员会：.+/);
    expect(found.map((entry) => entry.activityId)).toEqual(
      activities.map((activity) => String(activity["id"])),
    );

    // Whatever goes wrong, in whichever of them, is logged without it.
    const admin = new pg.Client({ connectionString: split.databaseUrl });
    await admin.connect();
    for (const table of ["activity", "calendar_feed"]) {
      await admin.query(`alter table activities.${table} rename to away`);
      expect((await fetch(split.url + path)).status).toBe(503);
      await admin.query(`alter table activities.away rename to ${table}`);
    }
    await admin.end();
    const revoked = await split.ask(
      "mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { calendarFeed { id } } }",
      { input: { id } },
      LIAISON,
    );
    expect(revoked.codes).toEqual([]);
    for (const address of [path, `${path}%`, `${path}?again`])
      expect((await fetch(split.url + address)).status).toBe(404);
    expect(split.process.output()).toContain(`"feedId":"${id}"`);
    expect(split.process.output()).toContain("a calendar could not be read");
    expect(split.process.output()).not.toContain(secret);
  });

  it("all end when they are told to", async () => {
    expect(await split.process.stop()).toBe(0);
  });

  it("all end, and say why, where one of them cannot listen", async () => {
    const first = await freePortsInARow(4);
    await using taken = createServer((socket) => socket.resume()).listen(first + 1, "127.0.0.1");
    await using other = await beginSplit({ SUBGRAPH_PORT: String(first) });
    expect(await other.process.ended).toBe(1);
    expect(other.process.output()).toContain(
      `The subgraph members did not start on port ${first + 1}`,
    );
    expect(taken.listening).toBe(true);
  });

  it("all end, and say why, where one of them ends", async () => {
    await using other = await startSplit();
    const [, pid] = /Subgraph activities: .*, process (\d+)/.exec(other.process.output()) ?? [];
    process.kill(Number(pid), "SIGKILL");
    expect(await other.process.ended).toBe(1);
    expect(other.process.output()).toContain("The subgraph activities ended by itself (SIGKILL)");
  });
});

const CREATE_ENDPOINT =
  "mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }";
