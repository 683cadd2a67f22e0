import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { freeSlots, left, tightest } from "./free-time.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const taking = fc
  .record({
    from: fc.integer({ min: -10, max: 30 }),
    length: fc.integer({ min: 1, max: 15 }),
    quantity: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ from, length, quantity }) => ({
    startsAt: at(from),
    endsAt: at(from + length),
    quantity,
  }));
const situation = fc.record({
  capacity: fc.integer({ min: 1, max: 8 }),
  takings: fc.array(taking, { maxLength: 12 }),
});
const during = { start: at(0), end: at(24) };

describe("what is left of a resource", () => {
  it("is at every minute the capacity less what runs then", () => {
    fc.assert(
      fc.property(situation, ({ capacity, takings }) => {
        const slots = left(capacity, during, takings);
        for (let minute = 0; minute < 24; minute += 1) {
          const running = takings.filter(
            (one) => one.startsAt <= at(minute) && at(minute) < one.endsAt,
          );
          const used = running.reduce((sum, one) => sum + one.quantity, 0);
          const found = slots.filter((slot) => slot.start <= at(minute) && at(minute) < slot.end);
          expect(found.map((slot) => slot.quantity)).toEqual([capacity - used]);
        }
      }),
    );
  });

  it("comes in stretches without gaps, neighbours differing", () => {
    fc.assert(
      fc.property(situation, ({ capacity, takings }) => {
        const slots = left(capacity, during, takings);
        expect(slots[0]?.start).toEqual(during.start);
        expect(slots.at(-1)?.end).toEqual(during.end);
        for (const [i, slot] of slots.entries()) {
          expect(slot.start < slot.end).toBe(true);
          const next = slots[i + 1];
          if (!next) continue;
          expect(next.start).toEqual(slot.end);
          expect(next.quantity).not.toBe(slot.quantity);
        }
      }),
    );
  });

  it("is free where there is some of it, and tightest where there is least", () => {
    fc.assert(
      fc.property(situation, ({ capacity, takings }) => {
        const slots = left(capacity, during, takings);
        expect(freeSlots({ capacity }, during, takings)).toEqual(
          slots.filter((slot) => slot.quantity > 0),
        );
        expect(tightest(capacity, during, takings).quantity).toBe(
          Math.min(...slots.map((slot) => slot.quantity)),
        );
      }),
    );
  });
});
