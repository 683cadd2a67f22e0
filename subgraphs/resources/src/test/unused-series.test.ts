import { ANONYMOUS } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  CANCEL,
  CANCEL_SERIES,
  KEEP_SERIES,
  RECORD_USE,
  SERIES,
  booked,
  hours,
  shared,
} from "./resource-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const START = Date.parse("2026-03-01T04:00:00Z");
const WEEK_MS = 7 * 86_400_000;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date(START);
});

/** A series of five Sundays of unit b, 13:00 to 15:00, of which so many weeks have passed. */
async function series(weeks: number, rules: object = {}) {
  const resourceId = await shared(setting);
  const venue = { resourceId, bookingRules: rules };
  await setting.call(setting.people.a, SET, { input: venue });
  const input = {
    resourceId,
    organizationId: setting.units.b,
    during: hours(setting, 1, 3),
    repeat: { every: "WEEK", count: 5 },
  };
  const { data } = await setting.call(setting.people.b, SERIES, { input });
  const { series: made, dates } = data.bookSeries;
  const bookings = dates.map((date: { booking: { id: string } }) => date.booking.id) as string[];
  setting.clock.now = new Date(START + weeks * WEEK_MS);
  return { id: made.id as string, bookings };
}
const recordUse = (id: string | undefined, used: boolean, viewer = setting.people.a) =>
  setting.call(viewer, RECORD_USE, { input: { id, used } });
const keep = (id: string, viewer = setting.people.b) =>
  setting.call(viewer, KEEP_SERIES, { input: { id } });
const told = async (ids: readonly string[]) => {
  const { rows } = await setting.admin.query(
    `select type, organization_id as to from activities.notice
     where record_id = any($1::uuid[]) and type not in ('SERIES_BOOKED', 'NOT_USED', 'DONE') order by number`,
    [ids],
  );
  return rows;
};
/** Until when an answer is asked for, as a side of one of its bookings sees it. */
const answerBy = async (booking: string | undefined, viewer = setting.people.b) => {
  const asked = "query ($id: ID!) { booking(id: $id) { series { answerBy } } }";
  const { data } = await setting.call(viewer, asked, { id: booking });
  return data.booking.series?.answerBy as string | null | undefined;
};
const tasks = async (id: string) => {
  const { rows } = await setting.admin.query(
    `select state, organization_id as to, due_at as due, (facts->'dates'->>'number')::int as dates
     from activities.task where record_id = $1 and kind = 'KEEP_SERIES' order by settled_at nulls last, id`,
    [id],
  );
  return rows;
};

describe("whether a booking was used", () => {
  it("is recorded by the provider once its time is over, told, and mended", async () => {
    const id = await booked(setting, await shared(setting), { during: hours(setting, 1, 2) });
    expect((await recordUse(id, false)).code).toBe("ILLEGAL_TRANSITION");
    setting.clock.now = new Date(START + WEEK_MS);
    for (const [viewer, code] of [
      [ANONYMOUS, "UNAUTHENTICATED"],
      [setting.people.b, "FORBIDDEN"],
      [setting.people.c, "FORBIDDEN"],
      [setting.secretary, "FORBIDDEN"],
    ] as const)
      expect((await recordUse(id, false, viewer)).code).toBe(code);
    const answered = async (used: boolean) =>
      (await recordUse(id, used)).data.recordUse.booking as object;
    expect(await answered(false)).toEqual({ id, state: "CONFIRMED", used: false });
    expect(await answered(true)).toEqual({ id, state: "DONE", used: true });
    expect(await answered(false)).toEqual({ id, state: "DONE", used: false });
    const { rows } = await setting.admin.query(
      "select type, organization_id as to from activities.notice where record_id = $1 and type <> 'BOOKED' order by number",
      [id],
    );
    const to = setting.units.b;
    expect(rows).toEqual([
      { type: "NOT_USED", to },
      { type: "DONE", to },
      { type: "NOT_USED", to },
    ]);
    const seen = async (viewer = setting.people.b) =>
      (await setting.call(viewer, "query ($id: ID!) { booking(id: $id) { used } }", { id })).data
        .booking.used;
    expect([await seen(), await seen(setting.people.a)]).toEqual([false, false]);
    expect(await seen(setting.people.c)).toBeNull();
  });

  it("is not recorded of what was cancelled", async () => {
    const id = await booked(setting, await shared(setting), { during: hours(setting, 1, 2) });
    await setting.call(setting.people.b, CANCEL, { input: { id, reason: "改期" } });
    setting.clock.now = new Date(START + WEEK_MS);
    expect((await recordUse(id, true)).code).toBe("ILLEGAL_TRANSITION");
  });
});

