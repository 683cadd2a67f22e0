import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
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
