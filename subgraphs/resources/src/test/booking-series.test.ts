import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CANCEL, SERIES, book, booked, hours, shared } from "./resource-calls.ts";
import { joined } from "./waiting-calls.ts";

const SERIES_OF = `query ($id: ID!) { booking(id: $id) { series { id every interval bookings(first: 100) { nodes { id state } } } } }`;

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

const WEEK = 7 * 24;
const bookSeries = (
  resourceId: string,
  over: object = {},
  viewer = setting.liaison(setting.units.b),
) =>
  setting.call(viewer, SERIES, {
    input: {
      resourceId,
      organizationId: setting.units.b,
      during: hours(setting, 1, 3),
      repeat: { every: "WEEK", count: 4 },
      ...over,
    },
  });
interface SeriesDate {
  readonly outcome: string;
  readonly reason: string | null;
  readonly booking: { readonly id: string } | null;
}
const datesIn = (answer: Awaited<ReturnType<typeof bookSeries>>): SeriesDate[] =>
  answer.data.bookSeries.dates as SeriesDate[];
const bookingsOf = async (id: string): Promise<number> => {
  const sql =
    "select count(*)::int as n from resources.booking where resource_id = $1 and state <> 'CANCELLED'";
  const { rows } = await setting.admin.query<{ n: number }>(sql, [id]);
  return rows[0]?.n ?? -1;
};