describe("a series to which nobody comes", () => {
  it("is asked about after two dates running, until the next can last be cancelled", async () => {
    const { id, bookings } = await series(3, { cancelBeforeMinutes: 60 });
    await recordUse(bookings[0], false);
    await recordUse(bookings[2], false);
    expect(await tasks(id)).toEqual([]);
    await recordUse(bookings[1], false);
    const to = setting.units.b;
    const due = new Date(START + 3 * WEEK_MS);
    // The next one could be cancelled until now; so the one after it counts.
    const later = new Date(due.getTime() + WEEK_MS);
    expect(await tasks(id)).toEqual([{ state: "OPEN", to, due: later, dates: 2 }]);
    expect(await told(bookings)).toEqual([{ type: "SERIES_UNUSED", to }]);
    for (const viewer of [setting.people.a, setting.people.b])
      expect(await answerBy(bookings[0], viewer)).toEqual(later.toISOString());
    expect(await answerBy(bookings[0], setting.people.c)).toBeUndefined();
    // Once is enough.
    await recordUse(bookings[2], false);
    expect(await told(bookings)).toHaveLength(1);
  });

  it("is not, if somebody came in between, it is no series, or nothing is left of it", async () => {
    const { id, bookings } = await series(3);
    await recordUse(bookings[0], false);
    await recordUse(bookings[1], true);
    await recordUse(bookings[2], false);
    expect(await tasks(id)).toEqual([]);
    const over = await series(5);
    await recordUse(over.bookings[3], false);
    await recordUse(over.bookings[4], false);
    expect(await tasks(over.id)).toEqual([]);
    expect((await keep(id)).code).toBe("ILLEGAL_TRANSITION");
  });

  it("is asked about no longer once the record is mended", async () => {
    const { id, bookings } = await series(2);
    for (const one of bookings.slice(0, 2)) await recordUse(one, false);
    expect(await tasks(id)).toMatchObject([{ state: "OPEN" }]);
    await recordUse(bookings[1], true);
    expect(await tasks(id)).toMatchObject([{ state: "LAPSED" }]);
    await recordUse(bookings[1], false);
    expect(await tasks(id)).toMatchObject([{ state: "LAPSED" }, { state: "OPEN" }]);
  });

  it("is kept by its unit: the provider is told, and the count begins again", async () => {
    const { id, bookings } = await series(2);
    for (const one of bookings.slice(0, 2)) await recordUse(one, false);
    expect((await keep(id, ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    expect((await keep(id, setting.people.c)).code).toBe("NOT_FOUND");
    for (const viewer of [setting.people.a])
      expect((await keep(id, viewer)).code).toBe("FORBIDDEN");
    expect(await answerBy(bookings[0])).not.toBeNull();
    expect((await keep(id)).code).toBeUndefined();
    expect(await answerBy(bookings[0])).toBeNull();
    expect((await keep(id)).code).toBe("ILLEGAL_TRANSITION");
    expect(await tasks(id)).toMatchObject([{ state: "DONE" }]);
    expect(await told(bookings)).toEqual([
      { type: "SERIES_UNUSED", to: setting.units.b },
      { type: "SERIES_KEPT", to: setting.units.a },
    ]);
    setting.clock.now = new Date(START + 3 * WEEK_MS);
    await recordUse(bookings[2], false);
    expect(await tasks(id)).toHaveLength(1);
    setting.clock.now = new Date(START + 4 * WEEK_MS);
    await recordUse(bookings[3], false);
    expect(await tasks(id)).toMatchObject([{ state: "DONE" }, { state: "OPEN", dates: 1 }]);
  });

  it("is given back by its unit", async () => {
    const { id, bookings } = await series(2);
    for (const one of bookings.slice(0, 2)) await recordUse(one, false);
    const input = { id, reason: "课程结束" };
    expect(await answerBy(bookings[0])).not.toBeNull();
    await setting.call(setting.people.b, CANCEL_SERIES, { input });
    expect(await tasks(id)).toMatchObject([{ state: "DONE" }]);
    expect(await answerBy(bookings[0])).toBeNull();
  });

  it("stays without an answer; the provider is told once, and may cancel the rest", async () => {
    const { id, bookings } = await series(2);
    for (const one of bookings.slice(0, 2)) await recordUse(one, false);
    await setting.tellUnanswered();
    expect(await told(bookings)).toHaveLength(1);
    setting.clock.now = new Date(START + 2 * WEEK_MS + 3_600_000);
    for (const _twice of [1, 2]) await setting.tellUnanswered();
    expect(await told(bookings)).toEqual([
      { type: "SERIES_UNUSED", to: setting.units.b },
      { type: "SERIES_UNANSWERED", to: setting.units.a },
    ]);
    expect(await tasks(id)).toMatchObject([{ state: "OPEN" }]);
    const input = { id, reason: "连续无人使用" };
    const { data } = await setting.call(setting.people.a, CANCEL_SERIES, { input });
    expect(data.cancelSeries.cancelled).toHaveLength(2);
  });

  it("does not keep the others from being told, where something is wrong with it", async () => {
    const one = await series(2);
    setting.clock.now = new Date(START);
    const other = await series(2);
    for (const { bookings } of [one, other])
      for (const booking of bookings.slice(0, 2)) await recordUse(booking, false);
    setting.clock.now = new Date(START + 2 * WEEK_MS + 3_600_000);
    await setting.admin.query(
      `create function resources.break_series() returns trigger language plpgsql as $$
         begin if new.id = '${[one.id, other.id].toSorted()[0]}' then raise 'broken'; end if; return new; end $$`,
    );
    await setting.admin.query(
      `create trigger break_series before update on resources.booking_series
         for each row execute function resources.break_series()`,
    );
    await expect(setting.tellUnanswered()).rejects.toThrow("1 series stay");
    const unanswered = async () =>
      (await told([...one.bookings, ...other.bookings])).filter(
        ({ type }) => type === "SERIES_UNANSWERED",
      ).length;
    expect(await unanswered()).toBe(1);
    await setting.admin.query("drop trigger break_series on resources.booking_series");
    await setting.tellUnanswered();
    expect(await unanswered()).toBe(2);
  });
});

it("all tasks that these records call for are made again, offers and questions among them", async () => {
  const { id, bookings } = await series(2);
  for (const one of bookings.slice(0, 2)) await recordUse(one, false);
  const before = await tasks(id);
  const offers = `select record_id, state, due_at from activities.task where kind = 'ANSWER_OFFER' and state = 'OPEN'`;
  await setting.admin.query("delete from activities.task");
  await setting.admin.query(
    `insert into resources.waiting_entry (id, created_at, updated_at, resource_id, organization_id, provider_id, line_number,
       starts_at, ends_at, quantity, state, offered_until)
     select gen_random_uuid(), $2, $2, resource_id, $3, provider_id, 1, starts_at + interval '1 day', ends_at + interval '1 day', 1, 'OFFERED', starts_at
     from resources.booking where id = $1`,
    [bookings[4], setting.clock.now, setting.units.c],
  );
  expect((await setting.admin.query(offers)).rows).toEqual([]);
  await setting.admin.query("select directory.keep_all_tasks_of_resources($1)", [
    setting.clock.now,
  ]);
  expect(await tasks(id)).toEqual(before);
  expect((await setting.admin.query(offers)).rows).toHaveLength(1);
});
