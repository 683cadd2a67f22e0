import { randomUUID } from "node:crypto";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  CLOSE_ROUND,
  OPEN_ROUND,
  POST,
  PUBLISH_NEED,
  UPDATE_NEED,
  WITHDRAW_NEED,
} from "./resource-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const postInput = (over: object = {}) => ({
  organizationId: setting.units.b,
  title: "缺书桌",
  kind: "WISH",
  audience: "ALLIANCE",
  publish: true,
  ...over,
});
const post = (over: object = {}, viewer = setting.liaison(setting.units.b)) =>
  setting.call(viewer, POST, { input: postInput(over) });
const roundInput = (over: object = {}) => ({
  committeeId: setting.committeeId,
  title: "上半年清单",
  opensOn: "2026-02-01",
  closesOn: "2026-06-30",
  ...over,
});
const openRound = (over: object = {}, viewer = setting.secretary) =>
  setting.call(viewer, OPEN_ROUND, { input: roundInput(over) });

describe("a need", () => {
  it("is posted by the unit's liaison alone", async () => {
    expect((await post()).code).toBeUndefined();
    expect((await post({}, setting.liaison(setting.units.a))).code).toBe("FORBIDDEN");
    expect((await post({}, setting.secretary)).code).toBe("FORBIDDEN");
    expect((await post({}, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
  });

  it.each([
    ["an empty title", { title: "" }, "BAD_USER_INPUT"],
    ["a description of 10,000 characters", { description: "长".repeat(10_000) }, "BAD_USER_INPUT"],
    ["none of it", { quantity: 0 }, "BAD_USER_INPUT"],
    ["a day that is over", { neededBy: "2026-02-28" }, "BAD_USER_INPUT"],
    ["an audience of a committee it does not name", { audience: "COMMITTEE" }, "BAD_USER_INPUT"],
    ["a unit that is no id", { organizationId: "x" }, "NOT_FOUND"],
    ["a committee that is not there", { committeeId: randomUUID() }, "NOT_FOUND"],
    ["a collection round that is no id", { collectionRoundId: "x" }, "NOT_FOUND"],
  ])("is refused with %s", async (_what, over, code) => {
    expect((await post(over)).code).toBe(code);
  });

  it("goes from draft to published to withdrawn, each step by its unit", async () => {
    const { id } = (await post({ publish: false })).data.postNeed.need;
    const [own, other] = [setting.liaison(setting.units.b), setting.liaison(setting.units.a)];
    const withdraw = { input: { id, reason: "已解决" } };
    expect((await setting.call(other, PUBLISH_NEED, { input: { id } })).code).toBe("NOT_FOUND");
    expect((await setting.call(own, WITHDRAW_NEED, withdraw)).code).toBe("ILLEGAL_TRANSITION");
    expect((await setting.call(own, PUBLISH_NEED, { input: { id, version: 7 } })).code).toBe(
      "CONFLICT",
    );
    expect(
      (await setting.call(own, PUBLISH_NEED, { input: { id } })).data.publishNeed.need.state,
    ).toBe("PUBLISHED");
    expect((await setting.call(other, WITHDRAW_NEED, withdraw)).code).toBe("FORBIDDEN");
    expect((await setting.call(own, WITHDRAW_NEED, withdraw)).data.withdrawNeed.need.state).toBe(
      "WITHDRAWN",
    );
    expect((await setting.call(own, WITHDRAW_NEED, withdraw)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("is changed by its unit, also once it was withdrawn; what is left out stays", async () => {
    const { id } = (await post({ quantity: 2, unit: "张", neededBy: "2026-04-01" })).data.postNeed
      .need;
    const [own, other] = [setting.liaison(setting.units.b), setting.liaison(setting.units.a)];
    const update = async (over: object, viewer = own) =>
      (await setting.call(viewer, UPDATE_NEED, { input: { id, ...over } })).code;
    expect(await update({ title: "缺椅子" }, other)).toBe("FORBIDDEN");
    expect(await update({ title: "缺椅子" }, ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await update({ title: " " })).toBe("BAD_USER_INPUT");
    expect(await update({ quantity: 0 })).toBe("BAD_USER_INPUT");
    expect(await update({ neededBy: "2026-02-28" })).toBe("BAD_USER_INPUT");
    expect(await update({ title: "缺木凳", version: 9 })).toBe("CONFLICT");
    expect(
      await update({ title: "缺木凳", kind: "EQUIPMENT", description: "木制" }),
    ).toBeUndefined();
    const read = `{ need(id: "${id}") { title kind quantity unit description neededBy } }`;
    expect((await setting.call(own, read)).data.need).toEqual({
      title: "缺木凳",
      kind: "EQUIPMENT",
      quantity: 2,
      unit: "张",
      description: "木制",
      neededBy: "2026-04-01",
    });
    expect(await update({ neededBy: null, quantity: null, title: null })).toBeUndefined();
    expect((await setting.call(own, read)).data.need).toMatchObject({
      title: "缺木凳",
      quantity: null,
      unit: "张",
      neededBy: null,
    });
    const search = `{ needs(filter: { text: "木凳" }) { nodes { id } } }`;
    expect((await setting.call(own, search)).data.needs.nodes).toEqual([{ id }]);
    await setting.call(own, WITHDRAW_NEED, { input: { id, reason: "已解决" } });
    // It may go back on the list, and what is wrong with it is mended first.
    expect(await update({ title: "缺椅子" })).toBeUndefined();
  });

  it("is found by text, kind, unit, committee, place and round", async () => {
    const round = (await openRound()).data.openCollectionRound.collectionRound.id;
    const { committeeId, units } = setting;
    const { id } = (await post({ title: "缺轮椅", committeeId, collectionRoundId: round })).data
      .postNeed.need;
    const all = {
      text: "輪椅",
      kinds: ["WISH"],
      organizationId: units.b,
      committeeId,
      regionCode: "445202001",
      collectionRoundId: round,
    };
    const find = async (filter: object) =>
      (
        await setting.call(
          setting.secretary,
          `query ($filter: NeedFilter) { needs(filter: $filter) { nodes { id } } }`,
          { filter },
        )
      ).data.needs.nodes;
    for (const [name, value] of Object.entries(all))
      expect(await find({ [name]: value })).toContainEqual({ id });
    expect(await find(all)).toEqual([{ id }]);
    // A public need: whoever may not see the round does not find by it which needs answer it.
    const open = (await post({ audience: "PUBLIC", committeeId, collectionRoundId: round })).data
      .postNeed.need.id;
    const listed =
      "query ($filter: NeedFilter) { needs(filter: $filter) { totalCount nodes { id } } }";
    const hidden = { filter: { collectionRoundId: round } };
    expect((await setting.call(ANONYMOUS, listed, hidden)).data.needs).toEqual({
      totalCount: 0,
      nodes: [],
    });
    expect(await find({ collectionRoundId: round })).toContainEqual({ id: open });
    for (const miss of [
      { kinds: ["VENUE"] },
      { organizationId: units.a },
      { collectionRoundId: randomUUID() },
      { states: ["DRAFT"] },
    ]) {
      expect(await find({ ...all, ...miss })).toEqual([]);
    }
  });
});

describe("a collection round", () => {
  it("is opened and closed by whoever runs the committee", async () => {
    const liaison = setting.liaison(setting.units.a);
    expect((await openRound({}, liaison)).code).toBe("FORBIDDEN");
    expect((await openRound({}, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await openRound({ committeeId: randomUUID() })).code).toBe("NOT_FOUND");
    const { id } = (await openRound()).data.openCollectionRound.collectionRound;
    const close = (viewer = setting.secretary) =>
      setting.call(viewer, CLOSE_ROUND, { input: { id } });
    expect((await close(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await close(liaison)).code).toBe("FORBIDDEN");
    expect((await close()).data.closeCollectionRound.collectionRound).toMatchObject({
      state: "CLOSED",
      version: 2,
    });
    const again = await close();
    expect([again.code, again.message]).toEqual([
      "ILLEGAL_TRANSITION",
      expect.stringContaining("Allowed from here: OPEN."),
    ]);
    expect((await post({ committeeId: setting.committeeId, collectionRoundId: id })).code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("is listed by place, committee and state, for units of the committee", async () => {
    const { committeeId } = setting;
    const open = (await openRound()).data.openCollectionRound.collectionRound.id;
    const over = (await openRound()).data.openCollectionRound.collectionRound.id;
    await setting.call(setting.secretary, CLOSE_ROUND, { input: { id: over } });
    const find = async (filter: object, viewer = setting.secretary) => {
      const query = `query ($filter: CollectionRoundFilter) { collectionRounds(filter: $filter, first: 100) { nodes { id } } }`;
      const { nodes } = (await setting.call(viewer, query, { filter })).data.collectionRounds;
      return [open, over].map((id) => nodes.some((node: { id: string }) => node.id === id));
    };
    expect(await find({ regionCode: "445202" })).toEqual([true, true]);
    expect(await find({ regionCode: "530381" })).toEqual([false, false]);
    expect(await find({ committeeId, states: ["OPEN"] })).toEqual([true, false]);
    expect(await find({ committeeId, states: ["CLOSED"] })).toEqual([false, true]);
    expect(await find({ committeeId: randomUUID() })).toEqual([false, false]);
    expect(await find({}, setting.liaison(setting.units.b))).toEqual([true, true]);
    expect(await find({}, setting.people.stranger)).toEqual([false, false]);
    expect(await find({}, ANONYMOUS)).toEqual([false, false]);
    const before = setting.clock.now;
    setting.clock.now = new Date("2026-07-01T04:00:00Z");
    expect(await find({ states: ["OPEN"] })).toEqual([false, false]);
    setting.clock.now = before;
  });

  it("is closed once its last day is over, wherever it is read", async () => {
    const { committeeId } = setting;
    const { id } = (await openRound({ closesOn: "2026-03-01" })).data.openCollectionRound
      .collectionRound;
    const read = async () =>
      (
        await setting.call(
          setting.secretary,
          "query ($id: ID!) { collectionRound(id: $id) { state committee { collectionRounds(first: 100) { nodes { id state } } } } }",
          { id },
        )
      ).data.collectionRound;
    const before = setting.clock.now;
    expect(await read()).toMatchObject({ state: "OPEN" });
    // The last minute of the day in Shanghai, and the first of the next.
    setting.clock.now = new Date("2026-03-01T15:59:00Z");
    expect(await read()).toMatchObject({ state: "OPEN" });
    setting.clock.now = new Date("2026-03-01T16:00:00Z");
    const after = await read();
    expect(after.state).toBe("CLOSED");
    expect(after.committee.collectionRounds.nodes).toContainEqual({ id, state: "CLOSED" });
    const close = await setting.call(setting.secretary, CLOSE_ROUND, { input: { id } });
    expect(close.code).toBe("ILLEGAL_TRANSITION");
    expect(close.message).toContain("CLOSED");
    const late = await post({ committeeId, collectionRoundId: id });
    expect(late.code).toBe("BAD_USER_INPUT");
    expect(late.message).toContain("that is CLOSED");
    setting.clock.now = before;
  });

  it.each([
    ["that ends before it starts", { opensOn: "2026-05-02", closesOn: "2026-05-01" }],
    ["that is over", { opensOn: "2026-01-01", closesOn: "2026-02-28" }],
    ["of several years", { closesOn: "2029-01-01" }],
    ["without a title", { title: " " }],
  ])("is refused %s", async (_what, over) => {
    expect((await openRound(over)).code).toBe("BAD_USER_INPUT");
  });

  it("takes no need that comes while it is being closed, and answers a repeated call after", async () => {
    const { committeeId } = setting;
    const { id } = (await openRound()).data.openCollectionRound.collectionRound;
    const into = { committeeId, collectionRoundId: id };
    const first = await post({ ...into, idempotencyKey: "in time" });
    await setting.admin.query("begin");
    await setting.admin.query(
      "update resources.collection_round set state = 'CLOSED' where id = $1",
      [id],
    );
    const late = post(into);
    // Either it waits for the lock, or it was answered from what is no longer so.
    await Promise.race([late, lockWaits(setting.admin)]);
    await setting.admin.query("commit");
    expect((await late).code).toBe("BAD_USER_INPUT");
    expect((await post({ ...into, idempotencyKey: "in time" })).data).toEqual(first.data);
  });

  it("takes the needs of its own committee, on its days", async () => {
    const { committeeId } = setting;
    const later = (await openRound({ opensOn: "2026-04-01" })).data.openCollectionRound
      .collectionRound.id;
    expect((await post({ committeeId, collectionRoundId: later })).code).toBe("BAD_USER_INPUT");
    const now = (await openRound()).data.openCollectionRound.collectionRound.id;
    expect((await post({ collectionRoundId: now })).code).toBe("BAD_USER_INPUT");
    expect(
      (await post({ committeeId, collectionRoundId: now })).data.postNeed.need.collectionRound,
    ).toEqual({ id: now });
  });
});
