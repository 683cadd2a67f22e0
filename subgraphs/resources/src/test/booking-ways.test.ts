import type { Answer } from "@alliance-hub/testing/answer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import {
  BASKET,
  BOOK,
  CANCEL,
  CANCEL_SERIES,
  CHANGE,
  CHANGE_SERIES,
  DECIDE_ALL,
  SERIES,
  booked,
  hours,
  shared,
} from "./resource-calls.ts";
import {
  QUARTER_MS,
  type Setup,
  type Span,
  type Taken,
  isFree,
  keepsRules,
} from "./rules-model.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;
/** A Sunday at noon. */
const NOW = Date.parse("2026-03-01T04:00:00Z");
const [DAY_MS, ZONE_MS] = [86_400_000, 8 * 3_600_000];
const WEEK_MS = 7 * DAY_MS;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
});
beforeEach(() => {
  setting.clock.now = new Date(NOW);
});

const ask = (document: string, input: object): Promise<Answer> =>
  setting.call(setting.liaison(setting.units.b), document, { input });

describe("fifty at once for one slot, by single, series, basket and change together", () => {
  it.each([1, 7])("of capacity %i: exactly so many have it", async (capacity) => {
    const id = await shared(setting, { capacity });
    const other = await shared(setting, { capacity: 50 });
    const during = hours(setting, 1, 2);
    const earlier: string[] = [];
    for (let place = 0; place < 12; place += 1) {
      const at = hours(setting, 10 + 2 * place, 11 + 2 * place);
      earlier.push(await booked(setting, id, { during: at }));
    }
    const organizationId = setting.units.b;
    const ways = [
      () => ask(BOOK, { resourceId: id, organizationId, during }),
      () =>
        ask(SERIES, {
          resourceId: id,
          organizationId,
          during,
          repeat: { every: "WEEK", count: 1 },
        }),
      () => {
        const items = [{ resourceId: other }, { resourceId: id }];
        return ask(BASKET, { organizationId, during, items });
      },
    ];
    const answers = await Promise.all([
      ...Array.from({ length: 38 }, (_, turn) => ways[turn % ways.length]?.()),
      ...earlier.map((booking) => ask(CHANGE, { id: booking, during })),
    ]);
    const codes = answers.map((answer) => answer?.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(capacity);
    expect(codes.filter((code) => code === "BOOKING_CONFLICT")).toHaveLength(50 - capacity);
    const { rows } = await setting.admin.query<{ there: number; all: number }>(
      `select count(*) filter (where starts_at = $2)::int as there, count(*)::int as all
       from resources.booking where resource_id = $1`,
      [id, during.start],
    );
    // Whoever did not get the new time has the old one.
    const moved = codes.slice(38).filter((code) => code === undefined).length;
    expect(rows[0]).toEqual({ there: capacity, all: 12 + capacity - moved });
  });
});

const span = fc
  .record({ start: fc.integer({ min: 1, max: 60 }), length: fc.integer({ min: 1, max: 10 }) })
  .map(({ start, length }) => ({
    from: NOW + start * QUARTER_MS,
    to: NOW + (start + length) * QUARTER_MS,
  }));
const setups = fc.record({
  capacity: fc.constantFrom(1, 1, 3),
  approval: fc.boolean(),
  hours: fc.constantFrom(
    [],
    [
      { weekday: 7, from: "12:00", to: "22:00" },
      { weekday: 1, from: "00:00", to: "03:00" },
    ],
  ),
  rules: fc.record({
    bufferMinutes: fc.constantFrom(undefined, 15, 30),
    maxLengthMinutes: fc.constantFrom(undefined, 120),
  }),
  blocked: fc.array(span, { maxLength: 1 }),
  off: fc.constant(new Set<string>()),
  worked: fc.constant(new Set<string>()),
});
const step = fc.record({
  way: fc.constantFrom(
    "single",
    "series",
    "series",
    "basket",
    "change",
    "change",
    "cancel",
    "changeSeries",
    "changeSeries",
    "cancelSeries",
    "decide",
  ),
  span,
  quantity: fc.integer({ min: 1, max: 2 }),
  which: fc.nat(20),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A resource; where its owner approves, a booking is a request at first. */
type RoomSetup = Setup & { readonly approval: boolean };
/** A booking, as the model knows it. */
interface Held extends Taken {
  readonly id: string;
  readonly isRequested: boolean;
}

/** A resource, and what is booked of it. */
interface Room {
  readonly id: string;
  readonly setup: RoomSetup;
  readonly taken: Held[];
  /** Ids of series, each with those of its bookings. */
  readonly series: (readonly [id: string, bookings: readonly string[]])[];
}

const rangeOf = ({ from, to }: Span) => ({
  start: new Date(from).toISOString(),
  end: new Date(to).toISOString(),
});

async function roomOf(setup: RoomSetup): Promise<Room> {
  const { capacity, approval } = setup;
  const id = await shared(setting, { capacity, approval });
  const provider = setting.liaison(setting.units.a);
  const input = { resourceId: id, openingHours: setup.hours, bookingRules: setup.rules };
  expect((await setting.call(provider, SET, { input })).code).toBeUndefined();
  for (const one of setup.blocked) {
    const blocking = { resourceId: id, during: rangeOf(one), reason: "检修" };
    expect((await setting.call(provider, BLOCK, { input: blocking })).code).toBeUndefined();
  }
  return { id, setup, taken: [], series: [] };
}

/** Takes a step, and expects what the model says of it. */
async function take(room: Room, other: Room, { way, span: one, quantity, which }: Step) {
  const { id: resourceId, setup, taken } = room;
  const organizationId = setting.units.b;
  const during = rangeOf(one);
  const mayIn = ({ setup: its, taken: all }: Room, at: Span, without?: string) =>
    quantity <= its.capacity &&
    keepsRules(its, at, NOW) &&
    isFree(
      its,
      all.filter(({ id }) => id !== without),
      { ...at, quantity },
    );
  const note = (into: Room, id: string, at: Span) => {
    const buffer = (into.setup.rules.bufferMinutes ?? 0) * 60_000;
    const isRequested = into.setup.approval;
    into.taken.push({ ...at, id, quantity, heldTo: at.to + buffer, isRequested });
  };
  const expected = (answer: Answer, may: boolean) =>
    expect({
      way,
      during,
      quantity,
      message: answer.message,
      done: answer.code === undefined,
    }).toEqual({
      way,
      during,
      quantity,
      message: may ? undefined : expect.any(String),
      done: may,
    });
  const known = taken[which % Math.max(taken.length, 1)];
  switch (way) {
    case "single": {
      const may = mayIn(room, one);
      const answer = await ask(BOOK, { resourceId, organizationId, during, quantity });
      expected(answer, may);
      if (may) note(room, answer.data.bookResource.booking.id, one);
      return;
    }
    case "series": {
      const next = { from: one.from + WEEK_MS, to: one.to + WEEK_MS };
      const may = mayIn(room, one) && mayIn(room, next);
      const repeat = { every: "WEEK", count: 2 };
      const input = { resourceId, organizationId, during, quantity, repeat };
      if (quantity <= setup.capacity) {
        const previewed = await ask(SERIES, { ...input, preview: true });
        const outcomes = previewed.data.bookSeries.dates.map(
          (date: { outcome: string }) => date.outcome,
        );
        expect(outcomes).toEqual(
          [one, next].map((at) => (mayIn(room, at) ? "WOULD_BOOK" : "SKIPPED")),
        );
      }
      const answer = await ask(SERIES, input);
      expected(answer, may);
      if (!may) return;
      const [first, second] = answer.data.bookSeries.dates;
      note(room, first.booking.id, one);
      note(room, second.booking.id, next);
      const { id } = answer.data.bookSeries.series;
      room.series.push([id, [first.booking.id, second.booking.id]]);
      return;
    }
    case "basket": {
      const may = mayIn(room, one) && mayIn(other, one);
      const items = [room, other].map(({ id }) => ({ resourceId: id, quantity }));
      const answer = await ask(BASKET, { organizationId, during, items });
      expected(answer, may);
      if (!may) return;
      const [first, second] = answer.data.bookBasket.bookings;
      note(room, first.id, one);
      note(other, second.id, one);
      return;
    }
    case "change": {
      // A confirmed one would hold two times until the owner has approved.
      if (!known || (setup.approval && !known.isRequested)) return;
      const same = known.from === one.from && known.to === one.to && known.quantity === quantity;
      const may = same || mayIn(room, one, known.id);
      const answer = await ask(CHANGE, { id: known.id, during, quantity });
      expected(answer, may);
      if (!may || same) return;
      taken.splice(taken.indexOf(known), 1);
      note(room, known.id, one);
      return;
    }
    case "cancel":
      if (!known) return;
      expected(await ask(CANCEL, { id: known.id, reason: "改期" }), true);
      taken.splice(taken.indexOf(known), 1);
      return;
    case "changeSeries": {
      const [id, dates] = datesOf(room, which);
      if (id === undefined || (setup.approval && dates.some((date) => !date.isRequested))) return;
      // Dates that were moved to one day want one time: the order decides, which the model does not know.
      const days = new Set(dates.map((date) => Math.floor((date.from + ZONE_MS) / DAY_MS)));
      if (days.size < dates.length) return;
      const onConflict = which % 2 ? "SKIP" : "FAIL";
      const startTime = new Date(one.from + ZONE_MS).toISOString().slice(11, 16);
      const lengthMinutes = (one.to - one.from) / 60_000;
      const wanted = dates.map((date) => {
        const from = Math.floor((date.from + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
        const start = from + ((one.from + ZONE_MS) % DAY_MS);
        return { date, at: { from: start, to: start + one.to - one.from } };
      });
      const results = wanted.map(({ date, at }) => {
        const isSame = date.from === at.from && date.to === at.to && date.quantity === quantity;
        if (isSame) return "UNCHANGED";
        return mayIn(room, at, date.id) ? "CHANGED" : "SKIPPED";
      });
      const isRefused =
        onConflict === "FAIL" ? results.includes("SKIPPED") : !results.includes("CHANGED");
      const may = dates.length > 0 && !(results.includes("SKIPPED") && isRefused);
      const input = { id, from: "2026-03-01", startTime, lengthMinutes, quantity, onConflict };
      if (dates.length > 0) {
        const { data, message } = await ask(CHANGE_SERIES, { ...input, preview: true });
        expect(message).toBeUndefined();
        const shown = data.changeSeries.dates.map((date: { outcome: string }) => date.outcome);
        expect(shown).toEqual(results.map((result) => result.replace(/^CHANGED/u, "WOULD_CHANGE")));
      }
      const answer = await ask(CHANGE_SERIES, input);
      expected(answer, may);
      if (!may) return;
      for (const [place, { date, at }] of wanted.entries()) {
        if (results[place] !== "CHANGED") continue;
        taken.splice(taken.indexOf(date), 1);
        note(room, date.id, at);
      }
      return;
    }
    case "cancelSeries": {
      const [id, dates] = datesOf(room, which);
      if (id === undefined) return;
      expected(await ask(CANCEL_SERIES, { id, reason: "课程结束" }), dates.length > 0);
      for (const date of dates) taken.splice(taken.indexOf(date), 1);
      return;
    }
    case "decide": {
      const chosen = taken.filter((_one, place) => (place + which) % 2 === 0).slice(0, 3);
      if (chosen.length === 0) return;
      const confirm = quantity === 1;
      const input = { bookings: chosen.map(({ id }) => ({ id })), confirm };
      const may = chosen.every(({ isRequested }) => isRequested);
      expected(await setting.call(setting.people.a, DECIDE_ALL, { input }), may);
      if (!may) return;
      for (const held of chosen) {
        const place = taken.indexOf(held);
        if (confirm) taken.splice(place, 1, { ...held, isRequested: false });
        else taken.splice(place, 1);
      }
    }
  }
}

/** A series of a room, with those of its bookings that are held, in order of time. */
function datesOf({ series, taken }: Room, which: number): readonly [string | undefined, Held[]] {
  const [id, bookings = []] = series[which % Math.max(series.length, 1)] ?? [];
  const dates = taken.filter((one) => bookings.includes(one.id));
  return [id, dates.toSorted((one, other) => one.from - other.from)];
}

/** What is held of a room, as the database has it, and as the model has it. */
async function expectHeld({ id, taken }: Room): Promise<void> {
  const { rows } = await setting.admin.query(
    `select id, starts_at as from, ends_at as to, quantity, state = 'REQUESTED' as requested from resources.booking
     where resource_id = $1 and state in ('REQUESTED', 'CONFIRMED') order by id`,
    [id],
  );
  const held = taken.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  expect(rows).toEqual(
    held.map(({ id: booking, from, to, quantity, isRequested: requested }) => ({
      id: booking,
      from: new Date(from),
      to: new Date(to),
      quantity,
      requested,
    })),
  );
}

it("all ways to book give and refuse exactly what a model of quarters says", async () => {
  await fc.assert(
    fc.asyncProperty(
      setups,
      setups,
      fc.array(step, { minLength: 6, maxLength: 16 }),
      async (setup, otherSetup, steps) => {
        const [room, other] = [await roomOf(setup), await roomOf(otherSetup)];
        for (const one of steps) await take(room, other, one);
        await expectHeld(room);
        await expectHeld(other);
      },
    ),
    { numRuns: 40 },
  );
}, 300_000);
