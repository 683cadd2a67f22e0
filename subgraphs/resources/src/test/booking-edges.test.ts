import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  BOOK,
  CANCEL,
  CHANGE,
  RESOURCES,
  SERIES,
  WITHDRAW,
  book,
  booked,
  hours,
  shared,
} from "./resource-calls.ts";
import { ACCEPT, entries, joined } from "./waiting-calls.ts";

/*
 * What the users of booking systems report as faults: days and years that end, rules that change beneath a booking, and
 * clicks that come twice.
 */

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;
const LIFT = `mutation ($input: LiftBlockingInput!) { liftBlocking(input: $input) { blocking { id } } }`;
const DAYS = [1, 2, 3, 4, 5, 6, 7];

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const set = (resourceId: string, input: object) =>
  setting.call(setting.people.a, SET, { input: { resourceId, ...input } });
const change = (id: string, input: object) =>
  setting.call(setting.people.b, CHANGE, { input: { id, ...input } });
const local = (from: string, to: string) => ({ start: `${from}:00+08:00`, end: `${to}:00+08:00` });
/** What the last steps told about bookings and waiting entries, as types, oldest first. */
async function toldSince(number: number): Promise<string[]> {
  const { rows } = await setting.admin.query<{ told: string }>(
    "select noun || '.' || type as told from activities.notice where number > $1 order by number",
    [number],
  );
  return rows.map(({ told }) => told);
}
async function lastNumber(): Promise<number> {
  const { rows } = await setting.admin.query<{ number: number }>(
    "select coalesce(max(number), 0)::int as number from activities.notice",
  );
  return rows[0]?.number ?? 0;
}

describe("days, months and years that end", () => {
  it("let a booking pass midnight where the hours of both days do, on whole slots of the day", async () => {
    const resourceId = await shared(setting);
    const openingHours = DAYS.flatMap((weekday) => [
      { weekday, from: "18:00", to: "24:00" },
      { weekday, from: "00:00", to: "02:00" },
    ]);
    await set(resourceId, { openingHours, bookingRules: { slotMinutes: 45 } });
    const late = local("2026-03-03T21:00", "2026-03-04T01:30");
    expect((await book(setting, resourceId, { during: late })).code).toBeUndefined();
    const later = local("2026-03-05T21:00", "2026-03-06T02:15");
    expect((await book(setting, resourceId, { during: later })).code).toBe("BOOKING_CONFLICT");
  });

  it("let whole days be booked where it is open around the clock", async () => {
    const resourceId = await shared(setting);
    const openingHours = DAYS.map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));
    await set(resourceId, { openingHours });
    const days = local("2026-03-03T00:00", "2026-03-05T00:00");
    expect((await book(setting, resourceId, { during: days })).code).toBeUndefined();
  });

  it("carry a series into the next year, as far as bookings can be made", async () => {
    const resourceId = await shared(setting);
    const answer = await setting.call(setting.people.b, SERIES, {
      input: {
        resourceId,
        organizationId: setting.units.b,
        during: local("2026-12-24T19:00", "2026-12-24T20:00"),
        repeat: { every: "WEEK", count: 17 },
        onConflict: "SKIP",
      },
    });
    const dates = answer.data.bookSeries.dates as { outcome: string; during: { start: string } }[];
    expect(dates.slice(0, 3).map(({ during }) => during.start)).toEqual(
      ["2026-12-24", "2026-12-31", "2027-01-07"].map((day) => `${day}T11:00:00.000Z`),
    );
    // 400 days ahead is 5 April of the next year.
    const skipped = dates.filter(({ outcome }) => outcome === "SKIPPED");
    expect(skipped.map(({ during }) => during.start.slice(0, 10))).toEqual([
      "2027-04-08",
      "2027-04-15",
    ]);
  });

  it.each([
    [
      "29 February of a year without one",
      local("2027-02-29T08:00", "2027-02-29T09:00"),
      "DateTime",
    ],
    ["24:00", local("2026-03-03T20:00", "2026-03-03T24:00"), "DateTime"],
    ["the year 2100", local("2100-01-04T08:00", "2100-01-04T09:00"), "400 days ahead"],
    ["no time at all", local("2026-03-03T20:00", "2026-03-03T20:00"), "not after its start"],
    [
      "an end before the start",
      local("2026-03-03T20:00", "2026-03-03T19:00"),
      "not after its start",
    ],
    ["yesterday", local("2026-02-28T20:00", "2026-02-28T21:00"), "in the past"],
  ])("refuse %s in words", async (_what, during, words) => {
    const resourceId = await shared(setting);
    const { code, message } = await book(setting, resourceId, { during });
    expect({ code, message }).toEqual({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining(words),
    });
  });

  it("are one instant, whichever offset it is written with", async () => {
    const resourceId = await shared(setting);
    await booked(setting, resourceId, { during: local("2026-03-03T20:00", "2026-03-03T21:00") });
    const during = { start: "2026-03-03T12:30:00Z", end: "2026-03-03T06:00:00-07:00" };
    expect((await book(setting, resourceId, { during })).code).toBe("BOOKING_CONFLICT");
    const next = { start: "2026-03-03T13:00:00Z", end: "2026-03-03T06:30:00-07:00" };
    expect((await book(setting, resourceId, { during: next })).code).toBeUndefined();
  });

  it.each([22, 23, 30])("find what is free for %i days", async (days) => {
    const resourceId = await shared(setting);
    const openingHours = DAYS.map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));
    await set(resourceId, { openingHours });
    const during = hours(setting, 1, days * 24);
    const freeIn = async () => {
      const filter = { freeDuring: during, providerId: setting.units.a };
      const { data } = await setting.call(setting.people.b, RESOURCES, { filter, first: 100 });
      return (data.resources.nodes as { id: string }[]).some(({ id }) => id === resourceId);
    };
    expect(await freeIn()).toBe(true);
    expect((await book(setting, resourceId, { during })).code).toBeUndefined();
    expect(await freeIn()).toBe(false);
  });
});

