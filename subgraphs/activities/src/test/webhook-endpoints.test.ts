import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { randomUUID } from "node:crypto";
import { MAX_ENDPOINTS } from "../nouns/webhook-endpoint/webhook-endpoint.service.ts";
import {
  CREATE,
  END,
  GIVE_UP,
  REDELIVER,
  REPLAY,
  ROTATE,
  TEST,
  UPDATE,
  type WebhookSetting,
  createWebhookSetting,
} from "./webhook-setting.ts";

const ADDRESS = "http://127.0.0.1:9/hooks";
let setting: WebhookSetting;
beforeAll(async () => {
  setting = await createWebhookSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});

const create = (viewer: Viewer, over: object = {}) =>
  setting.call(viewer, CREATE, {
    input: { organizationId: setting.units.a, address: ADDRESS, ...over },
  });
/** A partner system of unit a. */
const partner = (...scopes: string[]): Viewer => ({
  ...setting.liaison(setting.units.a),
  kind: "PARTNER",
  scopes,
});

describe("registering an endpoint", () => {
  it("is for the organisation's liaison and its partner system that may write", async () => {
    const viewers = [
      setting.liaison(setting.units.a),
      partner("activities:read", "activities:write"),
    ];
    for (const viewer of viewers) {
      const { data } = await create(viewer, { label: " 门户 " });
      expect(data.createWebhookEndpoint).toMatchObject({
        secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
        endpoint: {
          state: "ENABLED",
          address: ADDRESS,
          label: "门户",
          organization: { id: setting.units.a },
        },
      });
    }
  });

  it("is not for others", async () => {
    expect((await create(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    const others = [
      setting.secretary,
      setting.seat,
      setting.liaison(setting.units.b),
      { ...ANONYMOUS, kind: "PERSON" as const, subject: "auditor", auditorRegionCodes: ["445202"] },
      {
        ...ANONYMOUS,
        kind: "PERSON" as const,
        subject: "operator",
        operatorRegionCodes: ["445202"],
      },
      partner("activities:read"),
      partner("activities:read", "resources:write"),
    ];
    for (const viewer of others) expect((await create(viewer)).code).toBe("FORBIDDEN");
  });

  it("refuses what is unknown or not well said", async () => {
    const viewer = setting.liaison(setting.units.a);
    const code = async (over: object) => (await create(viewer, over)).code;
    for (const id of ["x", randomUUID()]) {
      expect(await code({ organizationId: id })).toBe("NOT_FOUND");
      expect(await code({ filter: { committeeId: id } })).toBe("NOT_FOUND");
      expect(await code({ filter: { organizationId: id } })).toBe("NOT_FOUND");
      expect(await code({ filter: { regionCode: id } })).toBe("BAD_USER_INPUT");
      expect(await code({ after: id })).toBe("BAD_USER_INPUT");
    }
    for (const address of [
      "",
      "hooks",
      "ftp://a.example/",
      "http://me:hush@127.0.0.1/",
      `${ADDRESS}#x`,
    ])
      expect(await code({ address })).toBe("BAD_USER_INPUT");
    expect(await code({ label: "长".repeat(61) })).toBe("BAD_USER_INPUT");
  });

  it("shows the secret once, and keeps it nowhere in clear", async () => {
    const input = { idempotencyKey: "create once" };
    const viewer = setting.liaison(setting.units.a);
    const first = (await create(viewer, input)).data.createWebhookEndpoint;
    const second = (await create(viewer, input)).data.createWebhookEndpoint;
    expect(second).toEqual({ ...first, secret: null });
    const rotate = { id: first.endpoint.id, idempotencyKey: "rotate once" };
    const rotated = await setting.done(ROTATE, rotate);
    expect(await setting.done(ROTATE, rotate)).toMatchObject({ secret: null });
    const { rows } = await setting.admin.query(
      `select (select string_agg(e::text, ' ') from activities.webhook_endpoint e)
        || (select string_agg(i::text, ' ') from activities.idempotency i)
        || (select string_agg(a::text, ' ') from audit.entry a) as everything`,
    );
    for (const secret of [first.secret, rotated.secret])
      expect(rows[0].everything).not.toContain(secret.slice(6, 40));
    // Nor the encrypted one where answers are kept.
    const kept = await setting.admin.query("select snapshot::text from activities.idempotency");
    for (const { snapshot } of kept.rows) expect(snapshot).not.toMatch(/sealed/i);
  });

  it("is done a number of times at most, also at once", async () => {
    const { c } = setting.units;
    const register = () => create(setting.liaison(c), { organizationId: c });
    const made = await Promise.all(Array.from({ length: MAX_ENDPOINTS + 3 }, register));
    const refused = made.flatMap(({ code }) => code ?? []);
    expect(refused).toEqual(["CONFLICT", "CONFLICT", "CONFLICT"]);
    const id = made.find(({ code }) => code === undefined)?.data.createWebhookEndpoint.endpoint.id;
    await setting.done(END, { id }, setting.liaison(c));
    expect((await register()).code).toBeUndefined();
  });
});

describe("an endpoint", () => {
  const READ = `query ($id: ID!, $organizationId: ID!) { webhookEndpoint(id: $id) { id }
    webhookEndpoints(organizationId: $organizationId) { totalCount nodes { id deliveries { totalCount } } } }`;

  it("is there for who acts for its organisation, and for nobody else", async () => {
    const id = (await create(setting.liaison(setting.units.a))).data.createWebhookEndpoint.endpoint
      .id;
    await setting.done(TEST, { id });
    const variables = { id, organizationId: setting.units.a };
    const { data } = await setting.call(setting.liaison(setting.units.a), READ, variables);
    expect(data.webhookEndpoint).toEqual({ id });
    expect(data.webhookEndpoints.nodes).toContainEqual({ id, deliveries: { totalCount: 1 } });
    const { rows } = await setting.admin.query(
      "select id from activities.webhook_delivery where endpoint_id = $1",
      [id],
    );
    const others = [
      ANONYMOUS,
      setting.secretary,
      setting.seat,
      setting.liaison(setting.units.b),
      partner("activities:read"),
    ];
    for (const viewer of others) {
      const hidden = await setting.call(viewer, READ, variables);
      expect(hidden.data).toEqual({
        webhookEndpoint: null,
        webhookEndpoints: { totalCount: 0, nodes: [] },
      });
      const code = async (query: string, input: object) =>
        (await setting.call(viewer, query, { input })).code;
      const told = viewer === ANONYMOUS ? "UNAUTHENTICATED" : "NOT_FOUND";
      for (const query of [UPDATE, ROTATE, END, TEST]) expect(await code(query, { id })).toBe(told);
      expect(await code(REPLAY, { id, since: "2026-01-01T00:00:00+08:00" })).toBe(told);
      for (const query of [REDELIVER, GIVE_UP])
        expect(await code(query, { id: rows[0].id })).toBe(told);
    }
  });

  it("is changed from the version that one knows, and ended for good", async () => {
    const made = (await create(setting.liaison(setting.units.a), { label: "甲" })).data;
    const { id, version } = made.createWebhookEndpoint.endpoint;
    const changed = await setting.done(UPDATE, { id, version, address: `${ADDRESS}?to=1` });
    expect(changed.endpoint).toMatchObject({ address: `${ADDRESS}?to=1`, label: "甲", version: 2 });
    const viewer = setting.liaison(setting.units.a);
    const stale = await setting.call(viewer, UPDATE, { input: { id, version, label: null } });
    expect(stale.code).toBe("CONFLICT");
    expect((await setting.done(UPDATE, { id, label: null })).endpoint.label).toBeNull();
    for (const keepHours of [-1, 169])
      expect((await setting.call(viewer, ROTATE, { input: { id, keepHours } })).code).toBe(
        "BAD_USER_INPUT",
      );
    const off = await setting.done(UPDATE, { id, enabled: false });
    expect(off.endpoint).toMatchObject({ state: "DISABLED", reason: expect.any(String) });
    const on = await setting.done(UPDATE, { id, enabled: true });
    expect(on.endpoint).toMatchObject({ state: "ENABLED", reason: null });
    expect((await setting.done(END, { id })).endpoint.state).toBe("ENDED");
    for (const [query, input] of [
      [UPDATE, { id, enabled: true }],
      [UPDATE, { id, label: "乙" }],
      [ROTATE, { id }],
      [TEST, { id }],
      [END, { id }],
    ] as const)
      expect((await setting.call(viewer, query, { input })).code).toBe("ILLEGAL_TRANSITION");
  });
});
