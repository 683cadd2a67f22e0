import { describe, expect, it } from "@jest/globals";
import { type RepeatRule, repeatedDates } from "./repeated-dates.ts";

const rule = (over: Partial<RepeatRule>): RepeatRule => ({
  every: "WEEK",
  step: 1,
  until: null,
  count: null,
  ...over,
});
const from = (start: string, hours = 2) => ({
  start: new Date(start),
  end: new Date(Date.parse(start) + hours * 3_600_000),
});
const starts = (start: string, over: Partial<RepeatRule>, most = 200) =>
  repeatedDates(from(start), rule(over), most).map(
    ({ during, missing }) => during?.start.toISOString() ?? missing,
  );

describe("the dates of a rule", () => {
  it("are every so many weeks, as many as are wanted", () => {
    expect(starts("2026-03-02T11:00:00Z", { count: 3, step: 2 })).toEqual([
      "2026-03-02T11:00:00.000Z",
      "2026-03-16T11:00:00.000Z",
      "2026-03-30T11:00:00.000Z",
    ]);
  });

  it("end with the last day, by the calendar of Shanghai", () => {
    // 17:00 UTC is 01:00 of the next day there.
    expect(starts("2026-03-01T17:00:00Z", { until: "2026-03-09" })).toHaveLength(2);
    expect(starts("2026-03-01T17:00:00Z", { until: "2026-03-08" })).toHaveLength(1);
  });

  it("leave out months without that day, and say so; these do not count", () => {
    expect(starts("2026-01-31T02:00:00Z", { every: "MONTH", count: 3 })).toEqual([
      "2026-01-31T02:00:00.000Z",
      "2026-02",
      "2026-03-31T02:00:00.000Z",
      "2026-04",
      "2026-05-31T02:00:00.000Z",
    ]);
  });

  it("are no more than the most", () => {
    expect(starts("2026-01-01T02:00:00Z", { until: "2030-01-01" }, 5)).toHaveLength(5);
  });
});
