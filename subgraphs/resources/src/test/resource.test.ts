import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  PUBLISH,
  RESOURCES,
  SHARE,
  UPDATE,
  WITHDRAW,
  booked,
  book,
  hours,
  shareInput,
  shared,
} from "./resource-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

describe("sharing", () => {
  it("is for the provider's liaison", async () => {
    const { units } = setting;
    const codes = [];
    for (const viewer of [
      setting.liaison(units.a),
      setting.liaison(units.b),
      setting.secretary,
      ANONYMOUS,
      { ...setting.liaison(units.a), kind: "PARTNER" as const, scopes: ["resources:read"] },
      {
        ...setting.liaison(units.a),
        kind: "PARTNER" as const,
        scopes: ["resources:read", "resources:write"],
      },
    ]) {
      codes.push((await setting.call(viewer, SHARE, { input: shareInput(setting) })).code);
    }
    expect(codes).toEqual([
      undefined,
      "FORBIDDEN",
      "FORBIDDEN",
      "UNAUTHENTICATED",
      "FORBIDDEN",
      undefined,
    ]);
  });

  it.each([
    ["a title of spaces", { title: "   " }, "BAD_USER_INPUT"],
    ["a title of 10,000 characters", { title: "长".repeat(10_000) }, "BAD_USER_INPUT"],
    ["a mobile number", { description: "电话 13800138000" }, "BAD_USER_INPUT"],
    ["a capacity of 0", { capacity: 0 }, "BAD_USER_INPUT"],
    ["a capacity beyond a million", { capacity: 1_000_001 }, "BAD_USER_INPUT"],
    ["a venue kind for money", { kind: "FUNDS", venueKind: "OTHER" }, "BAD_USER_INPUT"],
    [
      "function areas for money",
      { kind: "FUNDS", functionAreas: ["DELIBERATION"] },
      "BAD_USER_INPUT",
    ],
    ["an audience of a committee it does not name", { audience: "COMMITTEE" }, "BAD_USER_INPUT"],
    ["a committee that is no id", { committeeId: "x" }, "NOT_FOUND"],
    ["a committee that is not there", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a provider that is no id", { providerId: "x" }, "NOT_FOUND"],
    ["a provider that is not there", { providerId: randomUUID() }, "NOT_FOUND"],
  ])("refuses %s", async (_what, over, code) => {
    const answer = await setting.call(setting.liaison(setting.units.a), SHARE, {
      input: shareInput(setting, over),
    });
    expect(answer.code).toBe(code);
  });

  it("goes on the list of a committee only for those that belong to it", async () => {
    const { committeeId, units } = setting;
    const share = (providerId: string) =>
      setting.call(setting.liaison(providerId), SHARE, {
        input: shareInput(setting, { providerId, committeeId }),
      });
    expect((await share(units.base)).code).toBeUndefined();
    expect((await share(units.stranger)).code).toBe("BAD_USER_INPUT");
  });

  it("is done once for one key", async () => {
    const input = shareInput(setting, { idempotencyKey: "share once" });
    const call = () => setting.call(setting.liaison(setting.units.a), SHARE, { input });
    const [first, second] = [await call(), await call()];
    expect(second.data).toEqual(first.data);
  });
});

describe("a resource", () => {
  it("goes from draft to published to withdrawn, each step by its provider", async () => {
    const id = await shared(setting, { publish: false });
    const [provider, other] = [setting.liaison(setting.units.a), setting.liaison(setting.units.b)];
    const withdraw = { input: { id, reason: "装修" } };
    expect((await setting.call(other, PUBLISH, { input: { id } })).code).toBe("NOT_FOUND");
    expect((await setting.call(provider, WITHDRAW, withdraw)).code).toBe("ILLEGAL_TRANSITION");
    expect(
      (await setting.call(provider, PUBLISH, { input: { id } })).data.publishResource.resource
        .state,
    ).toBe("PUBLISHED");
    expect((await setting.call(provider, PUBLISH, { input: { id } })).code).toBe(
      "ILLEGAL_TRANSITION",
    );
    expect((await setting.call(other, WITHDRAW, withdraw)).code).toBe("FORBIDDEN");
    expect((await setting.call(ANONYMOUS, WITHDRAW, withdraw)).code).toBe("UNAUTHENTICATED");
    expect((await setting.call(provider, WITHDRAW, { input: { id, reason: " " } })).code).toBe(
      "BAD_USER_INPUT",
    );
    expect(
      (await setting.call(provider, WITHDRAW, withdraw)).data.withdrawResource.resource,
    ).toMatchObject({ withdrawReason: "装修" });
    expect((await setting.call(provider, PUBLISH, { input: { id: "x" } })).code).toBe("NOT_FOUND");
  });

  it("is changed from its current version only", async () => {
    const id = await shared(setting);
    const change = (version: number) =>
      setting.call(setting.liaison(setting.units.a), UPDATE, {
        input: { id, title: "小会议室", version },
      });
    expect((await change(1)).data.updateResource.resource).toMatchObject({
      title: "小会议室",
      version: 2,
    });
    expect((await change(1)).code).toBe("CONFLICT");
  });

  it("loses the description and the unit that are given as null, and nothing that is left out", async () => {
    const id = await shared(setting, { description: "有投影", unit: "间" });
    const change = async (over: object) => {
      const { data } = await setting.call(
        setting.liaison(setting.units.a),
        `mutation U($input: UpdateResourceInput!) { updateResource(input: $input) { resource {
          title description unit } } }`,
        { input: { id, ...over } },
      );
      return data.updateResource.resource;
    };
    const kept = { title: "议事厅", description: "有投影", unit: "间" };
    expect(await change({ title: "议事厅" })).toEqual(kept);
    expect(await change({ title: null, description: null })).toEqual({
      ...kept,
      description: null,
    });
    expect(await change({ unit: null })).toEqual({ ...kept, description: null, unit: null });
  });

  it("gets another kind of venue and other function areas, if it is a venue", async () => {
    const [room, projector] = [
      await shared(setting, { venueKind: "RED_STATION" }),
      await shared(setting, { kind: "EQUIPMENT" }),
    ];
    const change = (id: string, over: object) =>
      setting.call(setting.liaison(setting.units.a), UPDATE, { input: { id, ...over } });
    const venue = {
      venueKind: "COMMUNITY_CENTRE",
      functionAreas: ["DELIBERATION", "DELIBERATION"],
    };
    expect((await change(room, venue)).data.updateResource.resource).toMatchObject({
      venueKind: "COMMUNITY_CENTRE",
      functionAreas: ["DELIBERATION"],
    });
    expect((await change(room, { title: "议事厅" })).data.updateResource.resource).toMatchObject({
      venueKind: "COMMUNITY_CENTRE",
      functionAreas: ["DELIBERATION"],
    });
    for (const [field, value] of Object.entries(venue))
      expect((await change(projector, { [field]: value })).code).toBe("BAD_USER_INPUT");
  });

  it("keeps the capacity that is booked, and lets what is ahead follow a new one", async () => {
    const id = await shared(setting, { capacity: 3 });
    const change = (capacity: number) =>
      setting.call(setting.liaison(setting.units.a), UPDATE, { input: { id, capacity } });
    await booked(setting, id, { during: hours(setting, 1, 3), quantity: 1 });
    const second = await booked(setting, id, { during: hours(setting, 2, 4), quantity: 1 });
    expect((await change(1)).code).toBe("CONFLICT");
    expect((await change(2)).code).toBeUndefined();
    await setting.admin.query("update resources.booking set state = 'CANCELLED' where id = $1", [
      second,
    ]);
    expect((await change(1)).code).toBeUndefined();
    expect((await book(setting, id, { during: hours(setting, 2, 4) })).code).toBe(
      "BOOKING_CONFLICT",
    );
    expect((await change(2)).code).toBeUndefined();
    expect((await book(setting, id, { during: hours(setting, 2, 4) })).code).toBeUndefined();
  });

  it("cancels what is booked ahead when it is withdrawn, for the same reason", async () => {
    const id = await shared(setting);
    const booking = await booked(setting, id, { during: hours(setting, 1, 3) });
    await setting.call(setting.liaison(setting.units.a), WITHDRAW, {
      input: { id, reason: "停电" },
    });
    const answer = await setting.call(
      setting.liaison(setting.units.b),
      `query ($id: ID!) { booking(id: $id) { state reason } }`,
      { id: booking },
    );
    expect(answer.data.booking).toEqual({ state: "CANCELLED", reason: "停电" });
  });
});

describe("the list", () => {
  it("finds by each part of the filter, and by all together", async () => {
    const { committeeId, units } = setting;
    const id = await shared(setting, {
      title: "投影仪",
      kind: "EQUIPMENT",
      committeeId,
      capacity: 4,
    });
    const all = {
      text: "投影",
      kinds: ["EQUIPMENT"],
      committeeId,
      regionCode: "445202",
      providerId: units.a,
      minCapacity: 4,
      freeDuring: hours(setting, 0, 9),
    };
    const find = async (filter: object) =>
      (await setting.call(ANONYMOUS, RESOURCES, { filter })).data.resources.nodes;
    for (const [name, value] of Object.entries(all))
      expect(await find({ [name]: value })).toContainEqual({ id });
    expect(await find(all)).toEqual([{ id }]);
    for (const miss of [
      { kinds: [] },
      { minCapacity: 5 },
      { regionCode: "999999" },
      { providerId: randomUUID() },
      { text: "無此物" },
      { states: [] },
      { venueKinds: ["OTHER"] },
    ]) {
      expect(await find({ ...all, ...miss })).toEqual([]);
    }
  });

  it.each([
    ["no rows", { first: 0 }],
    ["101 rows", { first: 101 }],
    ["behind what is no cursor", { after: "x" }],
    ["behind another list's cursor", { after: Buffer.from('["needs","x"]').toString("base64url") }],
    [
      "free in a range turned round",
      { filter: { freeDuring: { start: "2026-05-02T00:00:00Z", end: "2026-05-01T00:00:00Z" } } },
    ],
    ["for a text without a letter", { filter: { text: "、。" } }],
  ])("refuses to list %s", async (_what, variables) => {
    expect((await setting.call(ANONYMOUS, RESOURCES, variables)).code).toBe("BAD_USER_INPUT");
  });

  it("costs the same number of statements, whatever the size of the page", async () => {
    for (let i = 0; i < 12; i += 1) {
      await booked(setting, await shared(setting, { title: `排练厅${i}` }), {
        during: hours(setting, 1, 2),
      });
    }
    const query = `query ($first: Int, $during: TimeRangeInput!) { resources(filter: { text: "排练厅" }, first: $first) { totalCount nodes { id
      bookings(first: 5, during: $during) { totalCount nodes { id resource { id } } } free(during: $during) { quantity } } } }`;
    const count = async (first: number) => {
      const answer = await setting.call(setting.liaison(setting.units.b), query, {
        first,
        during: hours(setting, 0, 9),
      });
      expect(answer.code).toBeUndefined();
      return setting.statements.length;
    };
    expect(await count(2)).toBe(await count(12));
  });
});
