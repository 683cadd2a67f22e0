import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { BASKET, SHARE, booked, hours, shared, shareInput } from "./resource-calls.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const basket = (items: object[], over: object = {}, viewer = setting.liaison(setting.units.b)) =>
  setting.call(viewer, BASKET, {
    input: { organizationId: setting.units.b, during: hours(setting, 1, 2), items, ...over },
  });
/** A room of another unit. */
async function ofC(over: object = {}): Promise<string> {
  const { c } = setting.units;
  const input = { ...shareInput(setting, over), providerId: c };
  const answer = await setting.call(setting.liaison(c), SHARE, { input });
  return String(answer.data.shareResource.resource.id);
}
const stored = async (ids: readonly string[]): Promise<number> => {
  const sql =
    "select count(*)::int as n from resources.booking where resource_id = any($1::uuid[])";
  const { rows } = await setting.admin.query<{ n: number }>(sql, [ids]);
  return rows[0]?.n ?? -1;
};

describe("a basket", () => {
  it("books several resources of several owners, and each owner is told", async () => {
    const [one, other] = [await shared(setting), await ofC({ capacity: 5, approval: true })];
    const items = [{ resourceId: other, quantity: 3 }, { resourceId: one }];
    const { data } = await basket(items, { purpose: "联席会议" });
    const { bookings } = data.bookBasket;
    expect(bookings).toMatchObject([
      { state: "REQUESTED", quantity: 3, resource: { id: other } },
      { state: "CONFIRMED", quantity: 1, resource: { id: one } },
    ]);
    const ids = bookings.map(({ id }: { id: string }) => id);
    const told = await setting.admin.query<{ type: string }>(
      "select type from activities.notice where record_id = any($1::uuid[]) order by type",
      [ids],
    );
    expect(told.rows.map(({ type }) => type)).toEqual(["BOOKED", "REQUESTED"]);
    const noted = await setting.admin.query<{ n: number }>(
      "select count(*)::int as n from audit.entry where action = 'bookBasket' and record_id = any($1::text[])",
      [ids],
    );
    expect(noted.rows[0]?.n).toBe(2);
  });

  it("books none if one cannot be had, and tells all that is wrong with its place", async () => {
    const ids = [await shared(setting), await ofC(), await ofC(), await shared(setting)];
    await booked(setting, String(ids[1]), { during: hours(setting, 1, 2) });
    const items = ids.map((resourceId, place) => ({ resourceId, quantity: place === 2 ? 2 : 1 }));
    const answer = await basket(items);
    expect(answer.code).toBe("BAD_USER_INPUT");
    const faults = (answer.extensions?.["faults"] ?? []) as { path: unknown[]; code: string }[]; // as errors give them
    expect(faults.map(({ path, code }) => [path.slice(1), code])).toEqual([
      [["items", 1, "resourceId"], "BOOKING_CONFLICT"],
      [["items", 2, "quantity"], "BAD_USER_INPUT"],
    ]);
    expect(await stored(ids)).toBe(1);
    const one = await basket(items.slice(0, 2));
    expect(one).toMatchObject({ code: "BOOKING_CONFLICT" });
  });

  it("is done once for one key", async () => {
    const ids = [await shared(setting), await ofC()];
    const items = ids.map((resourceId) => ({ resourceId }));
    const over = { idempotencyKey: `basket ${ids[0]}` };
    const first = await basket(items, over);
    expect((await basket(items, over)).data).toEqual(first.data);
    expect(await stored(ids)).toBe(2);
  });

  it("never waits for itself: two that name the same rooms in other orders", async () => {
    const ids = [await ofC({ capacity: 30 }), await shared(setting, { capacity: 30 })];
    const items = ids.map((resourceId) => ({ resourceId }));
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, turn) => basket(turn % 2 ? items : items.toReversed())),
    );
    expect(answers.map(({ code }) => code)).toEqual(answers.map(() => undefined));
  });

  it("is for the liaison of the unit that books", async () => {
    const items = [{ resourceId: await shared(setting) }];
    for (const [viewer, code] of [
      [ANONYMOUS, "UNAUTHENTICATED"],
      [setting.liaison(setting.units.a), "FORBIDDEN"],
      [setting.secretary, "FORBIDDEN"],
    ] as const)
      expect((await basket(items, {}, viewer)).code).toBe(code);
  });

  it("has 1 to 20 resources, each once, that the viewer may see", async () => {
    const resourceId = await shared(setting);
    expect((await basket([])).code).toBe("BAD_USER_INPUT");
    expect((await basket([{ resourceId }, { resourceId }])).code).toBe("BAD_USER_INPUT");
    const many = Array.from({ length: 21 }, () => ({ resourceId }));
    expect((await basket(many)).code).toBe("BAD_USER_INPUT");
    expect((await basket([{ resourceId: "x" }])).code).toBe("NOT_FOUND");
    expect(await stored([resourceId])).toBe(0);
  });
});