describe("a series", () => {
  it("books every date, each on its own feet, and tells the provider once", async () => {
    const id = await shared(setting);
    const answer = await bookSeries(id, { purpose: "党课" });
    const dates = datesIn(answer);
    expect(dates.map(({ outcome }) => outcome)).toEqual(["BOOKED", "BOOKED", "BOOKED", "BOOKED"]);
    const ids = dates.map(({ booking }) => String(booking?.id));
    const liaison = setting.liaison(setting.units.b);
    await setting.call(liaison, CANCEL, { input: { id: ids[1], reason: "停课" } });
    expect((await book(setting, id, { during: hours(setting, WEEK + 1, WEEK + 3) })).code).toBe(
      undefined,
    );
    expect((await book(setting, id, { during: hours(setting, 2 * WEEK, 2 * WEEK + 2) })).code).toBe(
      "BOOKING_CONFLICT",
    );
    const { series } = (await setting.call(liaison, SERIES_OF, { id: ids[0] })).data.booking;
    expect(series).toMatchObject({
      id: answer.data.bookSeries.series.id,
      every: "WEEK",
      interval: 1,
    });
    expect(series.bookings.nodes.map((one: { id: string }) => one.id)).toEqual(ids);
    const stranger = setting.liaison(setting.units.c);
    expect(
      (await setting.call(stranger, SERIES_OF, { id: ids[0] })).data.booking.series,
    ).toBeNull();
    const notices = await setting.admin.query<{ type: string; dates: number }>(
      "select type, (facts->'dates'->>'number')::int as dates from activities.notice where record_id = any($1::uuid[]) and type like 'SERIES%'",
      [ids],
    );
    expect(notices.rows).toEqual([{ type: "SERIES_BOOKED", dates: 4 }]);
  });

  it("shows in a preview what each date would give, and writes nothing", async () => {
    const id = await shared(setting);
    await booked(setting, id, { during: hours(setting, WEEK, WEEK + 2) });
    const answer = await bookSeries(id, { preview: true });
    expect(answer.data.bookSeries.series).toBeNull();
    expect(datesIn(answer).map(({ outcome }) => outcome)).toEqual([
      "WOULD_BOOK",
      "SKIPPED",
      "WOULD_BOOK",
      "WOULD_BOOK",
    ]);
    expect(datesIn(answer)[1]?.reason).toMatch(/已被.*预约/u);
    expect(await bookingsOf(id)).toBe(1);
  });

  it("foretells what those who wait get first, and what of them has lapsed, as the booking has it", async () => {
    const id = await shared(setting);
    const outcomes = async (over: object) =>
      datesIn(await bookSeries(id, { onConflict: "SKIP", ...over })).map(({ outcome }) => outcome);
    const taken = await booked(setting, id, { during: hours(setting, WEEK + 1, WEEK + 3) });
    await joined(setting, "c", { resourceId: id, during: hours(setting, WEEK + 1, WEEK + 3) });
    // It is free by a way that has told nobody yet.
    await setting.admin.query("update resources.booking set state = 'CANCELLED' where id = $1", [
      taken,
    ]);
    const without = ["WOULD_BOOK", "SKIPPED", "WOULD_BOOK", "WOULD_BOOK"];
    expect(await outcomes({ preview: true })).toEqual(without);
    await setting.moveWaitingOn();
    expect(await outcomes({ preview: true })).toEqual(without);
    // The offer has lapsed, and nobody has moved the list on.
    setting.clock.now = new Date(setting.clock.now.getTime() + 25 * 3_600_000);
    const during = hours({ clock: { now: new Date("2026-03-01T04:00:00Z") } }, WEEK + 1, WEEK + 3);
    expect(await outcomes({ preview: true, during })).toEqual(Array(4).fill("WOULD_BOOK"));
    expect(await outcomes({ during })).toEqual(Array(4).fill("BOOKED"));
  });

  it("refuses all for one date that cannot be had, naming it, or skips it", async () => {
    const id = await shared(setting);
    await booked(setting, id, { during: hours(setting, WEEK, WEEK + 2) });
    const failed = await bookSeries(id);
    expect(failed.code).toBe("BOOKING_CONFLICT");
    expect(failed.extensions?.["date"]).toEqual(hours(setting, WEEK + 1, WEEK + 3));
    expect(await bookingsOf(id)).toBe(1);
    const skipped = await bookSeries(id, { onConflict: "SKIP" });
    expect(datesIn(skipped).map(({ outcome }) => outcome)).toEqual([
      "BOOKED",
      "SKIPPED",
      "BOOKED",
      "BOOKED",
    ]);
    expect((await bookSeries(id, { onConflict: "SKIP" })).code).toBe("BOOKING_CONFLICT");
    expect(await bookingsOf(id)).toBe(4);
  });

  it("skips months without that day, and says so", async () => {
    const id = await shared(setting);
    const during = { start: "2026-03-31T02:00:00Z", end: "2026-03-31T04:00:00Z" };
    const answer = await bookSeries(id, { during, repeat: { every: "MONTH", count: 2 } });
    expect(datesIn(answer).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["BOOKED", null],
      ["SKIPPED", "2026-04 没有这一天。"],
      ["BOOKED", null],
    ]);
  });

  it("is the same for a repeated call", async () => {
    const id = await shared(setting);
    const over = { idempotencyKey: `series ${id}` };
    const first = await bookSeries(id, over);
    expect((await bookSeries(id, over)).data).toEqual(first.data);
    expect(await bookingsOf(id)).toBe(4);
  });

  it("is for the liaison of the unit that books", async () => {
    const id = await shared(setting);
    for (const preview of [true, false])
      for (const [viewer, code] of [
        [ANONYMOUS, "UNAUTHENTICATED"],
        [setting.liaison(setting.units.a), "FORBIDDEN"],
        [setting.secretary, "FORBIDDEN"],
      ] as const)
        expect((await bookSeries(id, { preview }, viewer)).code).toBe(code);
  });

  it.each([
    ["neither an end nor a number", { repeat: { every: "WEEK" } }],
    ["both", { repeat: { every: "WEEK", count: 2, until: "2026-04-01" } }],
    ["201 dates", { repeat: { every: "WEEK", count: 201 } }],
    ["an end that gives more", { repeat: { every: "WEEK", until: "2030-04-01" } }],
    ["an end before the first", { repeat: { every: "WEEK", until: "2026-02-01" } }],
    [
      "a date of a week",
      { during: { start: "2026-03-02T00:00:00Z", end: "2026-03-09T00:00:00Z" } },
    ],
    ["more than there is", { quantity: 2 }],
  ])("refuses %s", async (_what, over) => {
    expect((await bookSeries(await shared(setting), over)).code).toBe("BAD_USER_INPUT");
  });
});
