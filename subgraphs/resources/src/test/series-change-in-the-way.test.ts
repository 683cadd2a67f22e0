import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CHANGE, book, booked, hours, shared } from "./resource-calls.ts";
import { seriesCalls } from "./series-calls.ts";
import { entries, joined } from "./waiting-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const WEEK = 7 * 24;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  // A Sunday at noon, where the people are.
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const { series, change, datesIn, outcomes, times } = seriesCalls(() => setting);

describe("a series whose dates meet others when it is changed", () => {
  it("moves dates that are in each other's way, though some go forward and some back", async () => {
    const room = await shared(setting);
    // Mondays at midnight, six days each; the last two were moved to their Fridays.
    const { id, bookings } = await series(room, {
      during: hours(setting, 12, 156),
      repeat: { every: "WEEK", count: 3 },
    });
    for (const [booking, from] of [
      [bookings[2], 2 * WEEK + 108],
      [bookings[1], WEEK + 108],
    ] as const) {
      const input = { id: booking, during: hours(setting, from, from + 144) };
      expect((await setting.call(setting.people.b, CHANGE, { input })).message).toBeUndefined();
    }
    // The third one begins on a day that the second one still has.
    const dates = await change(id, { from: "2026-03-02", weekday: 3 });
    expect(outcomes(dates)).toEqual(["CHANGED", "CHANGED", "CHANGED"]);
    expect(await times(room)).toEqual([
      [60, 204],
      [WEEK + 60, WEEK + 204],
      [2 * WEEK + 60, 2 * WEEK + 204],
    ]);
  });

  it("is refused where no date can be changed, also if those that cannot are skipped", async () => {
    const room = await shared(setting);
    const { id } = await series(room, { repeat: { every: "WEEK", count: 2 } });
    for (const week of [0, WEEK])
      await booked(setting, room, { during: hours(setting, week + 7, week + 9) });
    const before = await times(room);
    const answer = await change(id, { startTime: "19:00", onConflict: "SKIP" });
    expect(answer.code).toBe("BOOKING_CONFLICT");
    expect(await times(room)).toEqual(before);
  });

  it("leaves out dates that another unit has by now", async () => {
    const { id, bookings } = await series(await shared(setting));
    await setting.admin.query("update resources.booking set organization_id = $1 where id = $2", [
      setting.units.c,
      bookings[1],
    ]);
    const dates = datesIn(await change(id, { startTime: "19:00" }));
    expect(dates.map(({ booking }) => booking.id)).toEqual(bookings.toSpliced(1, 1));
  });

  it("offers what it holds no longer to whoever waits for it, at once", async () => {
    const room = await shared(setting);
    const { id } = await series(room);
    await joined(setting, "c", { resourceId: room, during: hours(setting, WEEK + 1, WEEK + 2) });
    await joined(setting, "stranger", { resourceId: room, during: hours(setting, 1, 2) });
    await change(id, { from: "2026-03-08", startTime: "19:00" });
    expect(await entries(setting, room)).toMatchObject([
      { state: "OFFERED" },
      { state: "WAITING" },
    ]);
  });

  it("asks where the owner approves, and holds both times until it is decided", async () => {
    const room = await shared(setting, { approval: true });
    const { id, bookings } = await series(room);
    await setting.admin.query(
      "update resources.booking set state = 'CONFIRMED', version = version + 1 where id = any($1::uuid[])",
      [bookings.slice(0, 3)],
    );
    const answer = await change(id, { startTime: "19:00" });
    expect(datesIn(answer).map(({ booking }) => booking)).toMatchObject([
      ...Array.from({ length: 3 }, (_, week) => ({
        state: "REQUESTED",
        previous: hours(setting, week * WEEK + 1, week * WEEK + 3),
      })),
      { state: "REQUESTED", previous: null },
    ]);
    for (const at of [1, 7])
      expect((await book(setting, room, { during: hours(setting, at, at + 1) })).code).toBe(
        "BOOKING_CONFLICT",
      );
    const told = await setting.admin.query<{ type: string }>(
      "select type from activities.notice where record_id = any($1::uuid[]) and type like 'SERIES_CHANGE%'",
      [bookings],
    );
    expect(told.rows).toEqual([{ type: "SERIES_CHANGE_REQUESTED" }]);
  });

  it("leaves what has begun, what is cancelled, and dates for which it is too late", async () => {
    const room = await shared(setting);
    await setting.call(setting.people.a, SET, {
      input: { resourceId: room, bookingRules: { cancelBeforeMinutes: 24 * 60 } },
    });
    const { id } = await series(room);
    setting.clock.now = new Date(setting.clock.now.getTime() + (WEEK - 10) * 3_600_000);
    const answer = await change(id, { startTime: "19:00", onConflict: "SKIP" });
    expect(outcomes(answer)).toEqual(["SKIPPED", "CHANGED", "CHANGED"]);
    expect(datesIn(answer)[0]?.reason).toMatch(/前取消，现已过时/u);
  });
});
