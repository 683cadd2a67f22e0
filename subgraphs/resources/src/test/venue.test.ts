import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { shared } from "./resource-calls.ts";

const SET = `mutation ($input: SetVenueInput!) { setVenue(input: $input) { resource {
  id version venue { address longitude latitude seats areaSquareMetres barrierFree amenities officePhone }
  openingHours { weekday from to validFrom validTo note }
  bookingRules { approval minNoticeMinutes maxAheadDays slotMinutes bufferMinutes maxLengthMinutes cancelBeforeMinutes onHolidays }
} bookings { id } } }`;
const BOOK = `mutation ($input: BookResourceInput!) { bookResource(input: $input) { booking { id } } }`;
const CANCEL = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { state } } }`;

let setting: AgreementSetting;
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

/** Moves the clock. */
const later = (seconds: number): void => {
  setting.clock.now = new Date(setting.clock.now.getTime() + seconds * 1000);
};
const set = (input: object, viewer = setting.people.a) => setting.call(viewer, SET, { input });

describe("what is said of a venue", () => {
  it("is set, changed and removed part by part; what is left out stays", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const first = await set({
      resourceId,
      address: "榕华街道 1 号",
      longitude: 116.37,
      latitude: 23.54,
      seats: 60,
      amenities: ["AED", "CHARGING", "AED"],
      openingHours: [
        { weekday: 1, from: "08:30", to: "12:00" },
        { weekday: 6, from: "19:00", to: "24:00", note: "夜间", validTo: "2026-06-30" },
      ],
      bookingRules: { minNoticeMinutes: 60, bufferMinutes: 15, approval: true },
    });
    expect(first.message).toBeUndefined();
    const { resource } = first.data.setVenue;
    later(60);
    expect(resource.venue).toEqual({
      address: "榕华街道 1 号",
      longitude: 116.37,
      latitude: 23.54,
      seats: 60,
      areaSquareMetres: null,
      barrierFree: null,
      amenities: ["AED", "CHARGING"],
      officePhone: null,
    });
    expect(resource.openingHours).toEqual([
      { weekday: 1, from: "08:30", to: "12:00", validFrom: null, validTo: null, note: null },
      {
        weekday: 6,
        from: "19:00",
        to: "24:00",
        validFrom: null,
        validTo: "2026-06-30",
        note: "夜间",
      },
    ]);
    expect(resource.bookingRules).toMatchObject({
      approval: true,
      minNoticeMinutes: 60,
      bufferMinutes: 15,
      onHolidays: "OPEN",
    });
    const second = await set({
      resourceId,
      seats: null,
      barrierFree: true,
      openingHours: null,
      bookingRules: { minNoticeMinutes: null, slotMinutes: 30 },
    });
    expect(second.data.setVenue.resource).toMatchObject({
      venue: { address: "榕华街道 1 号", seats: null, barrierFree: true },
      openingHours: [],
      bookingRules: { approval: true, minNoticeMinutes: 0, bufferMinutes: 15, slotMinutes: 30 },
    });
    const stale = await set({ resourceId, seats: 5, version: resource.version });
    expect(stale.code).toBe("CONFLICT");
  });

  it("is refused with all faults at once, each with its place", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const { extensions } = await set({
      resourceId,
      longitude: 200,
      seats: 0,
      openingHours: [
        { weekday: 8, from: "08:00", to: "25:00" },
        { weekday: 2, from: "22:00", to: "02:00" },
      ],
      bookingRules: { slotMinutes: 0 },
    });
    const faults = (extensions?.["faults"] ?? []) as { path: (string | number)[] }[]; // as the errors give it
    expect(faults.map(({ path }) => path.slice(1).join(".")).toSorted()).toEqual([
      "bookingRules.slotMinutes",
      "latitude",
      "longitude",
      "openingHours.0.to",
      "openingHours.0.weekday",
      "openingHours.1.to",
      "seats",
    ]);
  });

  it("has no two periods of a weekday that overlap while both are valid", async () => {
    const resourceId = await shared(setting, { title: "议事厅" });
    const morning = { weekday: 1, from: "08:00", to: "12:00" };
    const refused = await set({
      resourceId,
      openingHours: [
        morning,
        { weekday: 2, from: "08:00", to: "12:00" },
        { ...morning, from: "11:00", to: "13:00" },
      ],
    });
    expect(refused).toMatchObject({
      code: "BAD_USER_INPUT",
      extensions: {
        field: "openingHours.2.to",
        chinese: "第 3 段开放时间与第 1 段在同一天重叠。请改成首尾相接，或合并为一段。",
      },
    });
    const summer = { ...morning, from: "07:00", validFrom: "2026-06-01", validTo: "2026-08-31" };
    const openingHours = [
      { ...morning, validTo: "2026-05-31" },
      summer,
      { ...morning, validFrom: "2026-09-01" },
      { ...morning, from: "12:00", to: "13:00" },
    ];
    expect((await set({ resourceId, openingHours })).code).toBeUndefined();
    const longer = { ...summer, validTo: "2026-09-01" };
    const both = await set({ resourceId, openingHours: openingHours.with(1, longer) });
    expect(both.extensions?.["field"]).toBe("openingHours.2.to");
  });

  it("belongs to venues; rules belong to whatever can be booked", async () => {
    const resourceId = await shared(setting, { title: "音响", kind: "EQUIPMENT" });
    expect((await set({ resourceId, address: "仓库" })).code).toBe("BAD_USER_INPUT");
    expect((await set({ resourceId, bookingRules: { slotMinutes: 60 } })).code).toBeUndefined();
  });

  it("is set by the provider's liaison alone", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    const input = { resourceId, seats: 5 };
    for (const name of ["b", "stranger", "secretary"] as const)
      expect({ name, code: (await set(input, setting.people[name])).code }).toEqual({
        name,
        code: "FORBIDDEN",
      });
    expect((await set(input, setting.people.anonymous)).code).toBe("UNAUTHENTICATED");
  });
});

describe("the last moment to cancel", () => {
  it("holds for the unit that booked, not for the provider", async () => {
    const resourceId = await shared(setting, { title: "议事厅", audience: "PUBLIC" });
    await set({ resourceId, bookingRules: { cancelBeforeMinutes: 120 } });
    const book = async (hour: number): Promise<string> => {
      const start = new Date(setting.clock.now.getTime() + hour * 3_600_000);
      const end = new Date(start.getTime() + 1_800_000);
      const during = { start: start.toISOString(), end: end.toISOString() };
      const input = { resourceId, organizationId: setting.units.b, during };
      const { data, message } = await setting.call(setting.people.b, BOOK, { input });
      expect(message).toBeUndefined();
      return data.bookResource.booking.id;
    };
    const [soon, later] = [await book(1), await book(3)];
    const cancel = async (id: string, viewer = setting.people.b) =>
      (await setting.call(viewer, CANCEL, { input: { id, reason: "改期" } })).code;
    expect(await cancel(soon)).toBe("ILLEGAL_TRANSITION");
    expect(await cancel(later)).toBeUndefined();
    expect(await cancel(soon, setting.people.a)).toBeUndefined();
  });
});
