import { randomUUID } from "node:crypto";
import { until } from "@alliance-hub/testing/until";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CANCEL, JOIN, scheduled } from "./calendar-setting.ts";
import {
  REDELIVER,
  UPDATE,
  type WebhookSetting,
  createWebhookSetting,
  eventOf,
  untilTold,
} from "./webhook-setting.ts";

let setting: WebhookSetting;
beforeAll(async () => {
  setting = await createWebhookSetting({ timeoutMs: 1000 });
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

const leases = async (endpointId: string): Promise<number> => {
  const { rows } = await setting.admin.query(
    "select count(*)::int as leased from activities.webhook_delivery where endpoint_id = $1 and lease_id is not null",
    [endpointId],
  );
  return rows[0].leased;
};

describe("several workers on one database", () => {
  it("deliver each update once, in order, and never two of an activity at a time", async () => {
    await using endpoint = await setting.register();
    const open = new Map<string, number>();
    const clashes: string[] = [];
    endpoint.receiver.answer = async (one) => {
      const { subject } = eventOf(one);
      if (open.has(subject)) clashes.push(subject);
      open.set(subject, 1);
      await new Promise((resolve) => setImmediate(resolve));
      open.delete(subject);
      return 200;
    };
    await using _first = await setting.another();
    await using _second = await setting.another();
    const { b } = setting.units;
    const ids = await Promise.all(Array.from({ length: 15 }, () => scheduled(setting)));
    for (const id of ids) {
      await setting.done(JOIN, { id, organizationId: b }, setting.liaison(b));
      await setting.done(CANCEL, { id, reason: "下雨" }, setting.secretary);
    }
    await endpoint.receiver.count(45);
    const { deliveries } = await untilTold(setting, endpoint.id, (told) =>
      told.deliveries.every(({ state }) => state === "DELIVERED"),
    );
    expect(deliveries.every(({ attempts }) => attempts.length === 1)).toBe(true);
    expect(clashes).toEqual([]);
    for (const id of ids) {
      const types = endpoint.receiver.received
        .map(eventOf)
        .filter(({ subject }) => subject === id)
        .map(({ data }) => data.type);
      expect(types).toEqual(["SCHEDULED", "PARTICIPANT_JOINED", "CANCELLED"]);
    }
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });

  it("have a few deliveries of an endpoint under way at once, no more", async () => {
    await using endpoint = await setting.register();
    for (let count = 0; count < 12; count++) await scheduled(setting);
    const held: (() => void)[] = [];
    endpoint.receiver.answer = () => new Promise((resolve) => held.push(() => resolve(200)));
    await using _work = await setting.another();
    await until(
      () => held.length,
      (length) => length === 4,
    );
    await until(
      () => leases(endpoint.id),
      (leased) => leased === 4,
    );
    endpoint.receiver.answer = () => 200;
    for (const answer of held) answer();
    await endpoint.receiver.count(12);
    expect(endpoint.receiver.mostOpen).toBeLessThanOrEqual(4);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });
});

describe("a worker that ends", () => {
  it("breaks off what is under way and gives it back at once", async () => {
    await using endpoint = await setting.register();
    endpoint.receiver.answer = () => undefined;
    const id = await scheduled(setting);
    const first = await setting.another({ timeoutMs: 60_000 });
    await endpoint.receiver.count(1);
    const began = performance.now();
    await first[Symbol.asyncDispose]();
    // The attempt by itself would last twice as long.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await leases(endpoint.id)).toBe(0);
    endpoint.receiver.answer = () => 200;
    await using _second = await setting.another();
    const [, again] = await endpoint.receiver.count(2);
    expect(again && eventOf(again).subject).toBe(id);
    const { deliveries } = await untilTold(
      setting,
      endpoint.id,
      (told) => told.deliveries[0]?.state === "DELIVERED",
    );
    expect(deliveries[0]?.attempts).toHaveLength(1);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });

  it("without a word leaves a lease that another one takes over when it has run out", async () => {
    await using endpoint = await setting.register();
    await scheduled(setting);
    endpoint.receiver.answer = () => 500;
    await using _work = await setting.another();
    const { deliveries } = await untilTold(
      setting,
      endpoint.id,
      (told) => told.deliveries[0]?.attempts.length === 1,
    );
    // As one that was killed in the middle of the next attempt leaves it.
    const lease = (seconds: number) =>
      setting.admin.query(
        "update activities.webhook_delivery set lease_id = $2, leased_until = clock_timestamp() + make_interval(secs => $3) where id = $1",
        [deliveries[0]?.id, randomUUID(), seconds],
      );
    await lease(3600);
    endpoint.receiver.answer = () => 200;
    setting.clock.now = new Date(setting.clock.now.getTime() + 5000);
    await using bystander = await setting.register();
    await scheduled(setting);
    await bystander.receiver.count(1);
    expect(await leases(endpoint.id)).toBe(1);
    expect(
      endpoint.receiver.received.map(eventOf).filter(({ id }) => id === deliveries[0]?.updateId),
    ).toHaveLength(1);
    await lease(0);
    await untilTold(setting, endpoint.id, (told) =>
      told.deliveries.every(({ state }) => state === "DELIVERED"),
    );
    for (const { id } of [endpoint, bystander]) await setting.done(UPDATE, { id, enabled: false });
  });

  it("and without its lock is found dead, and what it had leased is taken over at once", async () => {
    await using endpoint = await setting.register();
    await scheduled(setting);
    endpoint.receiver.answer = () => undefined;
    const first = await setting.another({ timeoutMs: 60_000 });
    await endpoint.receiver.count(1);
    await first[Symbol.asyncDispose]();
    // As it would have left it, had it been killed.
    const { rowCount } = await setting.admin.query(
      `update activities.webhook_delivery set lease_id = $2, leased_until = clock_timestamp() + interval '1 hour'
        where endpoint_id = $1 and leased_by is not null`,
      [endpoint.id, randomUUID()],
    );
    expect(rowCount).toBe(1);
    endpoint.receiver.answer = () => 200;
    await using _second = await setting.another();
    await endpoint.receiver.count(2);
    await untilTold(setting, endpoint.id, (told) => told.deliveries[0]?.state === "DELIVERED");
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });

  it("its session, but lives, breaks off what is under way and goes on as another one", async () => {
    await using endpoint = await setting.register();
    await scheduled(setting);
    endpoint.receiver.answer = () => undefined;
    await using _work = await setting.another({ timeoutMs: 60_000 });
    await endpoint.receiver.count(1);
    endpoint.receiver.answer = () => 200;
    const numbers = async (): Promise<number[]> => {
      const { rows } = await setting.admin.query(
        "select leased_by from activities.webhook_delivery where endpoint_id = $1",
        [endpoint.id],
      );
      return rows.map((row) => row.leased_by);
    };
    const [number] = await numbers();
    await setting.admin.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 2 and objid = $1",
      [number],
    );
    await endpoint.receiver.count(2);
    const { deliveries } = await untilTold(
      setting,
      endpoint.id,
      (told) => told.deliveries[0]?.state === "DELIVERED",
    );
    expect(deliveries[0]?.attempts).toHaveLength(1);
    expect(await numbers()).not.toEqual([number]);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });
});

describe("a receiver that has taken an update and could not say so", () => {
  it("gets it again, under the same id", async () => {
    await using endpoint = await setting.register();
    await scheduled(setting);
    endpoint.receiver.answer = (_one, response) => void response.destroy();
    await using _work = await setting.another();
    const { deliveries } = await untilTold(
      setting,
      endpoint.id,
      (told) => told.deliveries[0]?.attempts.length === 1,
    );
    expect(deliveries[0]?.attempts[0]).toMatchObject({
      status: null,
      error: "The connection ended before an answer came.",
    });
    endpoint.receiver.answer = () => 200;
    await setting.done(REDELIVER, { id: deliveries[0]?.id });
    const [first, second] = await endpoint.receiver.count(2);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });

  it("is waited for no longer than the timeout", async () => {
    await using endpoint = await setting.register();
    await scheduled(setting);
    endpoint.receiver.answer = () => undefined;
    await using _work = await setting.another({ timeoutMs: 50 });
    const { deliveries } = await untilTold(
      setting,
      endpoint.id,
      (told) => told.deliveries[0]?.attempts.length === 1,
    );
    expect(deliveries[0]?.attempts[0]?.error).toBe("No answer came within 0.05 s.");
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });
});
