import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { AVAILABILITY, RESOURCES, book, shared } from "./resource-calls.ts";

/* Edges at which booking, the list of what is free and the free times of a resource must say the same. */

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date("2026-03-01T04:00:00Z");
});

const set = async (resourceId: string, input: object) => {
  const { message } = await setting.call(setting.people.a, SET, {
    input: { resourceId, ...input },
  });
  expect(message).toBeUndefined();
};
const isListed = async (resourceId: string, freeDuring: object) => {
  const filter = { providerId: setting.units.a, freeDuring };
  const { data } = await setting.call(setting.people.b, RESOURCES, { filter, first: 100 });
  return data.resources.nodes.some(({ id }: { id: string }) => id === resourceId);
};
const local = (day: string, from: string, to: string) => ({
  start: new Date(`${day}T${from}+08:00`).toISOString(),
  end: new Date(`${day}T${to}+08:00`).toISOString(),
});

it.each([
  ["09:00", "10:00", true],
  ["09:01", "10:00", false],
  ["09:00", "09:59", false],
  ["09:31", "10:01", false],
])("a time from %s to %s is in the list exactly if it can be booked: %s", async (from, to, can) => {
  const resourceId = await shared(setting);
  await set(resourceId, {
    openingHours: [{ weekday: 2, from: "08:00", to: "18:00" }],
    bookingRules: { slotMinutes: 30 },
  });
  const during = local("2026-03-03", from, to);
  expect(await isListed(resourceId, during)).toBe(can);
  expect((await book(setting, resourceId, { during })).extensions?.["rule"]).toBe(
    can ? undefined : "SLOT",
  );
});

it("a time of seconds is in no list, and refused in the words of a booking", async () => {
  const resourceId = await shared(setting);
  await set(resourceId, { openingHours: [{ weekday: 2, from: "08:00", to: "18:00" }] });
  const late = local("2026-03-03", "17:00:00", "18:00:01");
  const listed = await setting.call(setting.people.b, RESOURCES, { filter: { freeDuring: late } });
  const booked = await book(setting, resourceId, { during: late });
  expect([listed.code, booked.code]).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT"]);
  expect(booked.message).toContain("whole minutes");
  expect(listed.message).toBe(booked.message?.replace('"during"', '"filter.freeDuring"'));
  expect(await isListed(resourceId, local("2026-03-03", "17:00", "18:01"))).toBe(false);
  expect(await isListed(resourceId, local("2026-03-03", "07:59", "09:00"))).toBe(false);
  expect(await isListed(resourceId, local("2026-03-03", "08:01", "09:00"))).toBe(true);
});

/* Saturday, 10 October 2026 is a working day. */
it.each([
  ["had hours of its own in summer: Monday's hold", "2026-08-31", "09:00:00", true],
  ["has hours of its own on that day: these hold", "2026-10-10", "09:00:00", false],
  ["has hours of its own on that day: these hold", "2026-10-10", "19:00:00", true],
  ["has hours of its own until the day before: Monday's hold", "2026-10-09", "09:00:00", true],
])("a make-up working day that %s", async (_what, validTo, from, can) => {
  setting.clock.now = new Date("2026-10-01T04:00:00Z");
  const resourceId = await shared(setting);
  await set(resourceId, {
    openingHours: [
      { weekday: 1, from: "08:00", to: "12:00" },
      { weekday: 6, from: "18:00", to: "21:00", validFrom: "2026-07-01", validTo },
    ],
    bookingRules: { onHolidays: "CLOSED" },
  });
  const to = from.replace(/^(\d\d)/, (hour) => String(Number(hour) + 1));
  const during = local("2026-10-10", from, to);
  expect(await isListed(resourceId, during)).toBe(can);
  const { data } = await setting.call(setting.people.b, AVAILABILITY, { id: resourceId, during });
  expect(data.resource.free).toEqual(can ? [{ ...during, quantity: 1 }] : []);
  expect((await book(setting, resourceId, { during })).code).toBe(
    can ? undefined : "BOOKING_CONFLICT",
  );
});

describe("what is free", () => {
  const freeOf = async (id: string, during: object) =>
    (await setting.call(setting.people.b, AVAILABILITY, { id, during })).data.resource.free;

  it("begins with the shortest notice and ends with the last day on which a booking may begin", async () => {
    setting.clock.now = new Date("2026-03-02T10:30:20+08:00");
    const resourceId = await shared(setting);
    await set(resourceId, { bookingRules: { minNoticeMinutes: 1440, maxAheadDays: 3 } });
    const all = {
      start: local("2026-03-01", "00:00", "01:00").start,
      end: local("2026-03-20", "00:00", "01:00").start,
    };
    expect(await freeOf(resourceId, all)).toEqual([
      { start: "2026-03-03T02:31:00.000Z", end: "2026-03-05T16:00:00.000Z", quantity: 1 },
    ]);
    expect(await freeOf(resourceId, local("2026-03-03", "08:00", "09:00"))).toEqual([]);
    expect(await freeOf(resourceId, local("2026-03-06", "08:00", "09:00"))).toEqual([]);
    const first = local("2026-03-03", "10:31", "11:31");
    expect((await book(setting, resourceId, { during: first })).code).toBeUndefined();
    const sooner = local("2026-03-03", "10:30", "10:31");
    expect((await book(setting, resourceId, { during: sooner })).extensions?.["rule"]).toBe(
      "NOTICE",
    );
    // To see what is taken, all of it.
    const { data } = await setting.call(
      setting.people.b,
      `query ($id: ID!, $during: TimeRangeInput!) { resource(id: $id) { free(during: $during, anyTime: true) { start end } } }`,
      { id: resourceId, during: all },
    );
    expect(data.resource.free).toEqual([
      { start: all.start, end: first.start },
      { start: first.end, end: all.end },
    ]);
  });

  it("is never over, and within what anybody can book, without rules, too", async () => {
    setting.clock.now = new Date("2026-03-02T10:30:20+08:00");
    const resourceId = await shared(setting);
    const today = local("2026-03-02", "08:00", "12:00");
    expect(await freeOf(resourceId, today)).toEqual([
      { start: "2026-03-02T02:30:00.000Z", end: today.end, quantity: 1 },
    ]);
    expect(await freeOf(resourceId, local("2026-03-02", "08:00", "10:30"))).toEqual([]);
    const last = local("2027-04-06", "10:00", "11:00");
    expect(await freeOf(resourceId, last)).toMatchObject([{ end: "2027-04-06T02:30:20.000Z" }]);
    expect(await freeOf(resourceId, local("2027-04-06", "11:00", "12:00"))).toEqual([]);
  });
});
