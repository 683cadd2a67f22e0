import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL_SERIES, SERIES, hours, shared } from "./resource-calls.ts";
import { entries, joined } from "./waiting-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const SERIES_OF = `query ($id: ID!) { booking(id: $id) { series { id } } }`;
const WEEK = 7 * 24;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

/** A series of four Sundays of unit b. */
async function series(resourceId: string) {
  const input = {
    resourceId,
    organizationId: setting.units.b,
    during: hours(setting, 1, 3),
    repeat: { every: "WEEK", count: 4 },
  };
  const { data } = await setting.call(setting.people.b, SERIES, { input });
  const { series: made, dates } = data.bookSeries;
  const bookings = dates.map((date: { booking: { id: string } }) => date.booking.id);
  return { id: made.id as string, bookings: bookings as string[] };
}
const cancel = (id: string, over: object = {}, viewer = setting.people.b) =>
  setting.call(viewer, CANCEL_SERIES, { input: { id, reason: "课程结束", ...over } });
const statesOf = async (ids: readonly string[]): Promise<string[]> => {
  const { rows } = await setting.admin.query<{ state: string }>(
    "select state from resources.booking where id = any($1::uuid[]) order by starts_at",
    [ids],
  );
  return rows.map(({ state }) => state);
};

describe("the rest of a series", () => {
  it("is cancelled from a day on: one notice for each unit, and the time goes to who waits", async () => {
    const room = await shared(setting);
    const { id, bookings } = await series(room);
    const during = hours(setting, 2 * WEEK + 1, 2 * WEEK + 2);
    await joined(setting, "c", { resourceId: room, during });
    const { data, message } = await cancel(id, { from: "2026-03-08" });
    expect(message).toBeUndefined();
    const { series: left, cancelled, skipped } = data.cancelSeries;
    expect(left.id).toBe(id);
    expect(cancelled).toEqual(
      bookings.slice(1).map((one) => ({ id: one, state: "CANCELLED", reason: "课程结束" })),
    );
    expect(skipped).toEqual([]);
    expect(await statesOf(bookings)).toEqual(["CONFIRMED", "CANCELLED", "CANCELLED", "CANCELLED"]);
    const told = await setting.admin.query(
      `select type, organization_id as to, (facts->'dates'->>'number')::int as dates from activities.notice
       where record_id = any($1::uuid[]) and type <> 'SERIES_BOOKED'`,
      [bookings],
    );
    expect(told.rows).toEqual([{ type: "SERIES_CANCELLED", to: setting.units.a, dates: 3 }]);
    expect((await entries(setting, room)).map(({ state }) => state)).toEqual(["OFFERED"]);
    const noted = await setting.admin.query<{ n: number }>(
      "select count(*)::int as n from audit.entry where action = 'cancelSeries' and record_id = any($1::text[])",
      [[id, ...bookings]],
    );
    expect(noted.rows[0]?.n).toBe(4);
  });

  it("is by default all that has not begun", async () => {
    const { id, bookings } = await series(await shared(setting));
    setting.clock.now = new Date(setting.clock.now.getTime() + 2 * 3_600_000);
    await cancel(id);
    expect(await statesOf(bookings)).toEqual(["CONFIRMED", "CANCELLED", "CANCELLED", "CANCELLED"]);
    expect(await cancel(id)).toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: { field: "from" },
    });
  });

  it("leaves dates for which it is too late, and says why; the provider may cancel them", async () => {
    const room = await shared(setting);
    await setting.call(setting.people.a, SET, {
      input: { resourceId: room, bookingRules: { cancelBeforeMinutes: 24 * 60 } },
    });
    const { id, bookings } = await series(room);
    const { data } = await cancel(id);
    expect(data.cancelSeries.cancelled).toHaveLength(3);
    expect(data.cancelSeries.skipped).toMatchObject([
      {
        during: hours(setting, 1, 3),
        outcome: "SKIPPED",
        reason: expect.stringMatching(/前取消，现已过时/u),
        booking: { id: bookings[0], state: "CONFIRMED" },
      },
    ]);
    expect((await cancel(id)).code).toBe("ILLEGAL_TRANSITION");
    const byProvider = await cancel(id, {}, setting.people.a);
    expect(byProvider.data.cancelSeries.cancelled).toHaveLength(1);
    const told = await setting.admin.query(
      `select organization_id as to from activities.notice where record_id = $1 and type = 'SERIES_CANCELLED'`,
      [bookings[0]],
    );
    expect(told.rows).toEqual([{ to: setting.units.b }]);
  });

  it("is for both sides and whoever runs the committee, and for nobody else", async () => {
    const { committeeId, people } = setting;
    const { id, bookings } = await series(
      await shared(setting, { audience: "COMMITTEE", committeeId }),
    );
    expect((await cancel(id, {}, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [people.c, people.stranger])
      expect((await cancel(id, {}, viewer)).code).toBe("NOT_FOUND");
    expect((await cancel("x")).code).toBe("NOT_FOUND");
    expect((await cancel(id, { version: 3 })).code).toBe("CONFLICT");
    const seen = await setting.call(people.secretary, SERIES_OF, { id: bookings[0] });
    expect(seen.data.booking.series).toEqual({ id });
    expect((await cancel(id, { from: "2026-03-22" }, people.secretary)).code).toBeUndefined();
    expect((await cancel(id, { from: "2026-03-15" }, people.a)).code).toBeUndefined();
    expect(await statesOf(bookings)).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED", "CANCELLED"]);
  });

  it("is done once for one key, and needs a reason", async () => {
    const { id } = await series(await shared(setting));
    setting.clock.now = new Date("2026-03-01T04:10:00Z");
    const input = { idempotencyKey: `cancel ${id}` };
    const first = await cancel(id, input);
    expect(first.data.cancelSeries.series).toEqual({ id, version: 2 });
    expect((await cancel(id, input)).data).toEqual(first.data);
    expect((await cancel(id, { reason: "" })).code).toBe("BAD_USER_INPUT");
  });
});