describe("rules that change beneath a booking", () => {
  it("leave it as it is; its purpose can be put better, and it can be cancelled", async () => {
    const resourceId = await shared(setting);
    const during = local("2026-03-03T20:00", "2026-03-03T21:00");
    const id = await booked(setting, resourceId, { during });
    await set(resourceId, { openingHours: [{ weekday: 1, from: "09:00", to: "17:00" }] });
    expect((await change(id, { purpose: "读书会" })).code).toBeUndefined();
    expect((await change(id, { during: hours(setting, 60, 61) })).code).toBe("BOOKING_CONFLICT");
    const cancelled = await setting.call(setting.people.b, CANCEL, {
      input: { id, reason: "改期" },
    });
    expect(cancelled.code).toBeUndefined();
  });

  it("never keep anybody from giving back a part of it", async () => {
    const resourceId = await shared(setting, { capacity: 3 });
    const id = await booked(setting, resourceId, { during: hours(setting, 30, 32), quantity: 3 });
    await set(resourceId, { bookingRules: { minNoticeMinutes: 48 * 60 } });
    expect((await change(id, { quantity: 2 })).code).toBeUndefined();
    // More than it has needs the notice.
    expect((await change(id, { quantity: 3 })).code).toBe("BAD_USER_INPUT");
  });

  it("tell a unit that it can come again only once nothing blocks its time any more", async () => {
    const resourceId = await shared(setting);
    await booked(setting, resourceId, { during: hours(setting, 30, 32) });
    const before = await lastNumber();
    const block = async (from: number, to: number): Promise<string> => {
      const input = { resourceId, during: hours(setting, from, to), reason: "维修" };
      const { data } = await setting.call(setting.people.a, BLOCK, { input });
      return String(data.blockResource.blocking.id);
    };
    const lift = (id: string) => setting.call(setting.people.a, LIFT, { input: { id } });
    const [one, two] = [await block(29, 40), await block(25, 31)];
    await lift(one);
    expect(await toldSince(before)).toEqual(["Booking.BLOCKED", "Booking.BLOCKED"]);
    await lift(two);
    expect((await toldSince(before)).slice(2)).toEqual(["Booking.UNBLOCKED"]);
  });

  it("tell a unit with an open offer that the room is gone, not that it was late", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 30, 31);
    const id = await booked(setting, resourceId, { during });
    const entry = await joined(setting, "c", { resourceId, during });
    await setting.call(setting.people.b, CANCEL, { input: { id, reason: "改期" } });
    const before = await lastNumber();
    const gone = { id: resourceId, reason: "装修" };
    await setting.call(setting.people.a, WITHDRAW, { input: gone });
    const accepted = await setting.call(setting.people.c, ACCEPT, { input: { id: entry } });
    expect(accepted.code).toBe("ILLEGAL_TRANSITION");
    await setting.moveWaitingOn();
    expect(await toldSince(before)).toContain("WaitingEntry.IN_VAIN");
    expect(await toldSince(before)).not.toContain("WaitingEntry.LAPSED");
    expect(await entries(setting, resourceId)).toMatchObject([{ state: "LAPSED" }]);
  });
});

