import { expect, it } from "@jest/globals";
import { isFree, nearTimes, searchedAround } from "./free-times.ts";
import { type Ruled, brokenRule, whyTaken } from "./rules.ts";

const NOW = new Date("2026-12-01T08:00:00+08:00");
const free = (day: string, from: string, to: string) => ({
  start: `2026-12-${day}T${from}:00+08:00`,
  end: `2026-12-${day}T${to}:00+08:00`,
  quantity: 1,
});
const WORKDAYS = [1, 2, 3, 4, 5, 6].map((weekday) => ({
  weekday,
  from: "08:00",
  to: "21:00",
  validFrom: null,
  validTo: null,
  note: null,
}));
const rules = {
  approval: false,
  minNoticeMinutes: 0,
  maxAheadDays: null,
  slotMinutes: 30,
  bufferMinutes: 0,
  maxLengthMinutes: null,
  cancelBeforeMinutes: 0,
  onHolidays: "OPEN",
} satisfies Ruled["bookingRules"];
const room = (over: Partial<Ruled["bookingRules"]> = {}, openingHours = WORKDAYS): Ruled => ({
  bookingRules: { ...rules, ...over },
  openingHours,
});
const show = (times: readonly { day: string; from: string; to: string }[]): string[] =>
  times.map(({ day, from, to }) => `${day.slice(8)} ${from}–${to}`);

it("a time that can be had instead is the nearest one, also on a day before, as the hub offers it", () => {
  const wish = { day: "2026-12-13", from: "10:00", to: "11:00", quantity: 1 };
  const times = nearTimes({
    wish,
    resource: room(),
    free: [free("12", "08:00", "21:00"), free("14", "08:00", "21:00")],
    now: NOW,
  });
  expect(show(times)).toEqual(["12 18:00–19:00", "12 19:00–20:00", "12 20:00–21:00"]);
});

it("a time that is not whole slots has other times of whole slots", () => {
  const wish = { day: "2026-12-14", from: "09:10", to: "10:00", quantity: 1 };
  const day = [free("14", "08:00", "21:00")];
  expect(show(nearTimes({ wish, resource: room(), free: day, now: NOW }))).toEqual([
    "14 08:00–09:00",
    "14 09:00–10:00",
    "14 10:00–11:00",
  ]);
  const isAllowed = ({ from }: { readonly from: string }): boolean => from >= "10:00";
  expect(show(nearTimes({ wish, resource: room(), free: day, now: NOW, isAllowed }))).toEqual([
    "14 10:00–11:00",
    "14 11:00–12:00",
    "14 12:00–13:00",
  ]);
});

it("times that a form cannot take, that are too soon or at night are left out", () => {
  const wish = { day: "2026-12-02", from: "09:00", to: "10:00", quantity: 1 };
  const all = [{ ...free("01", "00:00", "24:00"), end: "2026-12-03T00:00:00+08:00" }];
  const resource = room({ minNoticeMinutes: 1560, slotMinutes: null }, []);
  expect(show(nearTimes({ wish, resource, free: all, now: NOW }))).toEqual([
    "02 10:00–11:00",
    "02 11:00–12:00",
    "02 12:00–13:00",
  ]);
  const late = { ...wish, from: "22:00", to: "24:00" };
  const before = [{ ...free("02", "22:30", "22:30"), end: "2026-12-04T00:00:00+08:00" }];
  expect(show(nearTimes({ wish: late, resource, free: before, now: NOW }))).toEqual([
    "03 00:00–02:00",
    "03 02:00–04:00",
    "03 04:00–06:00",
  ]);
});

it("a time over several days is offered as long as it is, over as many days", () => {
  const weekend = { day: "2026-12-04", lastDay: "2026-12-07", from: "14:00", to: "10:00" };
  const wish = { ...weekend, quantity: 2 };
  const all = [
    { ...free("01", "00:00", "00:00"), end: "2026-12-06T00:00:00+08:00", quantity: 5 },
    { ...free("06", "00:00", "00:00"), end: "2026-12-07T09:00:00+08:00", quantity: 1 },
    { ...free("07", "09:00", "09:00"), end: "2026-12-20T00:00:00+08:00", quantity: 2 },
  ];
  expect(isFree(wish, all)).toBe(false);
  expect(isFree({ ...wish, quantity: 1 }, all)).toBe(true);
  const times = nearTimes({ wish, resource: room({ slotMinutes: null }, []), free: all, now: NOW });
  // 68 hours each.
  expect(
    times.map(({ day, from, lastDay, to, quantity }) => [day, from, lastDay, to, quantity]),
  ).toEqual([
    ["2026-12-03", "04:00", "2026-12-05", "24:00", 2],
    ["2026-12-07", "09:00", "2026-12-10", "05:00", 2],
    ["2026-12-10", "05:00", "2026-12-13", "01:00", 2],
  ]);
  const long = room({ maxLengthMinutes: 60 * 67 }, []);
  expect(brokenRule(long, weekend, NOW)).toContain("每次最长预约");
  expect(brokenRule(room({ maxLengthMinutes: 60 * 68 }, []), weekend, NOW)).toBeUndefined();
  expect(brokenRule(room({ slotMinutes: 60 }), { ...weekend, to: "10:30" }, NOW)).toContain("格");
  const opening = { ...room(), holidays: new Map() };
  // It is shut at night.
  expect(whyTaken(opening, [], weekend)).toContain("08:00–21:00");
});

it("two weeks around a day are searched, from today on", () => {
  expect(searchedAround("2026-12-24", NOW)).toEqual({
    start: "2026-12-10T00:00:00+08:00",
    end: "2027-01-07T00:00:00+08:00",
  });
  expect(searchedAround("2026-12-24", NOW, "2026-12-27").end).toBe("2027-01-10T00:00:00+08:00");
  expect(searchedAround("2026-12-05", NOW).start).toBe("2026-12-01T00:00:00+08:00");
  expect(searchedAround("2026-11-20", NOW).start).toBe("2026-11-20T00:00:00+08:00");
});
