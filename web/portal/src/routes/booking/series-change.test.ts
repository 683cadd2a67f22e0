import { expect, it } from "@jest/globals";
import { seriesChangeOf, seriesTimeOf } from "./series-change.ts";

const range = (start: string, end: string) => ({
  start: `2026-12-${start}:00+08:00`,
  end: `2026-12-${end}:00+08:00`,
});
/** A Wednesday. */
const MORNING = range("09T09:00", "09T11:00");

it("what nobody has changed is not sent, so that dates moved by themselves keep it", () => {
  const time = seriesTimeOf(MORNING);
  expect(time).toEqual({ from: "09:00", to: "11:00", endsAfter: "0", weekday: "3" });
  expect(seriesChangeOf(MORNING, time)).toEqual({});
  expect(seriesChangeOf(MORNING, { ...time, from: "10:00", to: "12:00" })).toEqual({
    startTime: "10:00",
  });
  expect(seriesChangeOf(MORNING, { ...time, to: "12:00" })).toEqual({ lengthMinutes: 180 });
  expect(seriesChangeOf(MORNING, { ...time, weekday: "4" })).toEqual({ weekday: 4 });
});

it.each([
  ["past midnight", range("09T22:00", "10T02:00"), { to: "02:00", endsAfter: "1" }],
  ["over several days", range("09T09:00", "11T17:00"), { to: "17:00", endsAfter: "2" }],
  ["until midnight", range("09T19:00", "10T00:00"), { to: "24:00", endsAfter: "0" }],
  ["a whole day", range("09T00:00", "10T00:00"), { to: "24:00", endsAfter: "0" }],
])("a date that lasts %s keeps its length until it is changed", (_, during, fields) => {
  const time = seriesTimeOf(during);
  expect(time).toMatchObject(fields);
  expect(seriesChangeOf(during, { ...time, weekday: "5" })).toEqual({ weekday: 5 });
  const other = { ...time, from: "21:00", to: "21:30", endsAfter: "1" };
  expect(seriesChangeOf(during, other)).toEqual({ startTime: "21:00", lengthMinutes: 1470 });
});

it("a time that ends before it begins is none", () => {
  const time = seriesTimeOf(MORNING);
  expect(seriesChangeOf(MORNING, { ...time, to: "09:00" })).toBeUndefined();
  expect(seriesChangeOf(MORNING, { ...time, to: undefined })).toBeUndefined();
});
