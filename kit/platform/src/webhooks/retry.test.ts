import { describe, expect, it } from "@jest/globals";
import { pauseAfter, readRetryAfter } from "./retry.ts";

const NOW = new Date("2026-03-01T04:00:00Z");

describe("the pause after a failure", () => {
  it("grows from five seconds to a day, 41 hours in seven, and then there is none", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) =>
      pauseAfter(failures, undefined, { chance: () => 0.5 }),
    );
    expect(pauses[0]).toBe(5000);
    expect(pauses[6]).toBe(86_400_000);
    expect(pauses[7]).toBeUndefined();
    const hours = pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / 3_600_000;
    expect(Math.floor(hours)).toBe(41);
  });

  it("is spread by a fifth, and longer where that is asked for, never shorter", () => {
    const pause = (chance: number, retryAfterMs?: number) =>
      pauseAfter(1, retryAfterMs, { chance: () => chance });
    expect([pause(0), pause(1)]).toEqual([4000, 6000]);
    expect([pause(0.5, 1000), pause(0.5, 9000)]).toEqual([5000, 9000]);
  });
});

describe("Retry-After", () => {
  it("is a number of seconds or a date, a day at most", () => {
    expect(readRetryAfter("120", NOW)).toBe(120_000);
    expect(readRetryAfter("Sun, 01 Mar 2026 04:01:00 GMT", NOW)).toBe(60_000);
    expect(readRetryAfter("Sun, 01 Mar 2026 03:00:00 GMT", NOW)).toBe(0);
    expect(readRetryAfter("999999999", NOW)).toBe(86_400_000);
    for (const none of [undefined, "", "soon", "-1x", "1e99"])
      expect(readRetryAfter(none, NOW)).toBeUndefined();
  });
});
