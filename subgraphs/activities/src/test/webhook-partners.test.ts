import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { scheduled } from "./calendar-setting.ts";
import { type PartnerSystem, enterPartnerSystem } from "./partner-setting.ts";
import { UPDATE, type WebhookSetting, createWebhookSetting, untilTold } from "./webhook-setting.ts";

let setting: WebhookSetting;
beforeAll(async () => {
  setting = await createWebhookSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

let partner: PartnerSystem;
beforeEach(async () => {
  partner = await enterPartnerSystem(setting);
});

const LAPSED = {
  state: "DISABLED",
  reason: expect.stringMatching(/^The key of the partner system that set it up/),
};

describe("an endpoint that a partner system has registered", () => {
  for (const [what, change] of Object.entries({
    "its key is revoked": "revoked_at = now()",
    "its key may no longer read activities": "scopes = '{activities:write}'",
    "its key becomes another organisation's": "organization_id = gen_random_uuid()",
  })) {
    it(`gets nothing from when ${what}`, async () => {
      await using endpoint = await setting.register({}, partner.viewer);
      await using _work = await setting.another();
      await scheduled(setting);
      await endpoint.receiver.count(1);
      await partner.changeKey(change);
      const id = await scheduled(setting);
      const told = await untilTold(setting, endpoint.id, ({ state }) => state !== "ENABLED");
      expect(told).toMatchObject(LAPSED);
      expect(told.deliveries.find(({ activity }) => activity?.id === id)?.state).toBe("PENDING");
      expect(endpoint.receiver.received).toHaveLength(1);
      const { rows } = await setting.admin.query(
        "select details from audit.entry where record_id = $1 and action = 'disableWebhookEndpoint'",
        [endpoint.id],
      );
      expect(rows).toEqual([{ details: { reason: LAPSED.reason } }]);
    });
  }

  it("goes on where it was once a liaison answers for it", async () => {
    await using endpoint = await setting.register({}, partner.viewer);
    await using _work = await setting.another();
    await partner.changeKey("revoked_at = now()");
    await scheduled(setting);
    await untilTold(setting, endpoint.id, ({ state }) => state === "DISABLED");
    expect(endpoint.receiver.received).toEqual([]);
    await setting.done(UPDATE, { id: endpoint.id, enabled: true });
    await endpoint.receiver.count(1);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });

  it("goes on with a new key", async () => {
    await using endpoint = await setting.register({}, partner.viewer);
    await using _work = await setting.another();
    await partner.changeKey("key_hash = key_hash || 'another'");
    await scheduled(setting);
    await endpoint.receiver.count(1);
    await setting.done(UPDATE, { id: endpoint.id, enabled: false });
  });
});

describe("an endpoint of a person", () => {
  it("that a partner system has directed elsewhere stands on the system's key from then on", async () => {
    await using endpoint = await setting.register();
    await using _work = await setting.another();
    await scheduled(setting);
    await endpoint.receiver.count(1);
    const { endpoint: changed } = await setting.done(
      UPDATE,
      { id: endpoint.id, label: "门户" },
      partner.viewer,
    );
    expect(changed.partner).toBe(partner.name);
    await partner.changeKey("revoked_at = now()");
    await scheduled(setting);
    const told = await untilTold(setting, endpoint.id, ({ state }) => state !== "ENABLED");
    expect(told).toMatchObject(LAPSED);
    expect(endpoint.receiver.received).toHaveLength(1);
  });
});
