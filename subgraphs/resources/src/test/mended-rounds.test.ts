import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { done, mendedCalls } from "./mended-calls.ts";
import { CLOSE_ROUND, POST } from "./resource-calls.ts";

const UPDATE_ROUND = `mutation ($input: UpdateCollectionRoundInput!) {
  updateCollectionRound(input: $input) { collectionRound { id state title opensOn closesOn version } } }`;
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

describe("a call for lists", () => {
  const update = (id: string, over: object, viewer = setting.secretary) =>
    setting.call(viewer, UPDATE_ROUND, { input: { id, ...over } });

  it("changes its title and its days; its units are told once", async () => {
    const id = await calls.opened();
    const { data } = await update(id, { title: "下半年清单", closesOn: "2026-12-31" });
    expect(data.updateCollectionRound.collectionRound).toMatchObject({
      title: "下半年清单",
      opensOn: "2026-02-01",
      closesOn: "2026-12-31",
      state: "OPEN",
    });
    expect(await calls.changesOf(id, "updateCollectionRound")).toContainEqual(
      expect.objectContaining({ field: "title", after: "下半年清单" }),
    );
    done(await update(id, { title: "下半年清单" }));
    const { rows } = await setting.admin.query(
      "select count(*)::int as count from activities.notice where record_id = $1 and type = 'CHANGED' and organization_id = $2",
      [id, setting.units.b],
    );
    expect(rows[0].count).toBe(1);
    expect(await calls.correctedOf(id)).toMatchObject([
      { field: "title", after: { text: "下半年清单" } },
      { field: "closesOn", after: { day: "2026-12-31" } },
    ]);
  });

  it("is open again where it was closed by mistake or is over, with a last day ahead", async () => {
    const id = await calls.opened();
    done(await setting.call(setting.secretary, CLOSE_ROUND, { input: { id } }));
    expect(
      (await update(id, { title: "清单" })).data.updateCollectionRound.collectionRound.state,
    ).toBe("CLOSED");
    done(await update(id, { closesOn: "2026-07-01" }));
    done(
      await setting.call(calls.own, POST, {
        input: {
          organizationId: setting.units.b,
          title: "缺书桌",
          kind: "WISH",
          audience: "ALLIANCE",
          committeeId: setting.committeeId,
          collectionRoundId: id,
        },
      }),
    );
    setting.clock.now = new Date("2026-08-01T04:00:00Z");
    const again = await update(id, { closesOn: "2026-08-31" });
    expect(again.data.updateCollectionRound.collectionRound.state).toBe("OPEN");
  });

  it("stays closed, or over, when a client sends the days that it has", async () => {
    const id = await calls.opened();
    done(await setting.call(setting.secretary, CLOSE_ROUND, { input: { id } }));
    const days = { opensOn: "2026-02-01", closesOn: "2026-06-30" };
    const state = async (over: object) =>
      done(await update(id, { ...days, ...over })).updateCollectionRound.collectionRound.state;
    expect(await state({ title: "清单" })).toBe("CLOSED");
    setting.clock.now = new Date("2026-08-01T04:00:00Z");
    expect(await state({ title: "上半年清单" })).toBe("CLOSED");
    expect(await state({ closesOn: "2026-08-31" })).toBe("OPEN");
  });

  it("is changed by whoever runs its committee, within its rules", async () => {
    const id = await calls.opened();
    expect((await update(id, { title: "清单" }, calls.own)).code).toBe("FORBIDDEN");
    expect((await update(id, { title: "清单" }, calls.stranger)).code).toBe("NOT_FOUND");
    expect((await update(id, { title: "清单" }, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await update(id, { title: " " })).code).toBe("BAD_USER_INPUT");
    expect((await update(id, { closesOn: "2026-02-28" })).code).toBe("BAD_USER_INPUT");
    expect((await update(id, { opensOn: "2026-07-01" })).code).toBe("BAD_USER_INPUT");
    expect((await update(id, { title: "清单", version: 9 })).code).toBe("CONFLICT");
  });
});
