import { expect, it } from "@jest/globals";
import { nextMidnight } from "@alliance-hub/platform/scalars/shanghai-day";
import { atEachMidnight } from "./midnight.ts";

const MIDNIGHT = Date.parse("2026-12-31T16:00:00Z");

/** A clock that runs like the system's, and now is so many milliseconds before a day begins. */
function clockBeforeMidnight(leftMs: number): () => Date {
  const began = Date.now();
  return () => new Date(MIDNIGHT - leftMs + (Date.now() - began));
}

/** When the clock called back first. */
function firstCall(clock: () => Date): Promise<Date> {
  return new Promise((resolve) => {
    const watching = atEachMidnight(() => {
      watching[Symbol.dispose]();
      resolve(clock());
    }, clock);
  });
}

it("knows the beginning of the next day in Asia/Shanghai", () => {
  expect(nextMidnight(new Date(MIDNIGHT - 1))).toEqual(new Date(MIDNIGHT));
  expect(nextMidnight(new Date(MIDNIGHT))).toEqual(new Date(MIDNIGHT + 86_400_000));
});

it("calls back once the day has begun, not before", async () => {
  const called = await firstCall(clockBeforeMidnight(30));
  expect(called.getTime()).toBeGreaterThanOrEqual(MIDNIGHT);
});

it("lets go when it is disposed of", async () => {
  let isCalled = false;
  const watching = atEachMidnight(() => (isCalled = true), clockBeforeMidnight(1));
  watching[Symbol.dispose]();
  await firstCall(clockBeforeMidnight(20));
  expect(isCalled).toBe(false);
});
