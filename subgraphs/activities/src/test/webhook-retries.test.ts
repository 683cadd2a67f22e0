import { PAUSES_MS } from "@alliance-hub/platform/webhooks/retry";
import { until } from "@alliance-hub/testing/until";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { RESCHEDULE, on, scheduled } from "./calendar-setting.ts";
import {
  GIVE_UP,
  REDELIVER,
  REPLAY,
  type Registered,
  UPDATE,
  type WebhookSetting,
  createWebhookSetting,
  eventOf,
  untilTold,
} from "./webhook-setting.ts";

let setting: WebhookSetting;
let work: AsyncDisposable | undefined;
let endpoint: Registered;
beforeAll(async () => {
  setting = await createWebhookSetting();
  work = setting.subgraph.work?.();
});
beforeEach(async () => {
  endpoint = await setting.register();
});
afterEach(async () => {
  // The next test has the calendar to itself.
  await setting.admin.query("update activities.webhook_endpoint set state = 'ENDED'");
  await endpoint[Symbol.asyncDispose]();
});
afterAll(async () => {
  await work?.[Symbol.asyncDispose]();
  await setting?.[Symbol.asyncDispose]();
});

const pass = (ms: number): void => {
  setting.clock.now = new Date(setting.clock.now.getTime() + ms);
};
const subjects = (): string[] => endpoint.receiver.received.map((one) => eventOf(one).subject);
const reschedule = (id: string, day: string): Promise<unknown> =>
  setting.done(RESCHEDULE, { id, during: on(day) }, setting.secretary);
const attempts = (count: number) =>
  untilTold(setting, endpoint.id, ({ deliveries }) => deliveries[0]?.attempts.length === count);

describe("updates of one activity", () => {
  it("come in their order, also where one fails, and hold up no other activity", async () => {
    const failing = await scheduled(setting);
    endpoint.receiver.answer = (one) => (eventOf(one).subject === failing ? 500 : 200);
    await endpoint.receiver.count(1);
    await reschedule(failing, "2026-03-12");
    const other = await scheduled(setting);
    await reschedule(other, "2026-03-12");
    await untilTold(
      setting,
      endpoint.id,
      ({ deliveries }) => deliveries.filter(({ state }) => state === "DELIVERED").length >= 2,
    );
    const first = subjects().filter((id) => id === failing);
    endpoint.receiver.answer = () => 200;
    pass(5000);
    const told = await untilTold(setting, endpoint.id, ({ deliveries }) =>
      deliveries.every(({ state }) => state === "DELIVERED"),
    );
    expect(told.failingSince).toBeNull();
    const types = (id: string): string[] =>
      endpoint.receiver.received
        .filter((one) => eventOf(one).subject === id)
        .map((one) => eventOf(one).data.type);
    expect(types(other)).toEqual(["SCHEDULED", "RESCHEDULED"]);
    expect(types(failing)).toEqual([
      ...first.map(() => "SCHEDULED"),
      ...types(failing).slice(first.length),
    ]);
    expect(types(failing).at(-1)).toBe("RESCHEDULED");
    expect(types(failing).filter((type) => type === "RESCHEDULED")).toHaveLength(1);
  });
});

