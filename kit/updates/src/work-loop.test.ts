import { describe, expect, it } from "@jest/globals";
import { until } from "@alliance-hub/testing/until";
import { startRounds } from "./work-loop.ts";

const LONG_MS = 3_600_000;

describe("rounds", () => {
  it("are made one at a time; whoever wakes during one gets another one", async () => {
    let open = 0;
    let most = 0;
    let count = 0;
    const held: (() => void)[] = [];
    const round = async (): Promise<void> => {
      most = Math.max(most, ++open);
      count += 1;
      await new Promise<void>((resolve) => held.push(resolve));
      open -= 1;
    };
    await using rounds = startRounds({ round, idleMs: LONG_MS, onFault: () => undefined });
    await until(
      () => held.length,
      (length) => length === 1,
    );
    rounds.wake();
    rounds.wake();
    held[0]?.();
    await until(
      () => held.length,
      (length) => length === 2,
    );
    held[1]?.();
    await until(
      () => open,
      (still) => still === 0,
    );
    expect([count, most]).toEqual([2, 1]);
  });

  it("go on after one that failed, and without being woken", async () => {
    const faults: unknown[] = [];
    let count = 0;
    const round = async (): Promise<void> => {
      count += 1;
      if (count === 1) throw new Error("gone");
    };
    await using _rounds = startRounds({ round, idleMs: 1, onFault: (error) => faults.push(error) });
    await until(
      () => count,
      (made) => made >= 3,
    );
    expect(faults).toHaveLength(1);
  });

  it("end when they are disposed of, after the one under way", async () => {
    let count = 0;
    const held: (() => void)[] = [];
    const round = async (): Promise<void> => {
      await new Promise<void>((resolve) => held.push(resolve));
      count += 1;
    };
    const rounds = startRounds({ round, idleMs: 1, onFault: () => undefined });
    const ended = rounds[Symbol.asyncDispose]();
    rounds.wake();
    held[0]?.();
    await ended;
    rounds.wake();
    expect([count, held.length]).toEqual([1, 1]);
  });
});
