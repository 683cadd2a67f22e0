import { expect, it } from "@jest/globals";
import { type Opening, firstDayNotOpen, hoursOn, openOn, outsideHours } from "./hours.ts";

const [MONDAY, SATURDAY] = ["2026-10-05", "2026-10-10"];
const period = (weekday: number, from: string, to: string, over: object = {}) => ({
  weekday,
  from,
  to,
  validFrom: null,
  validTo: null,
  note: null,
  ...over,
});
const opening = (
  openingHours: Opening["openingHours"],
  onHolidays: "OPEN" | "CLOSED" = "CLOSED",
): Opening => ({
  openingHours,
  bookingRules: { onHolidays },
  holidays: new Map([
    [MONDAY, { name: "国庆节", isOff: true }],
    [SATURDAY, { name: "国庆节", isOff: false }],
  ]),
});
const WEEKDAY = [period(1, "12:00", "18:00"), period(1, "08:00", "12:00")];

it("periods that touch are one time, and a gap between them is none", () => {
  const open = opening(WEEKDAY, "OPEN");
  expect(openOn(open, MONDAY)).toEqual([{ from: "08:00", to: "18:00" }]);
  expect(firstDayNotOpen(open, { day: MONDAY, from: "11:00", to: "13:00" })).toBeUndefined();
  const gap = opening([period(1, "08:00", "12:00"), period(1, "12:30", "24:00")], "OPEN");
  expect(firstDayNotOpen(gap, { day: MONDAY, from: "11:00", to: "13:00" })).toBe(MONDAY);
  expect(outsideHours(gap, MONDAY).map(({ start, end }) => [start, end])).toHaveLength(2);
});

it("a time over several days needs each of them: the first from its start, the last until its end, those between whole", () => {
  const nights = opening(
    [1, 2, 3].map((weekday) => period(weekday, weekday === 1 ? "18:00" : "00:00", "24:00")),
    "OPEN",
  );
  const time = { day: MONDAY, from: "20:00" };
  expect(firstDayNotOpen(nights, { ...time, lastDay: "2026-10-07", to: "10:00" })).toBeUndefined();
  expect(firstDayNotOpen(nights, { ...time, lastDay: "2026-10-08", to: "00:30" })).toBe(
    "2026-10-08",
  );
  expect(firstDayNotOpen(nights, { ...time, lastDay: "2026-10-08", to: "00:00" })).toBeUndefined();
  expect(
    firstDayNotOpen(nights, { ...time, from: "17:30", lastDay: "2026-10-07", to: "10:00" }),
  ).toBe(MONDAY);
  const noon = opening([...nights.openingHours.slice(0, 1), period(2, "00:00", "12:00")], "OPEN");
  expect(firstDayNotOpen(noon, { ...time, lastDay: "2026-10-07", to: "10:00" })).toBe("2026-10-06");
});

it("a day off is shut and a working Saturday is a Monday, for those that keep holidays", () => {
  expect(openOn(opening(WEEKDAY), MONDAY)).toEqual([]);
  expect(openOn(opening([]), MONDAY)).toEqual([]);
  expect(openOn(opening([]), SATURDAY)).toEqual([{ from: "00:00", to: "24:00" }]);
  expect(hoursOn(opening(WEEKDAY), SATURDAY)).toHaveLength(2);
  expect(hoursOn(opening(WEEKDAY, "OPEN"), SATURDAY)).toEqual([]);
});

it("hours of a summer's Saturdays say nothing of a working Saturday in October; valid ones do", () => {
  const until = (validTo: string) =>
    opening([...WEEKDAY, period(6, "09:00", "10:00", { validTo })]);
  expect(openOn(until("2026-08-31"), SATURDAY)).toEqual([{ from: "08:00", to: "18:00" }]);
  expect(openOn(until("2026-12-31"), SATURDAY)).toEqual([{ from: "09:00", to: "10:00" }]);
});
