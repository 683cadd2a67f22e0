import { expect, it } from "@jest/globals";
import { chosenTime, movedTo, rangeOfTime, showChosenTime, timeOfRange } from "./chosen-time.ts";

const FRIDAY = { day: "2126-12-06", from: "14:00", to: "16:00" };
const WEEKEND = { ...FRIDAY, lastDay: "2126-12-09", to: "10:00" };

it("a time is chosen once all its parts are, and it ends after it begins", () => {
  expect(chosenTime(FRIDAY)).toEqual(FRIDAY);
  expect(chosenTime(WEEKEND)).toEqual(WEEKEND);
  expect(chosenTime({ ...FRIDAY, lastDay: FRIDAY.day })).toEqual(FRIDAY);
  for (const part of ["day", "from", "to"])
    expect(chosenTime({ ...WEEKEND, [part]: undefined })).toBeUndefined();
  expect(chosenTime({ ...FRIDAY, to: "14:00" })).toBeUndefined();
  expect(chosenTime({ ...WEEKEND, lastDay: "2126-12-05" })).toBeUndefined();
});

it("whoever moves the first day keeps the days, and a single day stays one", () => {
  expect(movedTo(WEEKEND, "2126-12-30")).toEqual({ day: "2126-12-30", lastDay: "2127-01-02" });
  expect(movedTo(FRIDAY, "2126-12-30")).toEqual({ day: "2126-12-30" });
});

it("what is offered as a range is the time that a form would have chosen", () => {
  for (const time of [FRIDAY, WEEKEND, { ...FRIDAY, to: "24:00" }, { ...WEEKEND, to: "24:00" }])
    expect(timeOfRange(rangeOfTime(time))).toEqual(time);
});

it("a time is said with each day that it needs", () => {
  expect(showChosenTime(FRIDAY, FRIDAY.day)).toBe("当天 14:00–16:00");
  expect(showChosenTime(WEEKEND)).toBe("2126年12月6日 周五 14:00 至 2126年12月9日 周一 10:00");
});
