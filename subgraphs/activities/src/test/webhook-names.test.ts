import { randomUUID } from "node:crypto";
import { connectDatabase } from "@alliance-hub/platform/database/connect";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { createWebhooks } from "@alliance-hub/platform/webhooks/webhooks";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { PLACE } from "@alliance-hub/testing/street-committee";
import type { ReceivedRequest } from "@alliance-hub/testing/receiver";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { createContext } from "../context.ts";
import { type ActivitiesTables, SCHEMA, entities } from "../database.ts";
import { NOTICES, type NoticeEntry } from "../mechanisms/notice-log/notice-log.ts";
import { createLogTail } from "../mechanisms/numbered-log/log-tail.ts";
import { type NumberedUpdate, UPDATES } from "../mechanisms/update-log/update-log.ts";
import { CANCEL, RESCHEDULE, UPDATE, on, scheduled } from "./calendar-setting.ts";
import { enterPartnerSystem } from "./partner-setting.ts";
import { LOOPBACK, type WebhookSetting, createWebhookSetting } from "./webhook-setting.ts";

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

/** A venue of unit c. */
async function venue(audience: string, title: string): Promise<string> {
  const id = randomUUID();
  await setting.admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
       region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), $2, 'VENUE', $3, $4, $5, 'PUBLISHED', now(), $6, $7, $8, '', '{}')`,
    [id, title, setting.units.c, setting.committeeId, audience, ...PLACE],
  );
  return id;
}

const dataOf = (received: ReceivedRequest | undefined) => JSON.parse(received?.body ?? "{}").data;

describe("the body of a webhook", () => {
  it("names the fields that were corrected; their values are the activity's", async () => {
    await using endpoint = await setting.register();
    const id = await scheduled(setting);
    await setting.done(UPDATE, { id, title: "义务植树节" }, setting.secretary);
    const [made, corrected] = (await endpoint.receiver.count(2)).map(dataOf);
    expect(made).toMatchObject({ type: "SCHEDULED", correctedFields: null });
    expect(corrected).toMatchObject({
      type: "CORRECTED",
      correctedFields: ["title"],
      activity: { title: "义务植树节" },
    });
  });

  it("says what was before and why, and names host, committee and venue, under its signature", async () => {
    await using endpoint = await setting.register();
    const venueId = await venue("COMMITTEE", "红色驿站");
    const id = await scheduled(setting, { venueId });
    await setting.done(
      RESCHEDULE,
      { id, during: on("2026-03-12"), reason: "下雨" },
      setting.secretary,
    );
    await setting.done(CANCEL, { id, reason: "取消了" }, setting.secretary);
    const received = await endpoint.receiver.count(3);
    const [first, second, third] = received.map(dataOf);
    expect(first).toMatchObject({ previously: null, reason: null });
    expect(second).toMatchObject({
      previously: { startsAt: "2026-03-11T01:00:00.000Z", endsAt: "2026-03-11T03:00:00.000Z" },
      reason: "下雨",
    });
    expect(third).toMatchObject({ previously: null, reason: "取消了" });
    expect(first.activity).toMatchObject({
      hostId: setting.units.a,
      host: { id: setting.units.a, name: "a" },
      committeeId: setting.committeeId,
      committee: { id: setting.committeeId, name: "大工委" },
      venueId,
      venue: { id: venueId, title: "红色驿站" },
    });
    for (const { body, headers } of received) {
      const signed = headers as Record<string, string>;
      const webhook = new Webhook(endpoint.secret);
      webhook.verify(body, signed);
      const forged = body.replace("红色驿站", "别的地方");
      expect(forged).not.toBe(body);
      expect(() => webhook.verify(forged, signed)).toThrow();
    }
  });

  it("never names a venue that its organisation, or the key it stands on, may not see", async () => {
    const { stranger } = setting.units;
    const outsider = { ...setting.secretary, organizationIds: [stranger] };
    const partner = await enterPartnerSystem(setting);
    await using outside = await setting.register({ organizationId: stranger }, outsider);
    await using keyed = await setting.register({}, partner.viewer);
    await using inside = await setting.register();
    const hidden = await venue("COMMITTEE", "里面的会议室");
    const open = await venue("PUBLIC", "广场");
    for (const venueId of [hidden, open])
      await scheduled(setting, { venueId, place: "办公楼", audience: "PUBLIC" });
    const told = async ({ receiver }: typeof inside) =>
      (await receiver.count(2))
        .map((one) => ({ body: one.body, ...dataOf(one).activity }))
        .toSorted((one, other) => one.version - other.version || (one.venueId === open ? 1 : -1));
    for (const endpoint of [outside, keyed]) {
      const [behind, before] = await told(endpoint);
      expect(behind).toMatchObject({ venueId: null, venue: null, place: "办公楼" });
      expect(behind.body).not.toMatch(/里面的会议室/);
      expect(behind.body).not.toContain(hidden);
      expect(before).toMatchObject({ venueId: open, venue: { id: open, title: "广场" } });
    }
    const [shown] = await told(inside);
    expect(shown.venue).toEqual({ id: hidden, title: "里面的会议室" });
  });
});

describe("the messages of one owner's deliveries", () => {
  it("are read with as many statements for twenty as for one", async () => {
    const { databaseUrl: url, config, admin, units } = setting;
    const statements: string[] = [];
    await using database = await connectDatabase<ActivitiesTables>(
      { url, schema: SCHEMA, onStatement: (event) => statements.push(event.query.sql) },
      entities,
    );
    const logs = {
      url,
      schema: SCHEMA,
      rows: database.rows,
      log: config.log,
    };
    await using tail = createLogTail<NumberedUpdate>({ ...logs, source: UPDATES });
    await using noticeTail = createLogTail<NoticeEntry>({ ...logs, source: NOTICES });
    const venueId = await venue("COMMITTEE", "大会议室");
    for (let count = 0; count < 20; count++) await scheduled(setting, { venueId });
    const { rows } = await admin.query(
      "select id from activities.activity_update order by number desc limit 20",
    );
    const standing = await readStanding(database.rows, { organizationId: units.a });
    const scopes = ["activities:read", "resources:read"];
    const viewer = {
      ...ANONYMOUS,
      ...standing,
      kind: "PARTNER",
      subject: "webhooks",
      scopes,
    } as const;
    const statementsFor = async (updateIds: string[]): Promise<number> => {
      const { webhookMessages } = createContext({
        config,
        database,
        tail,
        noticeTail,
        webhooks: createWebhooks(LOOPBACK),
        request: { viewer, requestId: "test", signal: new AbortController().signal },
      });
      statements.length = 0;
      const messages = await Promise.all(
        updateIds.map((updateId) =>
          webhookMessages.of({ id: randomUUID(), endpointId: randomUUID(), updateId }),
        ),
      );
      expect(messages).toMatchObject(
        updateIds.map(() => ({ body: expect.stringContaining("大会议室") })),
      );
      return statements.length;
    };
    const ids = rows.map(({ id }) => String(id));
    const one = await statementsFor(ids.slice(0, 1));
    expect(one).toBeGreaterThan(0);
    expect(await statementsFor(ids)).toBe(one);
  });
});
