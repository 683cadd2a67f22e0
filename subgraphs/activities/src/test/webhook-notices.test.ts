import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { PLACE } from "@alliance-hub/testing/street-committee";
import type { ReceivedRequest } from "@alliance-hub/testing/receiver";
import { until } from "@alliance-hub/testing/until";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { enterPartnerSystem } from "./partner-setting.ts";
import { CREATE, UPDATE, type WebhookSetting, createWebhookSetting } from "./webhook-setting.ts";

let setting: WebhookSetting;
let work: AsyncDisposable | undefined;
beforeAll(async () => {
  setting = await createWebhookSetting({ hubAddress: "https://hub.example" });
  work = setting.subgraph.work?.();
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

const NO_UPDATES = { filter: { types: [] } };
const DELIVERIES =
  "query ($id: ID!) { webhookEndpoint(id: $id) { notices { nouns types language } deliveries { nodes { updateId noticeId state } } } }";

async function venue(): Promise<string> {
  const id = randomUUID();
  await setting.admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
       region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), '里面的会议室', 'VENUE', $2, $3, 'COMMITTEE', 'PUBLISHED', now(), $4, $5, $6, '', '{}')`,
    [id, setting.units.c, setting.committeeId, ...PLACE],
  );
  return id;
}

/** Leaves a notice with a unit, as the subgraph of resources does. @returns its id. */
async function leave(organizationId: string, over: object = {}): Promise<string> {
  const id = randomUUID();
  await setting.admin.query("select directory.leave_notices($1, $2)", [
    JSON.stringify([
      {
        id,
        noun: "Booking",
        type: "CONFIRMED",
        recordId: randomUUID(),
        organizationId,
        facts: {
          provider: { unit: setting.units.c },
          resource: { record: ["Resource", randomUUID()] },
          during: { from: "2020-03-12T01:00:00Z", to: "2020-03-12T03:00:00Z" },
        },
        ...over,
      },
    ]),
    setting.clock.now,
  ]);
  return id;
}
const eventOf = (request: ReceivedRequest | undefined) => JSON.parse(request?.body ?? "{}");

describe("an endpoint that takes notices", () => {
  it("gets those of its own unit, signed, with names, and a link where the hub has an address", async () => {
    const { a, b } = setting.units;
    await using endpoint = await setting.register({ ...NO_UPDATES, notices: {} });
    await using none = await setting.register(NO_UPDATES);
    await leave(b);
    const recordId = randomUUID();
    const resource = { record: ["Resource", await venue()] };
    const facts = {
      organization: { unit: b },
      committee: { committee: setting.committeeId },
      resource,
      during: { from: "2020-03-12T01:00:00Z", to: "2020-03-12T03:00:00Z" },
    };
    const id = await leave(a, { recordId, type: "BOOKED", facts });
    const [request] = await endpoint.receiver.count(1);
    expect(eventOf(request)).toMatchObject({
      id,
      type: "alliance.notice.booking.booked",
      subject: recordId,
      data: {
        id,
        position: expect.any(String),
        noun: "Booking",
        type: "BOOKED",
        recordId,
        title: "b预约了“里面的会议室”：2020年3月12日（周四）09:00–11:00",
        occurredAt: setting.clock.now.toISOString(),
        organization: { id: a, name: "a" },
        committee: { id: setting.committeeId, name: "大工委" },
        link: `https://hub.example/bookings/${recordId}`,
      },
    });
    for (const guide of ["partners.md", "partners.zh-CN.md"]) {
      const page = readFileSync(new URL(`../../../../docs/${guide}`, import.meta.url), "utf8");
      const [, shown = ""] = /title="notice.json"\n(.*?)```/s.exec(page) ?? [];
      const { data, ...event } = JSON.parse(shown);
      const { data: sent, ...head } = eventOf(request);
      expect(Object.keys(head)).toEqual(Object.keys(event));
      expect(Object.keys(sent)).toEqual(Object.keys(data));
    }
    new Webhook(endpoint.secret).verify(
      request?.body ?? "",
      request?.headers as Record<string, string>,
    );
    const told = await until(
      async () =>
        (await setting.call(setting.liaison(a), DELIVERIES, { id: endpoint.id })).data
          .webhookEndpoint,
      ({ deliveries }) => deliveries.nodes[0]?.state === "DELIVERED",
    );
    expect(told).toEqual({
      notices: { nouns: null, types: null, language: "ZH_CN" },
      deliveries: { nodes: [{ updateId: null, noticeId: id, state: "DELIVERED" }] },
    });
    expect(none.receiver.received).toEqual([]);
  });

  it("gets only the nouns and types that it wants, in order for each record, in its language", async () => {
    const { a } = setting.units;
    const notices = { nouns: ["Booking"], types: ["CONFIRMED", "DONE"], language: "EN" };
    await using endpoint = await setting.register({ ...NO_UPDATES, notices });
    const recordId = randomUUID();
    const wanted: string[] = [];
    await leave(a, { noun: "Activity", type: "HELD" });
    await leave(a, { recordId, type: "DENIED" });
    for (const type of ["CONFIRMED", "DONE", "CONFIRMED", "DONE"])
      wanted.push(await leave(a, { recordId, type }));
    const received = await endpoint.receiver.count(4);
    expect(received.map((one) => eventOf(one).id)).toEqual(wanted);
    expect(eventOf(received[0]).data.title).toMatch(/^c confirmed the booking of one Resource/);
  });

  it("never names a record that its unit, or the key it stands on, may not see", async () => {
    const { a, stranger } = setting.units;
    const partner = await enterPartnerSystem(setting);
    const outsider = { ...setting.secretary, organizationIds: [stranger] };
    const input = { ...NO_UPDATES, notices: {} };
    await using keyed = await setting.register(input, partner.viewer);
    await using outside = await setting.register({ ...input, organizationId: stranger }, outsider);
    const resource = { record: ["Resource", await venue()] };
    const during = { from: "2020-03-12T01:00:00Z", to: "2020-03-12T03:00:00Z" };
    const facts = { provider: { unit: a }, resource, during, reason: { text: "悄悄排练" } };
    for (const unit of [a, stranger]) await leave(unit, { type: "DENIED", facts });
    for (const { receiver } of [keyed, outside]) {
      const [request] = await receiver.count(1);
      expect(eventOf(request).data.title).toContain("一项资源");
      expect(request?.body).not.toMatch(/会议室|悄悄/);
    }
  });

  it("gets what was left while nobody delivered, once, and begins when notices are wanted", async () => {
    const { a } = setting.units;
    await using endpoint = await setting.register(NO_UPDATES);
    await leave(a);
    await setting.done(UPDATE, { id: endpoint.id, notices: { nouns: ["Booking"] } });
    await work?.[Symbol.asyncDispose]();
    const missed = [await leave(a), await leave(a)];
    work = setting.subgraph.work?.();
    await using _another = await setting.another({ hubAddress: "https://hub.example" });
    const received = await endpoint.receiver.count(2);
    expect(new Set(received.map((one) => eventOf(one).id))).toEqual(new Set(missed));
    expect(received).toHaveLength(2);
    await setting.done(UPDATE, { id: endpoint.id, notices: null });
    await leave(a);
    await setting.done(UPDATE, { id: endpoint.id, notices: { types: ["DONE"] } });
    const last = await leave(a, { type: "DONE" });
    const [, , third, fourth] = await endpoint.receiver.count(3);
    expect(eventOf(third).id).toBe(last);
    expect(fourth).toBeUndefined();
  });

  it("may be the robot of a group, which gets the words and a link", async () => {
    const { a } = setting.units;
    const input = { ...NO_UPDATES, kind: "ROBOT_WECOM", notices: { types: ["BOOKED"] } };
    await using robot = await setting.register(input);
    robot.receiver.answer = (_request, response) => void response.end('{"errcode":0}');
    const organization = { unit: setting.units.b };
    const during = { from: "2020-03-12T01:00:00Z", to: "2020-03-12T03:00:00Z" };
    const resource = { record: ["Resource", await venue()] };
    const recordId = randomUUID();
    await leave(a, { recordId, type: "BOOKED", facts: { organization, resource, during } });
    const [request] = await robot.receiver.count(1);
    expect(eventOf(request).markdown.content).toBe(
      `**b预约了“里面的会议室”：2020年3月12日（周四）09:00–11:00**\n>https://hub.example/bookings/${recordId}`,
    );
  });

  it("is set up only by its unit, with nouns and types that there are", async () => {
    const { a, b } = setting.units;
    const input = { organizationId: a, address: "http://127.0.0.1:9/hooks" };
    for (const notices of [{ nouns: ["Bookings"] }, { types: ["confirmed"] }])
      await expect(setting.done(CREATE, { ...input, notices })).rejects.toThrow("BAD_USER_INPUT");
    await using endpoint = await setting.register(NO_UPDATES);
    for (const viewer of [ANONYMOUS, setting.liaison(b)]) {
      await expect(setting.done(CREATE, { ...input, notices: {} }, viewer)).rejects.toThrow(
        /UNAUTHENTICATED|FORBIDDEN/,
      );
      await expect(setting.done(UPDATE, { id: endpoint.id, notices: {} }, viewer)).rejects.toThrow(
        /UNAUTHENTICATED|NOT_FOUND/,
      );
    }
  });
});
