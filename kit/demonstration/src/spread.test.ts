import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { evenly, spread, variedShares } from "./spread.ts";

const sum = (shares: readonly number[]): number =>
  shares.reduce((total, share) => total + share, 0);

describe("shares", () => {
  it("add up to the total, and differ by one at most", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 500 }), (total, count) => {
        const shares = spread(total, count);
        expect(shares).toHaveLength(count);
        expect(sum(shares)).toBe(total);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("add up when they vary, too, and none is less than half of the even one", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 500 }), (total, count) => {
        const shares = variedShares(total, count);
        expect(sum(shares)).toBe(total);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(Math.floor(total / count / 2));
      }),
    );
  });

  it("takes so many different items, in their order", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (length, count) => {
        fc.pre(count <= length);
        const taken = evenly(
          Array.from({ length }, (_, at) => at),
          count,
        );
        expect(new Set(taken).size).toBe(count);
        expect(taken).toEqual(taken.toSorted((a, b) => a - b));
      }),
    );
  });

  it("does not take more than there are", () => {
    expect(() => evenly(["one"], 2)).toThrow(RangeError);
  });
});
