import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { SERIES, book, shared } from "./resource-calls.ts";
import { join } from "./waiting-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;
const HOUR_MS = 3_600_000;
/** A Monday before the holidays of the National Day. */
const NOW = Date.parse("2026-09-07T00:00:00+08:00");

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
  setting.clock.now = new Date(NOW);
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** A time of a day so many days from now, from an hour on. */
const range = ({ day, hour, hours }: { day: number; hour: number; hours: number }) => {
  const start = NOW + (day * 24 + hour) * HOUR_MS;
  return {
    start: new Date(start).toISOString(),
    end: new Date(start + hours * HOUR_MS).toISOString(),
  };
};
const time = fc.record({
  day: fc.integer({ min: 1, max: 45 }),
  hour: fc.integer({ min: 8, max: 20 }),
  hours: fc.integer({ min: 1, max: 14 }),
});
const rules = fc.record({
  onHolidays: fc.constantFrom("OPEN", "CLOSED"),
  bufferMinutes: fc.constantFrom(0, 30, 180),
  minNoticeMinutes: fc.constantFrom(0, 4 * 1440),
  maxAheadDays: fc.constantFrom(null, 30),
  slotMinutes: fc.constantFrom(null, 60),
});
const openingHours = fc.uniqueArray(
  fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.constantFrom("08:00", "12:00"),
    to: fc.constantFrom("18:00", "24:00"),
  }),
  // Periods of one weekday that overlap are refused.
  { maxLength: 7, selector: ({ weekday }) => weekday },
);
const repeat = fc.record({
  every: fc.constantFrom("WEEK", "MONTH"),
  interval: fc.integer({ min: 1, max: 2 }),
  count: fc.integer({ min: 1, max: 8 }),
});

interface SeriesDate {
  readonly during: object | null;
  readonly outcome: string;
  readonly reason: string | null;
}

it("what a preview says of each date is what becomes of it", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        capacity: fc.integer({ min: 1, max: 2 }),
        rules,
        openingHours,
        bookings: fc.array(time, { maxLength: 12 }),
        waiting: fc.array(time, { maxLength: 3 }),
        blockings: fc.array(time, { maxLength: 3 }),
        first: time,
        repeat,
        quantity: fc.integer({ min: 1, max: 2 }),
      }),
      async (world) => {
        const resourceId = await shared(setting, { capacity: world.capacity });
        const { people, units } = setting;
        for (const one of world.bookings) await book(setting, resourceId, { during: range(one) });
        for (const one of world.waiting)
          await join(setting, "c", { resourceId, during: range(one) });
        for (const one of world.blockings)
          await setting.call(people.a, BLOCK, {
            input: { resourceId, during: range(one), reason: "维修" },
          });
        const bookingRules = world.rules;
        await setting.call(people.a, SET, {
          input: { resourceId, openingHours: world.openingHours, bookingRules },
        });
        await setting.moveWaitingOn();
        const input = {
          resourceId,
          organizationId: units.b,
          during: range(world.first),
          repeat: world.repeat,
          quantity: Math.min(world.quantity, world.capacity),
          onConflict: "SKIP",
        };
        const series = (preview: boolean) =>
          setting.call(people.b, SERIES, { input: { ...input, preview } });
        const previewed = await series(true);
        const made = await series(false);
        const foretold = previewed.data.bookSeries.dates as SeriesDate[];
        for (const { outcome, reason } of foretold) seen.add(`${outcome} ${reason ? "why" : ""}`);
        if (foretold.every(({ outcome }) => outcome === "SKIPPED")) {
          expect(made.code).toBe("BOOKING_CONFLICT");
          return;
        }
        const plain = (dates: readonly SeriesDate[]) =>
          dates.map(({ during, outcome, reason }) => ({
            during,
            reason,
            outcome: outcome === "WOULD_BOOK" ? "BOOKED" : outcome,
          }));
        expect(plain(made.data.bookSeries.dates as SeriesDate[])).toEqual(plain(foretold));
      },
    ),
    { numRuns: 60 },
  );
  // Worlds in which all or nothing can be had would prove little.
  expect([...seen].toSorted()).toEqual(["SKIPPED why", "WOULD_BOOK "]);
});

it("a date that cannot be had is not told to take another one of the series", async () => {
  const resourceId = await shared(setting);
  const { people, units } = setting;
  // Open for one hour a week: all that is free within two weeks are dates of the series, but for the week after it.
  const openingHours = [{ weekday: 2, from: "19:00", to: "20:00" }];
  await setting.call(people.a, SET, { input: { resourceId, openingHours } });
  const week = (number: number) => range({ day: 1 + 7 * number, hour: 19, hours: 1 });
  await book(setting, resourceId, { during: week(1) });
  const reasonOf = async (count: number, preview: boolean) => {
    const input = {
      resourceId,
      organizationId: units.b,
      during: week(0),
      repeat: { every: "WEEK", count },
      onConflict: "SKIP",
      preview,
    };
    const { data } = await setting.call(people.b, SERIES, { input });
    return (data.bookSeries.dates as SeriesDate[])[1]?.reason;
  };
  expect(await reasonOf(2, true)).toMatch(/最近可预约：(?:2026年)?9月22日/);
  expect(await reasonOf(4, true)).toContain("前后两周内没有");
  expect(await reasonOf(4, false)).toContain("前后两周内没有");
});