describe("a delivery that fails", () => {
  it("is tried again after each pause, then its endpoint is disabled; enabled, it goes on without loss", async () => {
    endpoint.receiver.answer = () => 503;
    const id = await scheduled(setting);
    for (const [failures, pause] of PAUSES_MS.entries()) {
      const { deliveries, state } = await attempts(failures + 1);
      expect(state).toBe("ENABLED");
      const due = Date.parse(deliveries[0]?.nextAttemptAt ?? "") - setting.clock.now.getTime();
      expect(due).toBe(pause);
      pass(pause);
    }
    await reschedule(id, "2026-03-12");
    const disabled = await untilTold(setting, endpoint.id, ({ state }) => state === "DISABLED");
    expect(disabled.reason).toBe(
      "The last of 8 attempts failed. The answer was 503, not 200 to 299.",
    );
    expect(disabled.deliveries[0]).toMatchObject({ state: "PENDING" });
    const sent = endpoint.receiver.received;
    expect(sent).toHaveLength(8);
    expect(new Set(sent.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const audit = await setting.admin.query(
      "select subject, organization_id from audit.entry where action = 'disableWebhookEndpoint' and record_id = $1",
      [endpoint.id],
    );
    expect(audit.rows).toEqual([{ subject: "webhooks", organization_id: setting.units.a }]);
    const told = await setting.admin.query(
      "select type, organization_id, facts -> 'reason' ->> 'text' as reason from activities.notice where record_id = $1",
      [endpoint.id],
    );
    expect(told.rows).toEqual([
      {
        type: "DISABLED",
        organization_id: setting.units.a,
        reason: disabled.reason,
      },
    ]);
    // What happens meanwhile waits in the log.
    await reschedule(id, "2026-03-13");
    endpoint.receiver.answer = () => 204;
    await setting.done(UPDATE, { id: endpoint.id, enabled: true });
    await endpoint.receiver.count(11);
    const last = endpoint.receiver.received.slice(8).map((one) => eventOf(one).data.type);
    expect(last).toEqual(["SCHEDULED", "RESCHEDULED", "RESCHEDULED"]);
  });

  it("waits as long as the receiver asks for, and so do all others to it", async () => {
    endpoint.receiver.answer = (_one, response) =>
      void response.writeHead(429, { "retry-after": "60" }).end();
    await scheduled(setting);
    await attempts(1);
    await scheduled(setting);
    const told = await untilTold(setting, endpoint.id, ({ deliveries }) => deliveries.length === 2);
    endpoint.receiver.answer = () => 204;
    pass(59_000);
    const waiting = told.deliveries.find(({ attempts: made }) => made.length === 1);
    expect(Date.parse(waiting?.nextAttemptAt ?? "")).toBe(setting.clock.now.getTime() + 1000);
    await setting.register({ organizationId: setting.units.a }).then(async (other) => {
      await using _other = other;
      await scheduled(setting);
      await other.receiver.count(1);
    });
    expect(endpoint.receiver.received).toHaveLength(1);
    pass(1000);
    await endpoint.receiver.count(4);
  });

  it("disables at once where the receiver is gone for good", async () => {
    endpoint.receiver.answer = () => 410;
    await scheduled(setting);
    const told = await untilTold(setting, endpoint.id, ({ state }) => state === "DISABLED");
    expect(told.reason).toBe("The answer was 410 Gone.");
    expect(endpoint.receiver.received).toHaveLength(1);
  });

  it("is not sent on to where a redirect leads", async () => {
    endpoint.receiver.answer = (_one, response) =>
      void response.writeHead(307, { location: `${endpoint.receiver.url}/elsewhere` }).end();
    await scheduled(setting);
    const { deliveries } = await attempts(1);
    expect(deliveries[0]?.attempts[0]).toMatchObject({
      status: 307,
      error: "The answer was a redirect (307); redirects are not followed.",
    });
    expect(endpoint.receiver.received.map(({ path }) => path)).toEqual(["/hooks"]);
  });
});

describe("what was delivered", () => {
  it("is delivered again when that is asked for, under the same id", async () => {
    await scheduled(setting);
    const { deliveries } = await untilTold(
      setting,
      endpoint.id,
      (told) => told.deliveries[0]?.state === "DELIVERED",
    );
    await setting.done(REDELIVER, { id: deliveries[0]?.id });
    const [first, second] = await endpoint.receiver.count(2);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.body).toBe(first?.body);
    await attempts(2);
  });

  it("is delivered again from a position on", async () => {
    const id = await scheduled(setting);
    await reschedule(id, "2026-03-12");
    await reschedule(id, "2026-03-13");
    const [first] = await endpoint.receiver.count(3);
    await untilTold(setting, endpoint.id, ({ deliveries }) =>
      deliveries.every(({ state }) => state === "DELIVERED"),
    );
    const after = first && eventOf(first).data.position;
    await setting.done(REPLAY, { id: endpoint.id, after });
    await endpoint.receiver.count(5);
    const ids = endpoint.receiver.received.map((one) => eventOf(one).id);
    expect(ids.slice(3)).toEqual(ids.slice(1, 3));
  });

  it("is delivered again from a time on, or from a position, not from both or none", async () => {
    await scheduled(setting);
    const [first] = await endpoint.receiver.count(1);
    if (!first) throw new Error("nothing came");
    await untilTold(setting, endpoint.id, (told) => told.deliveries[0]?.state === "DELIVERED");
    const { occurredAt: since, position: after } = eventOf(first).data;
    const later = new Date(Date.parse(since) + 1).toISOString();
    const { id } = endpoint;
    await setting.done(REPLAY, { id, since: later });
    await setting.done(REPLAY, { id, since });
    const times = (): number =>
      endpoint.receiver.received.filter((one) => eventOf(one).id === eventOf(first).id).length;
    await until(times, (count) => count === 2);
    for (const from of [{}, { since, after }]) {
      const viewer = setting.liaison(setting.units.a);
      const { code } = await setting.call(viewer, REPLAY, { input: { id, ...from } });
      expect(code).toBe("BAD_USER_INPUT");
    }
  });
});

describe("a delivery that is given up", () => {
  it("is passed over, once", async () => {
    const id = await scheduled(setting);
    endpoint.receiver.answer = (one) => (eventOf(one).data.type === "SCHEDULED" ? 422 : 200);
    const { deliveries } = await attempts(1);
    await reschedule(id, "2026-03-12");
    const input = { id: deliveries[0]?.id };
    await setting.done(GIVE_UP, input);
    await endpoint.receiver.count(2);
    expect(endpoint.receiver.received.map((one) => eventOf(one).data.type)).toEqual([
      "SCHEDULED",
      "RESCHEDULED",
    ]);
    const again = await setting.call(setting.liaison(setting.units.a), GIVE_UP, { input });
    expect(again.code).toBe("ILLEGAL_TRANSITION");
  });
});
