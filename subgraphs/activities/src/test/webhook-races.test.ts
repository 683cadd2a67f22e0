import { randomUUID } from "node:crypto";
import { createSecretBox } from "@alliance-hub/platform/webhooks/secret";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ActivitiesContext } from "../context.ts";
import { readLog } from "../mechanisms/numbered-log/read-log.ts";
import { UPDATES } from "../mechanisms/update-log/update-log.ts";
import { putInLine } from "../mechanisms/webhooks/put-in-line.ts";
import { leaseDue } from "../mechanisms/delivery-queue/lease-due.ts";
import { readBehind } from "../mechanisms/webhooks/behind.ts";
import { scheduled } from "./calendar-setting.ts";
import { LOOPBACK, type WebhookSetting, createWebhookSetting } from "./webhook-setting.ts";

let setting: WebhookSetting;
beforeAll(async () => {
  setting = await createWebhookSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

/** A context of unit a, as a worker has one. */
const contextOf = (): ActivitiesContext =>
  setting.subgraph.createContext({
    viewer: setting.liaison(setting.units.a),
    requestId: "test",
    signal: new AbortController().signal,
  }) as ActivitiesContext;

/** An endpoint of unit a and, behind its cursor, some updates of as many activities. */
async function behind(updates: number) {
  const endpoint = await setting.register();
  for (let count = 0; count < updates; count++) await scheduled(setting);
  const found = await readBehind(contextOf().rows);
  const read = found.find(({ id }) => id === endpoint.id);
  if (!read) throw new Error("the endpoint is behind the log");
  return { endpoint, read };
}

describe("two workers that come at the same moment", () => {
  it("put an update in line once, whatever has become of it meanwhile", async () => {
    const { endpoint, read } = await behind(2);
    await using _receiver = endpoint;
    const context = contextOf();
    const log = await readLog(context.rows, UPDATES);
    await Promise.all([putInLine(context, read, log), putInLine(contextOf(), read, log)]);
    expect((await setting.told(endpoint.id)).deliveries).toHaveLength(2);
    const { rowCount } = await setting.admin.query(
      "update activities.webhook_delivery set state = 'DELIVERED', finished_at = now() where endpoint_id = $1",
      [endpoint.id],
    );
    expect(rowCount).toBe(2);
    // The slower one had read the endpoint before all of this.
    await putInLine(contextOf(), read, log);
    const { deliveries } = await setting.told(endpoint.id);
    expect(deliveries.map(({ state }) => state)).toEqual(["DELIVERED", "DELIVERED"]);
  });

  it("never lease the same delivery", async () => {
    const { endpoint, read } = await behind(30);
    await using _receiver = endpoint;
    const { rows } = contextOf();
    await putInLine(contextOf(), read, await readLog(rows, UPDATES));
    const { keyId } = createSecretBox(LOOPBACK.secretsKey ?? Buffer.alloc(32));
    const now = setting.clock.now;
    for (let round = 0; round < 30; round++) {
      const leased = await Promise.all(
        Array.from({ length: 8 }, () =>
          leaseDue(rows, { leasedBy: 1, leaseId: randomUUID(), keyId, limit: 64, now }),
        ),
      );
      const ids = leased.flat().map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      await setting.admin.query(
        "update activities.webhook_delivery set lease_id = null, leased_until = null where endpoint_id = $1",
        [endpoint.id],
      );
    }
  });
});
