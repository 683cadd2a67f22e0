import { expect, it } from "@jest/globals";
import { stretchesOf } from "./stretches.ts";

const at = (day: string, time: string): string => `2026-12-${day}T${time}:00+08:00`;
const VENUE = {
  id: "1",
  title: "会议室",
  capacity: 1,
  unit: null,
  provider: null,
  openingHours: [],
  bookingRules: { minNoticeMinutes: 1440, maxAheadDays: 3, onHolidays: "OPEN" as const },
  closures: [],
  // As the hub tells it at any time: all but a booking.
  free: [
    { start: at("01", "00:00"), end: at("02", "09:00"), quantity: 1 },
    { start: at("02", "10:00"), end: at("20", "00:00"), quantity: 1 },
  ],
  waitingList: { nodes: [] },
  bookings: { nodes: [] },
  holidays: new Map<string, never>(),
};
const NOW = new Date(at("01", "12:00"));
const statesOn = (day: string) =>
  stretchesOf(VENUE, `2026-12-${day}`, NOW).map(
    ({ from, to, state, by }) => `${from}–${to} ${state} ${by}`,
  );

it("hours that are too soon or too far ahead are not taken: they say why", () => {
  expect(statesOn("02").slice(0, 4)).toEqual([
    "08:00–09:00 beyond 须至少提前 1 天预约",
    "09:00–10:00 taken ",
    "10:00–12:00 beyond 须至少提前 1 天预约",
    "12:00–13:00 free ",
  ]);
  expect(statesOn("05")).toEqual(["08:00–22:00 beyond 最多提前 3 天预约"]);
  expect(new Set(statesOn("04").map((words) => words.split(" ")[1]))).toEqual(new Set(["free"]));
});

it("hours that are over say so, whatever the shortest notice", () => {
  expect(statesOn("01")[0]).toBe("08:00–12:00 over ");
});