describe("what is done twice", () => {
  it("books, joins and accepts once for one key", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 30, 31);
    const once = { resourceId, organizationId: setting.units.b, during, idempotencyKey: "twice" };
    const twice = await Promise.all(
      [1, 2].map(() => setting.call(setting.people.b, BOOK, { input: once })),
    );
    const [first, second] = twice.map(({ data }) => data.bookResource.booking.id as string);
    expect(first).toBe(second);
    const wish = { resourceId, during, idempotencyKey: "joins" };
    const entry = await joined(setting, "c", wish);
    expect(await joined(setting, "c", wish)).toBe(entry);
    await setting.call(setting.people.b, CANCEL, { input: { id: first, reason: "改期" } });
    const accept = () =>
      setting.call(setting.people.c, ACCEPT, { input: { id: entry, idempotencyKey: "accepts" } });
    const accepted = await accept();
    expect(await accept()).toEqual(accepted);
  });

  it("is not offered again to whoever accepted and then cancelled", async () => {
    const resourceId = await shared(setting);
    const during = hours(setting, 30, 31);
    const id = await booked(setting, resourceId, { during });
    const entry = await joined(setting, "c", { resourceId, during });
    await setting.call(setting.people.b, CANCEL, { input: { id, reason: "改期" } });
    const accepted = await setting.call(setting.people.c, ACCEPT, { input: { id: entry } });
    const own = String(accepted.data.acceptOffer.entry.booking.id);
    await setting.call(setting.people.c, CANCEL, { input: { id: own, reason: "改期" } });
    await setting.moveWaitingOn();
    expect(await entries(setting, resourceId)).toMatchObject([{ state: "BOOKED" }]);
    expect((await book(setting, resourceId, { during })).code).toBeUndefined();
  });
});

it("moves the other lists on where something is wrong with one", async () => {
  const during = hours(setting, 30, 31);
  const rooms = [await shared(setting), await shared(setting)].toSorted();
  for (const resourceId of rooms) {
    const id = await booked(setting, resourceId, { during });
    await joined(setting, "c", { resourceId, during });
    await setting.admin.query(
      "update resources.booking set state = 'CANCELLED', reason = '改期' where id = $1",
      [id],
    );
  }
  await setting.admin.query(
    `create function resources.break_list() returns trigger language plpgsql as $$
       begin if new.resource_id = '${rooms[0]}' then raise 'broken'; end if; return new; end $$`,
  );
  await setting.admin.query(
    `create trigger break_list before update on resources.waiting_entry
       for each row execute function resources.break_list()`,
  );
  await expect(setting.moveWaitingOn()).rejects.toThrow("1 waiting lists stay");
  await setting.admin.query("drop trigger break_list on resources.waiting_entry");
  expect(await entries(setting, rooms[1] ?? "")).toMatchObject([{ state: "OFFERED" }]);
  expect(await entries(setting, rooms[0] ?? "")).toMatchObject([{ state: "WAITING" }]);
});
