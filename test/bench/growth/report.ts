import { writeFile } from "node:fs/promises";
import type { BenchOptions } from "../options.ts";
import { machine, median } from "../report.ts";

/** One case: medians in milliseconds of both sizes, and how many times the first the second is. */
export interface GrowthResult {
  readonly name: string;
  readonly smallMs: number;
  readonly largeMs: number;
  readonly ratio: number;
  /** Requests to each. */
  readonly requests: number;
  /** Longest the large one may take, in times of the small one; left out where it may grow with the table. */
  readonly target?: number;
}

/** Sums a case up. @throws Error if nothing was measured. */
export function summariseGrowth(
  { name, target }: { readonly name: string; readonly target: number | undefined },
  small: readonly number[],
  large: readonly number[],
): GrowthResult {
  if (small.length === 0 || large.length === 0) throw new Error(`${name}: nothing was measured`);
  const [smallMs, largeMs] = [median(small), median(large)];
  return {
    name,
    smallMs: Number(smallMs.toFixed(2)),
    largeMs: Number(largeMs.toFixed(2)),
    ratio: Number((largeMs / smallMs).toFixed(2)),
    requests: large.length,
    ...(target === undefined ? {} : { target }),
  };
}

/** Prints the table with what is aimed at; writes the file where one is asked for. */
export async function publishGrowth(
  results: readonly GrowthResult[],
  { rounds, json }: BenchOptions,
): Promise<void> {
  console.log(`\n${machine()}, Node ${process.version}, ${rounds} rounds in turn, medians\n`);
  console.table(
    Object.fromEntries(
      results.map(({ name, smallMs, largeMs, ratio, requests, target }) => [
        name,
        {
          "small ms": smallMs,
          "large ms": largeMs,
          ratio: `${ratio}×`,
          target: target === undefined ? "may grow" : `at most ${target}×`,
          requests,
        },
      ]),
    ),
  );
  if (json === undefined) return;
  const report = { machine: machine(), versions: { node: process.version }, rounds, results };
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
}
