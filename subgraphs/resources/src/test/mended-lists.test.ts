import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { done, mendedCalls } from "./mended-calls.ts";
import {
  CLOSE_ROUND,
  PUBLISH,
  PUBLISH_NEED,
  UPDATE,
  UPDATE_NEED,
  WITHDRAW,
  WITHDRAW_NEED,
} from "./resource-calls.ts";

const NOW = new Date("2026-03-01T04:00:00Z");

let setting: AgreementSetting;
let calls: ReturnType<typeof mendedCalls>;
beforeAll(async () => {
  setting = await createAgreementSetting();
  calls = mendedCalls(setting);
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

describe("a need", () => {
  it("is put to another committee, shown to others and answers a round after all; what was before is kept", async () => {
    const { committeeId } = setting;
    const [id, round] = [await calls.posted(), await calls.opened()];
    expect(await calls.need(id, calls.stranger)).toMatchObject({ audience: "ALLIANCE" });
    const over = { committeeId, audience: "COMMITTEE", collectionRoundId: round };
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, ...over } }));
    expect(await calls.need(id)).toMatchObject({
      audience: "COMMITTEE",
      committee: { id: committeeId },
      collectionRound: { id: round },
    });
    expect(await calls.need(id, calls.stranger)).toBeNull();
    expect(await calls.told(id)).toEqual(["POSTED"]);
    expect(await calls.changesOf(id, "updateNeed")).toEqual(
      expect.arrayContaining([
        { field: "audience", before: "ALLIANCE", after: "COMMITTEE" },
        { field: "committeeId", before: null, after: committeeId },
        { field: "collectionRoundId", before: null, after: round },
      ]),
    );
    // What stays as it is is told to nobody; what is corrected, to the committee on whose list it is.
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, ...over } }));
    expect(await calls.told(id)).toEqual(["POSTED"]);
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, title: "缺两张书桌" } }));
    expect(await calls.told(id)).toEqual(["POSTED", "CORRECTED"]);
    expect(await calls.correctedOf(id)).toMatchObject([
      { field: "title", after: { text: "缺两张书桌" } },
    ]);
    const none = { committeeId: null, audience: "ALLIANCE", collectionRoundId: null };
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, ...none } }));
    expect(await calls.need(id)).toMatchObject({ committee: null, collectionRound: null });
  });

  it("keeps the round that it answered when that is over, and takes no other one that is", async () => {
    const { committeeId } = setting;
    const round = await calls.opened();
    const over = await calls
      .opened({ opensOn: "2025-01-01", closesOn: "2025-06-30" })
      .catch(() => null);
    expect(over).toBeNull();
    const id = await calls.posted({ committeeId, collectionRoundId: round });
    await setting.call(setting.secretary, CLOSE_ROUND, { input: { id: round } });
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, collectionRoundId: round } }));
    const other = await calls.posted({ committeeId });
    const late = { id: other, collectionRoundId: round };
    expect((await setting.call(calls.own, UPDATE_NEED, { input: late })).code).toBe(
      "BAD_USER_INPUT",
    );
    // The round is the old committee's. It was left out, so that is no way out.
    const alone = { id, committeeId: null };
    const refused = await setting.call(calls.own, UPDATE_NEED, { input: alone });
    expect([refused.code, refused.message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringMatching(/or give another round, or null, as "collectionRoundId"\.$/u),
    ]);
    done(
      await setting.call(calls.own, UPDATE_NEED, { input: { ...alone, collectionRoundId: null } }),
    );
  });

  it("answers a round no longer when it is taken out or put to another one: the unit is called again", async () => {
    const { committeeId } = setting;
    const [round, other] = [await calls.opened(), await calls.opened({ title: "补充清单" })];
    /** What awaits the unit of the rounds, by the state of its latest task. */
    const tasks = async () => {
      const { rows } = await setting.admin.query<{ state: string }>(
        `select (select state from activities.task where record_id = round and organization_id = $2
           order by state = 'OPEN' desc limit 1) as state from unnest($1::uuid[]) with ordinality as of (round, at) order by at`,
        [[round, other], setting.units.b],
      );
      return rows.map(({ state }) => state);
    };
    const id = await calls.posted({ committeeId, collectionRoundId: round });
    expect(await tasks()).toEqual(["DONE", "OPEN"]);
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, collectionRoundId: other } }));
    expect(await tasks()).toEqual(["OPEN", "DONE"]);
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, collectionRoundId: null } }));
    expect(await tasks()).toEqual(["OPEN", "OPEN"]);
  });

  it("is shared only with a committee to which its unit belongs, and changed by its unit alone", async () => {
    const id = await calls.posted();
    const update = async (over: object, viewer = calls.own) =>
      (await setting.call(viewer, UPDATE_NEED, { input: { id, ...over } })).code;
    expect(await update({ audience: "COMMITTEE" })).toBe("BAD_USER_INPUT");
    expect(await update({ committeeId: randomUUID() })).toBe("NOT_FOUND");
    expect(await update({ collectionRoundId: randomUUID() })).toBe("NOT_FOUND");
    expect(await update({ audience: "PUBLIC" }, setting.secretary)).toBe("FORBIDDEN");
    expect(await update({ audience: "PUBLIC" }, ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await update({ audience: "PUBLIC" })).toBeUndefined();
    expect(await calls.need(id, ANONYMOUS)).toMatchObject({ audience: "PUBLIC" });
  });

  it("goes back on the list where it was withdrawn by mistake, and can be changed again", async () => {
    const id = await calls.posted({ committeeId: setting.committeeId });
    done(await setting.call(calls.own, WITHDRAW_NEED, { input: { id, reason: "已解决" } }));
    done(await setting.call(calls.own, UPDATE_NEED, { input: { id, title: "缺椅子" } }));
    expect(await calls.told(id)).toEqual(["POSTED", "WITHDRAWN"]);
    const other = setting.liaison(setting.units.a);
    expect((await setting.call(other, PUBLISH_NEED, { input: { id } })).code).toBe("FORBIDDEN");
    done(await setting.call(calls.own, PUBLISH_NEED, { input: { id } }));
    expect(await calls.need(id, other)).toMatchObject({ state: "PUBLISHED", withdrawReason: null });
    expect(await calls.told(id)).toEqual(["POSTED", "WITHDRAWN", "POSTED"]);
    expect(await calls.changesOf(id, "publishNeed")).toContainEqual({
      field: "withdrawReason",
      before: "已解决",
      after: null,
    });
  });
});

