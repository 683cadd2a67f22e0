import { randomUUID } from "node:crypto";
import { PLACE } from "@alliance-hub/testing/street-committee";
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
      const changes = [{ field: "state", before: "ENABLED", after: "DISABLED" }];
      expect(rows).toEqual([{ details: { reason: LAPSED.reason, changes } }]);
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

describe("the venue of an activity", () => {
  const hiddenVenue = async (): Promise<string> => {
    const id = randomUUID();
    await setting.admin.query(
      `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
         region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), '会议室', 'VENUE', $2, $3, 'COMMITTEE', 'PUBLISHED', now(), $4, $5, $6, '', '{}')`,
      [id, setting.units.c, setting.committeeId, ...PLACE],
    );
    return id;
  };
  const told = (received: { body: string } | undefined): unknown =>
    JSON.parse(received?.body ?? "{}").data.activity.venueId;

  it("is told to whom the resources are told: a person's endpoint, not a key for activities alone", async () => {
    await using ofPartner = await setting.register({}, partner.viewer);
    await using ofPerson = await setting.register();
    await using _work = await setting.another();
    const venueId = await hiddenVenue();
    await scheduled(setting, { venueId });
    const [toPartner] = await ofPartner.receiver.count(1);
    const [toPerson] = await ofPerson.receiver.count(1);
    expect([told(toPartner), told(toPerson)]).toEqual([null, venueId]);
    await partner.changeKey("scopes = scopes || array['resources:read']");
    await scheduled(setting, { venueId });
    const [, again] = await ofPartner.receiver.count(2);
    expect(told(again)).toBe(venueId);
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
