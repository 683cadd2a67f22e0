import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Answer, nodesOf } from "../../support/ask.ts";
import {
  type Unit,
  type WorkingDay,
  between,
  instant,
  openWorkingDay,
} from "../../support/working-day.ts";

/** A course on Thursday evenings from September to the end of October. One of them is a holiday, one is taken. */
const FIRST = between("2026-09-10", "19:00", "21:00");
const [HOLIDAY, CLASH] = ["2026-10-01", "2026-10-15"];
const EVENINGS = ["2026-09-10", "2026-09-17", "2026-09-24", HOLIDAY, "2026-10-08", CLASH]
  .concat(["2026-10-22", "2026-10-29"])
  .map((date) => ({ start: instant(`${date}T19:00`), end: instant(`${date}T21:00`) }));
const SKIPPED = [instant(`${HOLIDAY}T19:00`), instant(`${CLASH}T19:00`)];

let day: WorkingDay;
let school: Unit;
let university: Unit;
let other: Unit;
let room: string;
beforeAll(async () => {
  day = await openWorkingDay("2026-09-07T09:00");
  [school, university, other] = [
    await day.unit("街道小学"),
    await day.unit("老年大学"),
    await day.unit("社区医院"),
  ];
  room = await day.room(school, "教室");
  const bookingRules = { onHolidays: "CLOSED", bufferMinutes: 15 };
  await day.send(school.liaison, "setVenue", "resource { id }", { resourceId: room, bookingRules });
  await day.book(other, room, between(CLASH, "20:00", "22:00"));
});
afterAll(async () => await day?.[Symbol.asyncDispose]());

const course = (over: object) => ({
  resourceId: room,
  organizationId: university.id,
  during: FIRST,
  repeat: { every: "WEEK", until: "2026-10-31" },
  onConflict: "SKIP",
  purpose: "书法课",
  ...over,
});
const book = async (input: object) =>
  await day.send(
    university.liaison,
    "bookSeries",
    "series { id } dates { during { start end } outcome reason booking { id state } }",
    input,
  );
const datesOf = (answer: Answer) => [...(answer["dates"] ?? [])] as readonly Answer[];
const BOOKINGS =
  "query ($filter: BookingFilter) { bookings(filter: $filter, orderBy: START_ASC, first: 50) { nodes { id state series { id } } } }";

describe("a weekly course for a term", () => {
  it("is previewed: each evening, and why not on two of them; nothing is booked", async () => {
    const preview = await book(course({ preview: true }));
    expect(preview["series"]).toBeNull();
    expect(datesOf(preview).map(({ during }) => during)).toEqual(EVENINGS);
    const skipped = datesOf(preview).filter(({ outcome }) => String(outcome) === "SKIPPED");
    expect(skipped.map(({ during }) => during?.["start"])).toEqual(SKIPPED);
    const [holiday, clash] = skipped.map(({ reason }) => String(reason));
    expect(holiday).toContain("国庆节");
    expect(clash).toContain("社区医院");
    const filter = { organizationId: university.id };
    expect(nodesOf(await day.read(university.liaison, BOOKINGS, { filter }), "bookings")).toEqual(
      [],
    );
  });

  it("is not booked at all if it must be whole", async () => {
    const error = await day.refused(
      university.liaison,
      "bookSeries",
      course({ onConflict: "FAIL" }),
    );
    expect(error.extensions).toMatchObject({
      code: "BOOKING_CONFLICT",
      date: { start: SKIPPED[0] },
    });
  });

  it("is booked as it was previewed; the school is told once", async () => {
    const preview = datesOf(await book(course({ preview: true })));
    const made = await book(course({}));
    const plain = (dates: readonly Answer[]) =>
      dates.map(({ during, outcome, reason }) => ({
        during,
        reason,
        isBooked: ["BOOKED", "WOULD_BOOK"].includes(String(outcome)),
      }));
    expect(plain(datesOf(made))).toEqual(plain(preview));
    const ids = datesOf(made).flatMap(({ booking }) => (booking ? [String(booking["id"])] : []));
    expect(ids).toHaveLength(6);
    const told = await Promise.all(ids.map((id) => day.told(school.liaison, id)));
    expect(told.flat()).toEqual(["SERIES_BOOKED"]);
    expect(await day.lastWords(school.liaison, ids[0] ?? "")).toContain("6");
  });

  it("is seen as a series by both sides; others see evenings that are taken, strangers nothing", async () => {
    const filter = { organizationId: university.id };
    const seen = async (as: string) =>
      nodesOf(await day.read(as, BOOKINGS, { filter }), "bookings").map(
        ({ series }) => series !== null,
      );
    expect(await seen(university.liaison)).toEqual(Array(6).fill(true));
    expect(await seen(school.liaison)).toEqual(Array(6).fill(true));
    expect(await seen(other.liaison)).toEqual(Array(6).fill(false));
    expect(await seen(day.stranger)).toEqual([]);
  });

  it("loses one evening when it is cancelled, which others can book", async () => {
    const filter = { organizationId: university.id };
    const [first] = nodesOf(await day.read(university.liaison, BOOKINGS, { filter }), "bookings");
    const id = String(first?.["id"]);
    await day.send(university.liaison, "cancelBooking", "booking { id }", { id, reason: "停课" });
    expect(await day.told(school.liaison, id)).toEqual(["SERIES_BOOKED", "CANCELLED"]);
    await day.book(other, room, FIRST);
  });
});
