import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { TransactionSlots } from "./transaction-slots.ts";

describe("slots for transactions", () => {
  it("are never more than there are, and each that is given back goes to whoever has waited longest", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        async (most, steps) => {
          const slots = new TransactionSlots({ most, waitMs: 60_000 });
          let [open, asked] = [0, 0];
          const begun: number[] = [];
          for (const isTaken of steps) {
            if (isTaken) {
              const nth = asked++;
              void slots.take().then(() => begun.push(nth));
              if (open < most) open += 1;
            } else if (open > 0) {
              // A waiting transaction takes over; otherwise there is one less.
              if (slots.waiting === 0) open -= 1;
              slots.give();
            }
            await Promise.resolve();
            await Promise.resolve();
          }
          expect(begun).toEqual(begun.toSorted((one, other) => one - other));
          expect(slots.tryTake()).toBe(open < most);
          // Transactions that still wait are released, so that no timer is left over.
          while (slots.waiting > 0) slots.give();
        },
      ),
      { numRuns: 100 },
    );
  });

  it("refuse at once whoever finds the queue full, and after a while whoever waits", async () => {
    const slots = new TransactionSlots({ most: 1, queue: 1, waitMs: 20 });
    expect(slots.tryTake()).toBe(true);
    const waiting = slots.take();
    const told = { code: "OVERLOADED", extensions: { retryAfterSeconds: expect.any(Number) } };
    await expect(slots.take()).rejects.toMatchObject(told);
    await expect(waiting).rejects.toMatchObject(told);
    expect(slots.waiting).toBe(0);
    slots.give();
    expect(slots.tryTake()).toBe(true);
  });
});
