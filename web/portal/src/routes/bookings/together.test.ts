import { expect, it } from "@jest/globals";
import { instantAt } from "../../words/time.ts";
import { showHoursOf } from "./together.ts";

const series = (every: "WEEK" | "MONTH", ...ranges: readonly (readonly [string, string])[]) => ({
  id: "1",
  every,
  interval: 1,
  awaiting: ranges.map(([start, end], at) => ({
    id: String(at),
    version: 1,
    during: {
      start: instantAt(start.slice(0, 10), start.slice(11)),
      end: instantAt(end.slice(0, 10), end.slice(11)),
    },
  })),
});

it.each([
  [
    "周三 09:00–11:00",
    series(
      "WEEK",
      ["2026-12-02 09:00", "2026-12-02 11:00"],
      ["2026-12-09 09:00", "2026-12-09 11:00"],
    ),
  ],
  // One of them was moved.
  [
    "时间不一",
    series(
      "WEEK",
      ["2026-12-02 09:00", "2026-12-02 11:00"],
      ["2026-12-10 09:00", "2026-12-10 11:00"],
    ),
  ],
  [
    "周三 22:00 至次日 02:00",
    series(
      "WEEK",
      ["2026-12-02 22:00", "2026-12-03 02:00"],
      ["2026-12-09 22:00", "2026-12-10 02:00"],
    ),
  ],
  // Until midnight is the same day.
  [
    "20:00–24:00",
    series(
      "MONTH",
      ["2026-12-02 20:00", "2026-12-03 00:00"],
      ["2027-01-02 20:00", "2027-01-03 00:00"],
    ),
  ],
])("%s", (words, one) => {
  expect(showHoursOf(one)).toBe(words);
});
