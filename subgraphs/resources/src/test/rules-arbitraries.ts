import { expect } from "@jest/globals";
import * as fc from "fast-check";
import type { AgreementSetting } from "./agreement-setting.ts";
import { QUARTER_MS, type Setup, type Span } from "./rules-model.ts";

const SHARE = `mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }`;
/** Sets the hours and rules of a resource. */
export const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
/** Blocks a resource. */
export const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } bookings { id } } }`;

/** A Thursday, the day before a holiday of five days; Saturday the 9th of May is a working day instead. */
export const NOW = Date.parse("2026-04-30T02:00:00Z");
/** Its days off. */
export const OFF = new Set(["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05"]);
/** Working days that are usually none. */
export const WORKED = new Set(["2026-05-09"]);
/** Ten days in quarters of an hour. */
const QUARTERS = 10 * 24 * 4;

const time = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${["00", "15", "30", "45"][quarter % 4]}`,
  );
const hours = fc
  .record(
    {
      weekday: fc.integer({ min: 1, max: 7 }),
      from: time,
      to: time,
      validFrom: fc.constantFrom("2026-05-02", "2026-05-06"),
      validTo: fc.constantFrom("2026-05-06", "2026-05-08"),
    },
    { requiredKeys: ["weekday", "from", "to"] },
  )
  .filter(({ from, to }) => from < to);
const span = (most: number): fc.Arbitrary<Span> =>
  fc
    .record({
      start: fc.integer({ min: 1, max: QUARTERS - most }),
      length: fc.integer({ min: 1, max: most }),
    })
    .map(({ start, length }) => ({
      from: NOW + start * QUARTER_MS,
      to: NOW + (start + length) * QUARTER_MS,
    }));
const rule = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
type Hours = Setup["hours"][number];
const overlap = (one: Hours, other: Hours): boolean =>
  one.weekday === other.weekday &&
  one.from < other.to &&
  other.from < one.to &&
  (one.validFrom ?? "") <= (other.validTo ?? "9") &&
  (other.validFrom ?? "") <= (one.validTo ?? "9");
/** Periods of a week without those that would overlap an earlier one: these are refused. */
const apart = (all: readonly Hours[]): Hours[] =>
  all.reduce<Hours[]>(
    (kept, one) => (kept.some((other) => overlap(one, other)) ? kept : [...kept, one]),
    [],
  );
/** Resources as their providers may set them up. */
export const setups = fc.record({
  capacity: fc.constantFrom(1, 1, 3),
  hours: fc.oneof(fc.constant([]), fc.array(hours, { minLength: 4, maxLength: 14 }).map(apart)),
  rules: fc.record({
    minNoticeMinutes: rule(60, 2880),
    maxAheadDays: rule(2, 7),
    slotMinutes: rule(30, 60),
    bufferMinutes: rule(15, 30, 60),
    maxLengthMinutes: rule(60, 240),
    onHolidays: rule("OPEN" as const, "CLOSED" as const),
  }),
  blocked: fc.array(span(60), { maxLength: 3 }),
  off: fc.constant(OFF),
  worked: fc.constant(WORKED),
});
/** Days on which something begins, ends or is unusual: a holiday, the first and last days of hours, a working Saturday. */
const DAYS = ["2026-04-30", "2026-05-01", "2026-05-06", "2026-05-08", "2026-05-09"];
/** Wishes for one day are near each other, so that bookings, buffers and rules meet. */
export const wishes = fc.constantFrom(...DAYS).chain((day) => {
  const noon = Date.parse(`${day}T12:00:00+08:00`);
  const wish = fc.record({
    start: fc.integer({ min: -6, max: 10 }),
    length: fc.constantFrom(1, 2, 4, 4, 6, 16),
    quantity: fc.constantFrom(1, 1, 2, 3),
  });
  return fc.array(wish, { minLength: 6, maxLength: 12 }).map((all) =>
    all.map(({ start, length, quantity }) => ({
      from: noon + start * QUARTER_MS,
      to: noon + (start + length) * QUARTER_MS,
      quantity,
    })),
  );
});

/** A span as the graph takes it. */
export const rangeOf = ({ from, to }: Span) => ({
  start: new Date(from).toISOString(),
  end: new Date(to).toISOString(),
});

/** A resource that is set up so, and nothing else of its provider. */
export async function made(
  setting: AgreementSetting,
  { capacity, hours: openingHours, rules, blocked }: Setup,
): Promise<string> {
  const { base } = setting.units;
  const provider = setting.liaison(base);
  const shared = await setting.call(provider, SHARE, {
    input: {
      providerId: base,
      title: "议事厅",
      kind: "VENUE",
      audience: "PUBLIC",
      capacity,
      publish: true,
    },
  });
  const resourceId = String(shared.data.shareResource.resource.id);
  const set = await setting.call(provider, SET, {
    input: { resourceId, openingHours, bookingRules: rules },
  });
  expect({ code: set.code, message: set.message }).toEqual({ code: undefined, message: undefined });
  for (const one of blocked) {
    const input = { resourceId, during: rangeOf(one), reason: "检修" };
    const { code } = await setting.call(provider, BLOCK, { input });
    expect(code).toBeUndefined();
  }
  return resourceId;
}
