import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { patiently } from "../../support/patience.ts";
import {
  type Unit,
  type WorkingDay,
  between,
  instant,
  openWorkingDay,
} from "../../support/working-day.ts";

/** A school shares its hall with hours and rules; a company looks for a room for Saturday and uses it. */
const [HALL, OFFICE] = [
  { longitude: 116.55, latitude: 23.54 },
  { longitude: 116.551, latitude: 23.541 },
];
const SATURDAY = between("2026-09-12", "14:00", "16:00");

let day: WorkingDay;
let school: Unit;
let company: Unit;
let other: Unit;
let hall: string;
let booking: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  school = await day.unit("街道小学");
  company = await day.unit("物业公司");
  other = await day.unit("社区医院");
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

/** Rooms for fifty that are free on Saturday within ten minutes' walk, as somebody finds them. */
async function rooms(as: string, filter: object = {}) {
  const list = `query ($filter: ResourceFilter) { resources(filter: $filter, orderBy: DISTANCE) {
    nodes { id title distanceMetres venue { address } } } }`;
  const near = { ...OFFICE, metres: 800 };
  const wanted = { kinds: ["VENUE"], near, freeDuring: SATURDAY, minCapacity: 50, ...filter };
  return nodesOf(await day.read(as, list, { filter: wanted }), "resources");
}
const saturday = (from: string, to: string) => between("2026-09-12", from, to);
/** Why another unit cannot book the hall for a time of the Saturday, and how often it finds it for that time. */
async function had(from: string, to: string) {
  const during = saturday(from, to);
  const input = { resourceId: hall, organizationId: other.id, during };
  const { extensions } = await day.refused(other.liaison, "bookResource", input);
  const refused: unknown = Reflect.get(extensions, "rule") ?? extensions.code;
  return { refused, found: (await rooms(other.liaison, { freeDuring: during })).length };
}
const bookings = async (as: string) =>
  nodesOf(await day.read(as, "{ bookings { nodes { id state purpose } } }"), "bookings");

describe("a room for Saturday", () => {
  it("is shared with its hours and rules", async () => {
    hall = await day.room(school, "报告厅");
    await day.send(school.liaison, "setVenue", "resource { id }", {
      resourceId: hall,
      address: "学前路 1 号",
      ...HALL,
      seats: 80,
      openingHours: [{ weekday: 6, from: "09:00", to: "18:00" }],
      bookingRules: { approval: true, minNoticeMinutes: 1440, slotMinutes: 30, bufferMinutes: 30 },
    });
  });

  it("is found by whoever is of the committee, and by nobody else", async () => {
    const found = { id: hall, title: "报告厅", venue: { address: "学前路 1 号" } };
    expect(await rooms(company.liaison)).toEqual([
      { ...found, distanceMetres: expect.any(Number) },
    ]);
    expect(await rooms(day.stranger)).toEqual([]);
    expect(await rooms(company.liaison, { minCapacity: 81 })).toEqual([]);
    const sunday = { freeDuring: between("2026-09-13", "14:00", "16:00") };
    expect(await rooms(company.liaison, sunday)).toEqual([]);
  });

  it("is asked for; on Sunday the answer says what is nearest", async () => {
    const input = { resourceId: hall, organizationId: company.id, purpose: "业主大会" };
    const sunday = { ...input, during: between("2026-09-13", "14:00", "16:00") };
    const { extensions } = await day.refused(company.liaison, "bookResource", sunday);
    expect(extensions).toMatchObject({ code: "BOOKING_CONFLICT", rule: "CLOSED" });
    // Each of them can be had: the nearest are the last ones of the day before.
    expect(Reflect.get(extensions, "nearest")).toEqual([
      { start: instant("2026-09-12T12:00"), end: instant("2026-09-12T14:00") },
      { start: instant("2026-09-12T14:00"), end: instant("2026-09-12T16:00") },
      { start: instant("2026-09-12T16:00"), end: instant("2026-09-12T18:00") },
    ]);
    const made = await day.send(company.liaison, "bookResource", "booking { id state }", {
      ...input,
      during: SATURDAY,
    });
    expect(made["booking"]).toMatchObject({ state: "REQUESTED" });
    booking = String(made["booking"]?.["id"]);
    expect(await day.told(school.liaison, booking)).toEqual(["REQUESTED"]);
    expect(await day.tasks(school.liaison, booking)).toEqual(["DECIDE_BOOKING OPEN"]);
    // The time is held while the school decides.
    expect(await rooms(other.liaison)).toEqual([]);
  });

  it("is not for others until it is in order again, nor in parts of its slots", async () => {
    // Half an hour after each use belongs to nobody: after the one that is there, and after the one that is wanted.
    for (const [from, to] of [
      ["16:00", "17:00"],
      ["12:00", "14:00"],
    ] as const)
      expect(await had(from, to)).toEqual({ refused: "BOOKING_CONFLICT", found: 0 });
    expect(await had("16:45", "17:45")).toEqual({ refused: "SLOT", found: 0 });
    const found = await rooms(other.liaison, { freeDuring: saturday("16:30", "17:30") });
    expect(found).toHaveLength(1);
  });

  it("is approved by the school alone", async () => {
    const yes = { id: booking, confirm: true };
    const forbidden = await day.refused(company.liaison, "decideBooking", yes);
    expect(forbidden.extensions.code).toBe("FORBIDDEN");
    const unseen = await day.refused(day.stranger, "decideBooking", yes);
    expect(unseen.extensions.code).toBe("NOT_FOUND");
    await day.send(school.liaison, "decideBooking", "booking { id }", yes);
    expect(await day.told(company.liaison, booking)).toEqual(["CONFIRMED"]);
    expect(await day.tasks(school.liaison, booking)).toEqual(["DECIDE_BOOKING DONE"]);
  });

  it("shows others when it is taken, not what for, and strangers nothing", async () => {
    const taken = { id: booking, state: "CONFIRMED" };
    expect(await bookings(company.liaison)).toEqual([{ ...taken, purpose: "业主大会" }]);
    expect(await bookings(day.secretary)).toEqual([{ ...taken, purpose: "业主大会" }]);
    expect(await bookings(other.liaison)).toEqual([{ ...taken, purpose: null }]);
    expect(await bookings(day.stranger)).toEqual([]);
  });

  it("is reminded of on the day before, both units and nobody else", async () => {
    day.goTo("2026-09-11T09:00");
    await using _working = day.hub.work();
    const reminded = (told: readonly string[]): boolean => told.includes("REMINDER");
    await patiently(() => day.told(company.liaison, booking), reminded);
    expect(await day.told(school.liaison, booking)).toEqual(["REQUESTED", "REMINDER"]);
    for (const as of [other.liaison, day.secretary, day.stranger])
      expect(await day.told(as, booking)).toEqual([]);
  });

  it("is not for those who come later than a day before", async () => {
    day.goTo("2026-09-11T09:01");
    expect(await had("09:00", "10:00")).toEqual({ refused: "NOTICE", found: 0 });
  });

  it("is used, which can be recorded when it is over", async () => {
    const early = await day.refused(company.liaison, "completeBooking", { id: booking });
    expect(early.extensions.code).toBe("ILLEGAL_TRANSITION");
    day.goTo("2026-09-12T16:01");
    await day.send(company.liaison, "completeBooking", "booking { id }", { id: booking });
    expect(await day.told(school.liaison, booking)).toEqual(["REQUESTED", "REMINDER", "DONE"]);
    expect(await bookings(school.liaison)).toMatchObject([{ state: "DONE" }]);
  });
});
