import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { CHANGE, DECIDE, booked, hours, shared } from "./resource-calls.ts";

/* Whoever needs a room for less time than it has booked gives the rest back, whatever the rules say by now. */

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource { id } } }`;
const BLOCK = `mutation ($input: BlockResourceInput!) { blockResource(input: $input) { blocking { id } } }`;
const HOUR_MS = 3_600_000;

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

describe("a part of a booked time that is given back", () => {
  it.each([
    ["the shortest notice", { minNoticeMinutes: 96 * 60 }],
    ["the longest ahead", { maxAheadDays: 1 }],
    ["the longest length", { maxLengthMinutes: 30 }],
    ["a later buffer", { bufferMinutes: 120 }],
  ])("is never refused for %s", async (_rule, rules) => {
    const resourceId = await shared(setting);
    const id = await booked(setting, resourceId, { during: hours(setting, 80, 84) });
    await booked(setting, resourceId, { during: hours(setting, 84, 85) });
    await set(resourceId, { bookingRules: rules });
    const shorter = { during: hours(setting, 81, 83) };
    expect((await change(id, shorter)).data.changeBooking.booking).toMatchObject(shorter);
    // What was given back is no longer held; it is had again only by the rules.
    expect((await change(id, { during: hours(setting, 80, 83) })).code).toBeDefined();
  });

  it("is not refused where the time is blocked or closed since", async () => {
    const resourceId = await shared(setting);
    const id = await booked(setting, resourceId, { during: hours(setting, 30, 34) });
    await set(resourceId, { openingHours: [{ weekday: 1, from: "00:00", to: "00:15" }] });
    const blocked = { resourceId, during: hours(setting, 29, 40), reason: "维修" };
    await setting.call(setting.people.a, BLOCK, { input: blocked });
    expect((await change(id, { during: hours(setting, 31, 33) })).code).toBeUndefined();
    expect((await change(id, { during: hours(setting, 31, 34) })).code).toBe("BOOKING_CONFLICT");
  });

  it("leaves whole slots, comes before the last moment to cancel, and is no way to a greater quantity", async () => {
    const resourceId = await shared(setting, { capacity: 3 });
    const id = await booked(setting, resourceId, { during: hours(setting, 30, 34), quantity: 2 });
    const rules = { slotMinutes: 60, minNoticeMinutes: 48 * 60, cancelBeforeMinutes: 600 };
    await set(resourceId, { bookingRules: rules });
    const ragged = await change(id, { during: hours(setting, 30, 32.5) });
    expect(ragged).toMatchObject({ code: "BAD_USER_INPUT", extensions: { rule: "SLOT" } });
    // A limit that came later, and would be said first, hides nothing.
    await set(resourceId, { bookingRules: { ...rules, maxLengthMinutes: 60 } });
    expect((await change(id, { during: hours(setting, 30, 32.5) })).extensions).toMatchObject({
      rule: "SLOT",
    });
    await set(resourceId, { bookingRules: { ...rules, maxLengthMinutes: null } });
    const more = await change(id, { during: hours(setting, 30, 33), quantity: 3 });
    expect(more).toMatchObject({ code: "BAD_USER_INPUT", extensions: { rule: "NOTICE" } });
    expect((await change(id, { during: hours(setting, 30, 33), quantity: 1 })).code).toBe(
      undefined,
    );
    setting.clock.now = new Date(setting.clock.now.getTime() + 21 * HOUR_MS);
    const late = await change(id, { during: hours(setting, 9, 11) });
    expect(late.code).toBe("ILLEGAL_TRANSITION");
  });

  it.each([
    ["less time", { during: hours({ clock: { now: new Date("2026-03-01T04:00:00Z") } }, 31, 33) }],
    ["a smaller quantity", { quantity: 1 }],
  ])("stays confirmed where the provider has confirmed the whole: %s", async (_what, less) => {
    const resourceId = await shared(setting, { capacity: 3, approval: true });
    const id = await booked(setting, resourceId, { during: hours(setting, 30, 34), quantity: 2 });
    const asked = (await change(id, { during: hours(setting, 30, 33) })).data.changeBooking.booking;
    expect(asked).toMatchObject({ state: "REQUESTED", previous: null });
    await setting.call(setting.people.a, DECIDE, { input: { id, confirm: true } });
    const { booking } = (await change(id, less)).data.changeBooking;
    expect(booking).toMatchObject({ state: "CONFIRMED", previous: null, ...less });
    // More than it has is asked for again, and what is confirmed is held beside it.
    const more = await change(id, { during: hours(setting, 30, 35), quantity: 3 });
    const { during, quantity } = booking;
    expect(more.data.changeBooking.booking).toMatchObject({
      state: "REQUESTED",
      previous: during,
    });
    expect(quantity).toBeLessThan(3);
  });
});