describe("a resource", () => {
  it("changes its kind, its committee and who may see it; what is no venue has nothing of one", async () => {
    const { committeeId } = setting;
    const id = await calls.shared({ venueKind: "OTHER", functionAreas: ["DELIBERATION"] });
    expect(await calls.resource(id, ANONYMOUS)).toMatchObject({ audience: "PUBLIC" });
    const over = { kind: "EQUIPMENT", committeeId, audience: "COMMITTEE" };
    done(await setting.call(calls.own, UPDATE, { input: { id, ...over } }));
    expect(await calls.resource(id)).toMatchObject({
      kind: "EQUIPMENT",
      venueKind: null,
      functionAreas: [],
      audience: "COMMITTEE",
      committee: { id: committeeId },
    });
    expect(await calls.resource(id, ANONYMOUS)).toBeNull();
    expect(await calls.resource(id, calls.stranger)).toBeNull();
    expect(await calls.told(id)).toEqual(["SHARED"]);
    expect(await calls.changesOf(id, "updateResource")).toEqual(
      expect.arrayContaining([
        { field: "kind", before: "VENUE", after: "EQUIPMENT" },
        { field: "audience", before: "PUBLIC", after: "COMMITTEE" },
      ]),
    );
    done(
      await setting.call(calls.own, UPDATE, {
        input: { id, title: "投影仪", description: "高清" },
      }),
    );
    expect(await calls.told(id)).toEqual(["SHARED", "CORRECTED"]);
    expect(await calls.correctedOf(id)).toMatchObject([
      { field: "title", after: { text: "投影仪" } },
      { field: "description" },
    ]);
    done(await setting.call(calls.own, UPDATE, { input: { id, title: "投影仪" } }));
    expect(await calls.told(id)).toEqual(["SHARED", "CORRECTED"]);
    const venue = { id, venueKind: "OTHER" };
    expect((await setting.call(calls.own, UPDATE, { input: venue })).code).toBe("BAD_USER_INPUT");
    done(await setting.call(calls.own, UPDATE, { input: { ...venue, kind: "VENUE" } }));
    expect(await calls.resource(id)).toMatchObject({ kind: "VENUE", venueKind: "OTHER" });
  });

  it("is shared only with a committee to which its unit belongs, and changed by its unit alone", async () => {
    const id = await calls.shared();
    const update = async (over: object, viewer = calls.own) =>
      (await setting.call(viewer, UPDATE, { input: { id, ...over } })).code;
    expect(await update({ audience: "COMMITTEE" })).toBe("BAD_USER_INPUT");
    expect(await update({ committeeId: randomUUID() })).toBe("NOT_FOUND");
    expect(await update({ audience: "ALLIANCE" }, setting.secretary)).toBe("FORBIDDEN");
    expect(await update({ audience: "ALLIANCE" }, ANONYMOUS)).toBe("UNAUTHENTICATED");
    expect(await update({ audience: "ALLIANCE" })).toBeUndefined();
  });

  it("goes back on the list where it was withdrawn by mistake", async () => {
    const id = await calls.shared();
    done(await setting.call(calls.own, WITHDRAW, { input: { id, reason: "装修" } }));
    done(await setting.call(calls.own, UPDATE, { input: { id, title: "活动室" } }));
    const other = setting.liaison(setting.units.a);
    expect((await setting.call(other, PUBLISH, { input: { id } })).code).toBe("FORBIDDEN");
    done(await setting.call(calls.own, PUBLISH, { input: { id } }));
    expect(await calls.resource(id, other)).toMatchObject({
      state: "PUBLISHED",
      withdrawReason: null,
    });
  });
});
