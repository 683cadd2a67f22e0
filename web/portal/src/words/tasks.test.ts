import { expect, it } from "@jest/globals";
import { endsSoon } from "./tasks.ts";

const NOW = new Date("2026-12-02T10:00:00+08:00");
const inHours = (hours: number): string =>
  new Date(NOW.getTime() + hours * 3_600_000).toISOString();

it.each([
  ["an offer that ends in a day", "ANSWER_OFFER", inHours(24), true],
  ["a request that lapses in two", "DECIDE_BOOKING", inHours(48), true],
  ["one that lapses later", "DECIDE_BOOKING", inHours(49), false],
  ["what is overdue, and can still be done", "FULFIL_COMMITMENT", inHours(-24), false],
  ["what will be overdue, and can still be done then", "FULFIL_COMMITMENT", inHours(24), false],
  ["what has no end", "ANSWER_OFFER", null, false],
])("%s", (_, kind, dueAt, ends) => {
  expect(endsSoon({ kind, dueAt }, NOW)).toBe(ends);
});
