import { describe, expect, it } from "@jest/globals";
import { remembered } from "./remembered.ts";

describe("what is remembered for those who measure", () => {
  it("is read once while it is good, however many ask", async () => {
    let now = 0;
    let reads = 0;
    const read = remembered(async () => (reads += 1), {
      goodMs: 10,
      waitMs: 60_000,
      now: () => now,
    });
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    now = 9;
    expect(await read()).toBe(1);
    now = 10;
    expect(await read()).toBe(2);
  });

  it("is unknown where it could not be read, and is not asked for again at once", async () => {
    let reads = 0;
    const read = remembered(
      async () => {
        reads += 1;
        throw new Error("away");
      },
      { goodMs: 10, waitMs: 60_000, now: () => 0 },
    );
    expect([await read(), await read(), reads]).toEqual([undefined, undefined, 1]);
  });

  it("is unknown while it takes too long, without a second reading beside the first", async () => {
    let end = (_value: number): void => undefined;
    let reads = 0;
    const read = remembered(
      () => {
        reads += 1;
        return new Promise<number>((resolve) => (end = resolve));
      },
      { goodMs: 10, waitMs: 1, now: () => 0 },
    );
    expect(await read()).toBeUndefined();
    expect(await read()).toBeUndefined();
    const waiting = read();
    end(7);
    expect([await waiting, await read(), reads]).toEqual([7, 7, 1]);
  });
});
