import { describe, expect, it } from "@jest/globals";
import type { EntryKey } from "./entry-key.ts";
import { createTail } from "./tail.ts";

/** A log in memory, whose tail the test wakes. */
function stage(queue?: number) {
  const log: EntryKey[] = [];
  let wake = (): void => undefined;
  let fault: Error | undefined;
  let cleared = 0;
  const faults: unknown[] = [];
  const tail = createTail<EntryKey>({
    read: async (behind) => {
      if (fault) throw fault;
      const rows = log.filter(({ number }) => number > behind.number).slice(0, 3);
      const hasGap = cleared > behind.number;
      return { rows, end: rows.at(-1) ?? behind, isMoreNear: false, hasGap };
    },
    end: async () => log.at(-1) ?? entry(0),
    listen: async (call) => {
      wake = call;
      return { [Symbol.asyncDispose]: async () => undefined };
    },
    onFault: (error) => faults.push(error),
    ...(queue === undefined ? {} : { queue }),
  });
  return {
    tail,
    faults,
    write: (...numbers: number[]) => {
      log.push(...numbers.map(entry));
      wake();
    },
    /** Removes entries, up to a number. */
    clear: (upTo: number) => {
      log.splice(
        0,
        log.findIndex(({ number }) => number > upTo),
      );
      cleared = upTo;
    },
    fail: (error: Error | undefined) => {
      fault = error;
      wake();
    },
  };
}

const entry = (number: number): EntryKey => ({ number, id: `entry ${number}` });

async function take(follower: AsyncIterable<EntryKey>, count: number): Promise<number[]> {
  const taken: number[] = [];
  if (count === 0) return taken;
  for await (const { number } of follower) {
    taken.push(number);
    if (taken.length === count) break;
  }
  return taken;
}

describe("the tail of a log", () => {
  it("gives each follower what is written after where it began, in order", async () => {
    const { tail, write } = stage();
    write(1, 2);
    await using _tail = tail;
    using first = await tail.follow();
    expect(first.from.number).toBe(2);
    write(3, 4, 5, 6, 7);
    expect(await take(first, 5)).toEqual([3, 4, 5, 6, 7]);
    using second = await tail.follow();
    write(8);
    expect(second.from).toEqual(entry(7));
    expect(await take(second, 1)).toEqual([8]);
  });

  it("ends for a follower that does not keep up, after the last one it was given", async () => {
    const { tail, write } = stage(4);
    await using _tail = tail;
    using slow = await tail.follow();
    using quick = await tail.follow();
    const taken = take(quick, 9);
    for (let number = 1; number <= 9; number++) {
      write(number);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await take(slow, Infinity)).toEqual([1, 2, 3, 4]);
  });

  it("ends for all who follow where entries are gone before they were read", async () => {
    const { tail, write, clear, fail } = stage();
    await using _tail = tail;
    using behind = await tail.follow();
    fail(new Error("gone"));
    write(1, 2, 3, 4);
    await new Promise((resolve) => setImmediate(resolve));
    clear(2);
    fail(undefined);
    expect(await take(behind, Infinity)).toEqual([]);
    using next = await tail.follow();
    expect(next.from).toEqual(entry(4));
    write(5);
    expect(await take(next, 1)).toEqual([5]);
  });

  it("goes on after a read that failed", async () => {
    const { tail, write, fail, faults } = stage();
    await using _tail = tail;
    using follower = await tail.follow();
    fail(new Error("gone"));
    write(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(faults.length).toBeGreaterThan(0);
    fail(undefined);
    expect(await take(follower, 1)).toEqual([1]);
  });
});
