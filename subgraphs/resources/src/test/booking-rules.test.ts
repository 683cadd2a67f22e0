import type { Answer } from "@alliance-hub/testing/answer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { NOW, OFF, WORKED, made, rangeOf, setups, wishes } from "./rules-arbitraries.ts";
import { type Setup, type Span, type Taken, isFree, isInReach, keepsRules } from "./rules-model.ts";

const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`;
const FREE = `query ($id: ID!, $during: TimeRangeInput!) { resource(id: $id) { free(during: $during) { start end quantity } anyTime: free(during: $during, anyTime: true) { start end quantity } } }`;
type Slots = readonly { readonly start: string; readonly end: string; readonly quantity: number }[];
const LIST = `query ($filter: ResourceFilter) { resources(filter: $filter, first: 100) { nodes { id } } }`;

let setting: AgreementSetting;
/** A day in minutes. */
const DAY = 1440;
/** How many times errors have offered. */
let offered = 0;
beforeAll(async () => {
  setting = await createAgreementSetting();
  setting.clock.now = new Date(NOW);
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** Open on Mondays alone, as far as the holidays allow. */
const WORKED_SATURDAY: Setup = {
  capacity: 1,
  hours: [{ weekday: 1, from: "08:00", to: "20:00" }],
  rules: { onHolidays: "CLOSED" },
  blocked: [],
  off: OFF,
  worked: WORKED,
};
/** Open on Saturdays, too, but not on that one any more. */
const NO_LONGER_SATURDAY: Setup = {
  ...WORKED_SATURDAY,
  hours: [
    ...WORKED_SATURDAY.hours,
    { weekday: 6, from: "08:00", to: "10:00", validTo: "2026-05-06" },
  ],
};
const NOON: Span = {
  from: Date.parse("2026-05-09T12:00:00+08:00"),
  to: Date.parse("2026-05-09T13:00:00+08:00"),
};

describe("the rules of a resource", () => {
  it("decide the same about bookings, free times and the list: random rules, hours, blockings and bookings", async () => {
    await fc.assert(
      fc.asyncProperty(setups, wishes, async (setup, all) => {
        const resourceId = await made(setting, setup);
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
          const { free, anyTime } = data.resource as Record<"free" | "anyTime", Slots>; // as it was asked
          const isAll = (slots: Slots): boolean =>
            slots
              .filter(({ quantity }) => quantity >= one.quantity)
              .reduce((sum, { start, end }) => sum + Date.parse(end) - Date.parse(start), 0) ===
            one.to - one.from;
          const isLeft = isFree(setup, taken, one);
          expect({ during, free, isFree: isAll(free), isEver: isAll(anyTime) }).toEqual({
            during,
            free,
            isFree: isLeft && isInReach(setup, one, NOW),
            isEver: isLeft,
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
      {
        numRuns: 40,
        examples: [WORKED_SATURDAY, NO_LONGER_SATURDAY].map((setup) => [
          setup,
          [{ ...NOON, quantity: 1 }],
        ]),
      },
    );
    expect(offered).toBeGreaterThan(40);
  }, 300_000);
});

/** Minutes about which it changes whether a time can be booked at all, counted from now or from its start. */
const STARTS = [-2, -1, 0, 1, 399 * DAY, 400 * DAY].flatMap((at) => [at, at - 30]);
const LENGTHS = [-1, 0, 30, DAY, 31 * DAY, 31 * DAY + 1];

it("a time that nothing can be booked for is refused by the list in the words of a booking", async () => {
  const setup = { ...WORKED_SATURDAY, hours: [], rules: {}, capacity: 10_000 };
  const resourceId = await made(setting, setup);
  const viewer = setting.liaison(setting.units.a);
  const outcomes = new Set<string>();
  for (const [start, length] of STARTS.flatMap((at) =>
    LENGTHS.map((long) => [at, long] as const),
  )) {
    const from = NOW + start * 60_000;
    const during = rangeOf({ from, to: from + length * 60_000 });
    const filter = { providerId: setting.units.base, freeDuring: during };
    const listed = await setting.call(viewer, LIST, { filter });
    const input = { resourceId, organizationId: setting.units.a, during };
    const booked = await setting.call(viewer, BOOK, { input });
    outcomes.add(booked.message?.replaceAll(/[\d:TZ.-]+/g, "") ?? "booked");
    const inWordsOfList = booked.message?.replaceAll('"during"', '"filter.freeDuring"');
    expect({ during, code: listed.code, message: listed.message }).toEqual({
      during,
      code: booked.code,
      message: inWordsOfList,
    });
  }
  // Booked, reversed, too long, in the past, too far ahead.
  expect(outcomes.size).toBe(5);
}, 300_000);

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
