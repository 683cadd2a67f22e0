import type { BenchResult } from "./report.ts";

/** What is aimed at: one server's requests per second over another's, in the same run. */
export interface Target {
  readonly of: string;
  readonly over: string;
  /** At least. */
  readonly ratio: number;
}

/** Prints each ratio that this run can tell beside what is aimed at, whatever it is. */
export function printTargets(results: readonly BenchResult[], targets: readonly Target[]): void {
  const rateOf = (name: string): number | undefined =>
    results.find((result) => result.name === name)?.requestsPerSecond;
  for (const { of, over, ratio } of targets) {
    const [fast, slow] = [rateOf(of), rateOf(over)];
    if (fast === undefined || slow === undefined) continue;
    console.log(`${of} / ${over} ${(fast / slow).toFixed(2)}× (target ${ratio}×)`);
  }
}
