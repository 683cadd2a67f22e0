import { expect, it } from "@jest/globals";
import { latest } from "./latest.ts";

it("gives nobody what a reading found that had begun before", async () => {
  const readings: ((value: number) => void)[] = [];
  const read = latest(() => new Promise<number>((resolve) => readings.push(resolve)));
  const first = read();
  const meanwhile = [read(), read()];
  expect(readings).toHaveLength(1);
  readings[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  const later = read();
  expect(readings).toHaveLength(2);
  readings[1]?.(2);
  expect(await Promise.all(meanwhile)).toEqual([2, 2]);
  await Promise.resolve();
  readings[2]?.(3);
  expect(await later).toBe(3);
});

it("tries again after a reading that failed", async () => {
  let count = 0;
  const read = latest(async () => {
    count += 1;
    if (count === 1) throw new Error("away");
    return count;
  });
  const [first, second] = await Promise.allSettled([read(), read()]);
  expect(first.status).toBe("rejected");
  expect(second).toEqual({ status: "fulfilled", value: 2 });
  expect(await read()).toBe(3);
});
