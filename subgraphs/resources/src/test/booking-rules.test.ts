import type { Answer } from "@alliance-hub/testing/answer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import {
  QUARTER_MS,
  type Setup,
  type Span,
  type Taken,
  isFree,
  keepsRules,
} from "./rules-model.ts";

const SHARE = `mutation ($input: ShareResourceInput!) { shareResource(input: $input) { resource { id } } }`;
const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } bookings { id } } }`;
const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`;
const FREE = `query ($id: ID!, $during: TimeRangeInput!) { resource(id: $id) { free(during: $during) { start end quantity } } }`;
const LIST = `query ($filter: ResourceFilter) { resources(filter: $filter, first: 100) { nodes { id } } }`;

/** A Thursday, the day before a holiday of five days; Saturday the 9th of May is a working day instead. */
const NOW = Date.parse("2026-04-30T02:00:00Z");
const OFF = new Set(["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05"]);
const WORKED = new Set(["2026-05-09"]);
/** Ten days in quarters of an hour. */
const QUARTERS = 10 * 24 * 4;

let setting: AgreementSetting;
/** How many times errors have offered. */
let offered = 0;
beforeAll(async () => {
  setting = await createAgreementSetting();
  setting.clock.now = new Date(NOW);
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

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
const setups = fc.record({
  capacity: fc.constantFrom(1, 1, 3),
  hours: fc.oneof(fc.constant([]), fc.array(hours, { minLength: 4, maxLength: 14 })),
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
const wishes = fc.constantFrom(...DAYS).chain((day) => {
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

/** Open on Mondays alone, as far as the holidays allow. */
const WORKED_SATURDAY: Setup = {
  capacity: 1,
  hours: [{ weekday: 1, from: "08:00", to: "20:00" }],
  rules: { onHolidays: "CLOSED" },
  blocked: [],
  off: OFF,
  worked: WORKED,
};
const NOON: Span = {
  from: Date.parse("2026-05-09T12:00:00+08:00"),
  to: Date.parse("2026-05-09T13:00:00+08:00"),
};

const rangeOf = ({ from, to }: Span) => ({
  start: new Date(from).toISOString(),
  end: new Date(to).toISOString(),
});

/** A resource that is set up so, and nothing else of its provider. */
async function made({ capacity, hours: openingHours, rules, blocked }: Setup): Promise<string> {
  const { a, base } = setting.units;
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
  expect(a).toBeDefined();
  return resourceId;
}

describe("the rules of a resource", () => {
  it("decide the same about bookings, free times and the list: random rules, hours, blockings and bookings", async () => {
    await fc.assert(
      fc.asyncProperty(setups, wishes, async (setup, all) => {
        const resourceId = await made(setup);
        const viewer = setting.liaison(setting.units.a);
        const taken: Taken[] = [];
        for (const one of all) {
          const during = rangeOf(one);
          const isRight = keepsRules(setup, one, NOW);
          const isOne = isRight && isFree(setup, taken, { ...one, quantity: 1 });
          const filter = { providerId: setting.units.base, freeDuring: during };
          const listed = await setting.call(viewer, LIST, { filter });
          const ids = listed.data.resources.nodes.map(({ id }: { id: string }) => id);
          expect({ during, isFree: ids.includes(resourceId) }).toEqual({ during, isFree: isOne });

          const { data } = await setting.call(viewer, FREE, { id: resourceId, during });
          const slots = data.resource.free as { start: string; end: string; quantity: number }[];
          const covered = slots
            .filter(({ quantity }) => quantity >= one.quantity)
            .reduce((sum, { start, end }) => sum + Date.parse(end) - Date.parse(start), 0);
          expect({ during, slots, isFree: covered === one.to - one.from }).toEqual({
            during,
            slots,
            isFree: isFree(setup, taken, one),
          });

          const input = {
            resourceId,
            organizationId: setting.units.a,
            during,
            quantity: one.quantity,
          };
          const booked = await setting.call(viewer, BOOK, { input });
          const may = one.quantity <= setup.capacity && isRight && isFree(setup, taken, one);
          expect({
            during,
            message: booked.message,
            isBooked: booked.code === undefined,
          }).toEqual({
            during,
            message: may ? undefined : expect.any(String),
            isBooked: may,
          });
          const buffer = (setup.rules.bufferMinutes ?? 0) * 60_000;
          if (may) taken.push({ ...one, heldTo: one.to + buffer });
          else await offersWhatCanBeHad({ setup, taken }, { input, answer: booked });
        }
      }),
      // Rarely found by chance: the Saturday on which people work has the hours of a Monday.
      { numRuns: 40, examples: [[WORKED_SATURDAY, [{ ...NOON, quantity: 1 }]]] },
    );
    expect(offered).toBeGreaterThan(40);
  }, 300_000);
});

/** The times that an error offers can all be booked by the rules. */
async function offersWhatCanBeHad(
  { setup, taken }: { readonly setup: Setup; readonly taken: readonly Taken[] },
  { input, answer }: { readonly input: { readonly quantity: number }; readonly answer: Answer },
): Promise<void> {
  const nearest = (answer.extensions?.["nearest"] ?? []) as { start: string; end: string }[]; // as the errors give it
  offered += nearest.length;
  for (const { start, end } of nearest) {
    const span = { from: Date.parse(start), to: Date.parse(end) };
    expect({ start, isRight: keepsRules(setup, span, NOW) }).toEqual({ start, isRight: true });
    expect(isFree(setup, taken, { ...span, quantity: input.quantity })).toBe(true);
  }
}
