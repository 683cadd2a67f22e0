import { describe, expect, it } from "@jest/globals";
import { until } from "@alliance-hub/testing/until";
import { startWorkLoop } from "./work-loop.ts";

const LONG_MS = 3_600_000;

describe("a work loop", () => {
  it("makes one call at a time; waking it during one brings another one", async () => {
    let open = 0;
    let most = 0;
    let count = 0;
    const pending: (() => void)[] = [];
    const work = async (): Promise<void> => {
      most = Math.max(most, ++open);
      count += 1;
      await new Promise<void>((resolve) => pending.push(resolve));
      open -= 1;
    };
    await using loop = startWorkLoop({ work, idleMs: LONG_MS, onFault: () => undefined });
    await until(
      () => pending.length,
      (length) => length === 1,
    );
    loop.wake();
    loop.wake();
    pending[0]?.();
    await until(
      () => pending.length,
      (length) => length === 2,
    );
    pending[1]?.();
    await until(
      () => open,
      (still) => still === 0,
    );
    expect([count, most]).toEqual([2, 1]);
  });

  it("goes on after a call that failed, and without being woken", async () => {
    const faults: unknown[] = [];
    let count = 0;
    const work = async (): Promise<void> => {
      count += 1;
      if (count === 1) throw new Error("gone");
    };
    await using _loop = startWorkLoop({ work, idleMs: 1, onFault: (error) => faults.push(error) });
    await until(
      () => count,
      (made) => made >= 3,
    );
    expect(faults).toHaveLength(1);
  });

  it("ends when it is disposed of, after the call under way", async () => {
    let count = 0;
    const pending: (() => void)[] = [];
    const work = async (): Promise<void> => {
      await new Promise<void>((resolve) => pending.push(resolve));
      count += 1;
    };
    const loop = startWorkLoop({ work, idleMs: 1, onFault: () => undefined });
    const ended = loop[Symbol.asyncDispose]();
    loop.wake();
    pending[0]?.();
    await ended;
    loop.wake();
    expect([count, pending.length]).toEqual([1, 1]);
  });
});
