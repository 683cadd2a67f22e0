import { createSubgraphExecutor } from "@alliance-hub/platform/subgraph/execute";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CloudEvent, HTTP } from "cloudevents";
import { Webhook } from "standardwebhooks";
import { CANCEL, RESCHEDULE, on, scheduled } from "./calendar-setting.ts";
import {
  ROTATE,
  TEST,
  UPDATE,
  type WebhookSetting,
  createWebhookSetting,
  eventOf,
  untilTold,
} from "./webhook-setting.ts";

let setting: WebhookSetting;
let work: AsyncDisposable | undefined;
beforeAll(async () => {
  setting = await createWebhookSetting();
  work = setting.subgraph.work?.();
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

const headersOf = (headers: object): Record<string, string> => headers as Record<string, string>;
const verifies = (
  secret: string,
  { body, headers }: { body: string; headers: object },
): boolean => {
  try {
    new Webhook(secret).verify(body, headersOf(headers));
    return true;
  } catch {
    return false;
  }
};

describe("what is sent", () => {
  it("is a signed event that the libraries of others understand", async () => {
    await using endpoint = await setting.register();
    const id = await scheduled(setting);
    await setting.done(RESCHEDULE, { id, during: on("2026-03-12") }, setting.secretary);
    const [first, second] = await endpoint.receiver.count(2);
    if (!first || !second) throw new Error("nothing came");
    expect([first.method, first.path]).toEqual(["POST", "/hooks"]);
    expect(first.headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
    expect(verifies(endpoint.secret, first)).toBe(true);
    expect(verifies(endpoint.secret, { ...first, body: `${first.body} ` })).toBe(false);
    const event = HTTP.toEvent({ headers: headersOf(first.headers), body: first.body });
    if (!(event instanceof CloudEvent)) throw new Error("one event, not a batch");
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      specversion: "1.0",
      source: "urn:alliance-hub:activities",
      type: "alliance.activity.scheduled",
      subject: id,
      datacontenttype: "application/json",
      data: {
        updateId: event.id,
        type: "SCHEDULED",
        organizationId: null,
        activity: {
          id,
          title: "义务植树",
          kind: "SERVICE",
          hostId: setting.units.a,
          venueId: null,
        },
      },
    });
    const told = await untilTold(setting, endpoint.id, ({ deliveries }) =>
      deliveries.every(({ state }) => state === "DELIVERED"),
    );
    expect(new Set(told.deliveries.map(({ id: delivery }) => delivery))).toEqual(
      new Set([first.headers["webhook-id"], second.headers["webhook-id"]]),
    );
    // From the position of an event one goes on by polling.
    const { data } = await setting.call(
      setting.liaison(setting.units.a),
      "query ($after: String) { activityUpdatesSince(after: $after) { nodes { id } } }",
      { after: eventOf(first).data.position },
    );
    expect(data.activityUpdatesSince.nodes).toEqual([{ id: eventOf(second).id }]);
  });

  it("is what the filter asks for, and begins with what happens next, or behind a position", async () => {
    const id = await scheduled(setting, { kind: "TRAINING" });
    const { data } = await setting.call(ANONYMOUS, "{ activityUpdatesSince { endPosition } }");
    await scheduled(setting, { kind: "CULTURE" });
    await using filtered = await setting.register({
      filter: { kinds: ["TRAINING"], types: ["CANCELLED"], committeeId: setting.committeeId },
    });
    await using late = await setting.register({
      after: data.activityUpdatesSince.endPosition,
      filter: { organizationId: setting.units.a, regionCode: "445202" },
    });
    await scheduled(setting, { kind: "TRAINING", hostId: setting.units.b });
    await setting.done(CANCEL, { id, reason: "下雨" }, setting.secretary);
    await filtered.receiver.count(1);
    await late.receiver.count(2);
    expect(filtered.receiver.received.map((one) => eventOf(one).subject)).toEqual([id]);
    // Of two activities, so in whatever order.
    const types = late.receiver.received.map((one) => eventOf(one).data.type);
    expect(types.toSorted()).toEqual(["CANCELLED", "SCHEDULED"]);
    await setting.done(UPDATE, { id: filtered.id, filter: { kinds: ["CULTURE"] } });
    await scheduled(setting, { kind: "CULTURE" });
    await filtered.receiver.count(2);
  });

  it("is signed with both secrets while the old one is valid, then with the new one", async () => {
    await using endpoint = await setting.register();
    const { secret, endpoint: rotated } = await setting.done(ROTATE, { id: endpoint.id });
    expect(Date.parse(rotated.previousSecretUntil) - setting.clock.now.getTime()).toBe(86_400_000);
    await setting.done(TEST, { id: endpoint.id });
    const before = setting.clock.now;
    setting.clock.now = new Date(before.getTime() + 86_400_000);
    await setting.done(TEST, { id: endpoint.id });
    setting.clock.now = before;
    const [both, one] = endpoint.receiver.received;
    if (!both || !one) throw new Error("nothing came");
    expect([verifies(endpoint.secret, both), verifies(secret, both)]).toEqual([true, true]);
    expect(both.headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);
    // That attempt says it was made tomorrow, so the signature is looked at by itself.
    const at = new Date(Number(one.headers["webhook-timestamp"]) * 1000);
    const signed = new Webhook(secret).sign(String(one.headers["webhook-id"]), at, one.body);
    expect(one.headers["webhook-signature"]).toBe(signed);
    await setting.done(ROTATE, { id: endpoint.id, keepHours: 0 });
    await setting.done(TEST, { id: endpoint.id });
    expect(endpoint.receiver.received[2]?.headers["webhook-signature"]).toMatch(/^v1,\S+$/);
  });
});

describe("a test delivery", () => {
  it("is sent at once and answers with its result, also where nothing else is sent", async () => {
    await using endpoint = await setting.register();
    const { delivery } = await setting.done(TEST, { id: endpoint.id });
    expect(delivery).toMatchObject({ state: "DELIVERED", updateId: null, nextAttemptAt: null });
    const [sent] = endpoint.receiver.received;
    expect(sent && verifies(endpoint.secret, sent)).toBe(true);
    expect(sent && eventOf(sent)).toMatchObject({
      type: "alliance.webhook.test",
      subject: endpoint.id,
    });
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
    endpoint.receiver.answer = () => 500;
    const failed = await setting.done(TEST, { id: endpoint.id });
    expect(failed.delivery).toMatchObject({
      state: "GIVEN_UP",
      attempts: [{ number: 1, status: 500, error: "The answer was 500, not 200 to 299." }],
    });
  });

  it("is sent once for one key", async () => {
    await using endpoint = await setting.register();
    const input = { id: endpoint.id, idempotencyKey: "test once" };
    const [first, second] = [await setting.done(TEST, input), await setting.done(TEST, input)];
    expect(second.delivery.id).toBe(first.delivery.id);
    expect(endpoint.receiver.received).toHaveLength(1);
  });

  it("ends with whoever asked for it", async () => {
    await using endpoint = await setting.register();
    endpoint.receiver.answer = () => undefined;
    const leaving = new AbortController();
    const asked = createSubgraphExecutor(setting.subgraph, setting.config.log)(
      { query: TEST, variables: { input: { id: endpoint.id } } },
      { viewer: setting.liaison(setting.units.a), requestId: "test", signal: leaving.signal },
    );
    await endpoint.receiver.count(1);
    leaving.abort();
    await asked;
    const { deliveries } = await setting.told(endpoint.id);
    expect(deliveries[0]).toMatchObject({
      state: "GIVEN_UP",
      attempts: [{ error: "The attempt was interrupted." }],
    });
  });
});
