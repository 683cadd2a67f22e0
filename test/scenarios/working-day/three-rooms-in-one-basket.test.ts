import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { nodesOf } from "../../support/ask.ts";
import { type Unit, type WorkingDay, between, openWorkingDay } from "../../support/working-day.ts";

/** A contest needs three rooms of three owners at once. One of them is taken: none is booked. Then all are. */
const DURING = between("2026-09-12", "09:00", "12:00");

let day: WorkingDay;
let asking: Unit;
let holder: Unit;
let owners: readonly Unit[];
let rooms: readonly string[];
let held: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  [asking, holder] = [await day.unit("工会"), await day.unit("社区医院")];
  owners = [await day.unit("小学"), await day.unit("银行"), await day.unit("供电所")];
  // The last owner decides about each booking.
  rooms = await Promise.all(
    owners.map((owner, place) =>
      day.room(owner, `${owner.name}的会议室`, { approval: place === 2 }),
    ),
  );
  held = await day.book(holder, rooms[1] ?? "", DURING);
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const basket = () => ({
  organizationId: asking.id,
  during: DURING,
  purpose: "技能大比武",
  items: rooms.map((resourceId) => ({ resourceId })),
});
const bookingsOf = async (as: string, filter: object) =>
  nodesOf(
    await day.read(
      as,
      "query ($filter: BookingFilter) { bookings(filter: $filter) { nodes { id state purpose } } }",
      { filter },
    ),
    "bookings",
  );

describe("three rooms of three owners", () => {
  it("are not booked if one of them is taken, which is named; no owner is told", async () => {
    const error = await day.refused(asking.liaison, "bookBasket", basket());
    expect(error.extensions.code).toBe("BOOKING_CONFLICT");
    expect(error.extensions.faults?.map(({ path }) => path)).toEqual([
      ["input", "items", 1, "resourceId"],
    ]);
    expect(error.message).toContain("银行的会议室");
    expect(error.message).toContain("社区医院");
    expect(await bookingsOf(asking.liaison, { organizationId: asking.id })).toEqual([]);
    const noticed = "{ notices { nodes { noun } } }";
    for (const { liaison } of [owners[0], owners[2]].filter((one) => one !== undefined))
      expect(nodesOf(await day.read(liaison, noticed), "notices")).not.toContainEqual({
        noun: "Booking",
      });
  });

  it("are booked together once it is free; each owner is told of its own room alone", async () => {
    await day.send(holder.liaison, "cancelBooking", "booking { id }", {
      id: held,
      reason: "改到下周",
    });
    const made = await day.send(asking.liaison, "bookBasket", "bookings { id state }", basket());
    const bookings = made["bookings"] ?? [];
    expect(bookings.map(({ state }) => state)).toEqual(["CONFIRMED", "CONFIRMED", "REQUESTED"]);
    for (const [place, { liaison }] of owners.entries()) {
      const told = await Promise.all(bookings.map(({ id }) => day.told(liaison, String(id))));
      const type = place === 2 ? "REQUESTED" : "BOOKED";
      expect(told).toEqual(bookings.map((_, at) => (at === place ? [type] : [])));
    }
    const last = String(bookings[2]?.["id"]);
    expect(await day.tasks(owners[2]?.liaison ?? "", last)).toEqual(["DECIDE_BOOKING OPEN"]);
  });

  it("are seen by both sides with their purpose, by other units as taken, and by strangers not at all", async () => {
    const purposes = async (as: string) =>
      (await bookingsOf(as, { organizationId: asking.id })).map(({ purpose }) => purpose);
    expect(await purposes(asking.liaison)).toEqual(Array(3).fill("技能大比武"));
    expect(await purposes(holder.liaison)).toEqual(Array(3).fill(null));
    expect(await purposes(day.stranger)).toEqual([]);
    const own = await bookingsOf(owners[0]?.liaison ?? "", { providerId: owners[0]?.id });
    expect(own).toMatchObject([{ purpose: "技能大比武" }]);
  });
});
