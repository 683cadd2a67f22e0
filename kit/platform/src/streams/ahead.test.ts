import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { ahead } from "./ahead.ts";

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield item;
}

it("gives the results in order, whatever order they are ready in, and works on no more than it may", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(5), { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (delays, most) => {
        let [underWay, worst] = [0, 0];
        const items = delays.map((turns, number) => ({ turns, number }));
        const work = async ({ turns, number }: { turns: number; number: number }) => {
          worst = Math.max(worst, ++underWay);
          for (let left = turns; left > 0; left--) await turn();
          underWay -= 1;
          return number;
        };
        const given: number[] = [];
        for await (const number of ahead(from(items), work, most)) given.push(number);
        expect(given).toEqual(items.map(({ number }) => number));
        expect(worst).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 50 },
  );
});

it("throws in its turn what work throws, and what the source does after all that came before", async () => {
  const seen: number[] = [];
  const reading = async (source: AsyncIterable<number>): Promise<void> => {
    for await (const number of ahead(source, half, 4)) seen.push(number);
  };
  const half = async (number: number): Promise<number> => {
    if (number === 3) throw new Error("three");
    return number;
  };
  await expect(reading(from([1, 2, 3, 4]))).rejects.toThrow("three");
  expect(seen).toEqual([1, 2]);
  const broken = (async function* () {
    yield 1;
    yield 2;
    throw new Error("broken");
  })();
  seen.length = 0;
  await expect(reading(broken)).rejects.toThrow("broken");
  expect(seen).toEqual([1, 2]);
});

it("ends its source when nobody asks any more", async () => {
  let isEnded = false;
  const endless = (async function* () {
    try {
      for (let number = 0; ; number++) yield number;
    } finally {
      isEnded = true;
    }
  })();
  for await (const number of ahead(endless, async (one) => one, 3)) if (number === 5) break;
  while (!isEnded) await turn();
});
