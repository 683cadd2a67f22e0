import { writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import type { LoadResult } from "./load.ts";
import { type Target, printTargets } from "./targets.ts";

/** The rounds of one server, summed up. */
export interface BenchResult {
  readonly name: string;
  /** Median of the rounds. */
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** (fastest − slowest round) ÷ median, of requests per second. */
  readonly spread: number;
}

/** What `--json FILE` gets. */
export interface BenchReport {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly results: readonly BenchResult[];
}

/** Sums up the rounds of one server. @throws Error if any request failed, because errors must not count. */
export function summarise(name: string, rounds: readonly LoadResult[]): BenchResult {
  for (const round of rounds) requireAnswered(name, round);
  const rates = rounds.map((round) => round.requestsPerSecond);
  const rate = median(rates);
  return {
    name,
    requestsPerSecond: Math.round(rate),
    p50Ms: median(rounds.map((round) => round.p50Ms)),
    p99Ms: median(rounds.map((round) => round.p99Ms)),
    spread: Number(((Math.max(...rates) - Math.min(...rates)) / rate).toFixed(3)),
  };
}

/** What a report says beside its results. */
export interface PublishOptions {
  readonly rounds: number;
  /** Where the report goes as JSON; nowhere if undefined. */
  readonly json: string | undefined;
  readonly targets: readonly Target[];
}

/** @throws Error that tells how many requests failed, and how the first of them did. */
export function requireAnswered(name: string, { failed, firstFailure }: LoadResult): void {
  if (failed === 0) return;
  throw new Error(
    `${name}: ${failed} requests failed, nothing was measured. ${firstFailure ?? "They were not answered"}`,
  );
}

/** Prints the table and the ratios aimed at; writes the file where one is asked for. */
export async function publish(
  results: readonly BenchResult[],
  { rounds, json, targets }: PublishOptions,
): Promise<void> {
  const report: BenchReport = {
    machine: machine(),
    versions: { node: process.version },
    rounds,
    results,
  };
  console.log(
    `\n${report.machine}, Node ${process.version}, ${rounds} interleaved rounds, medians\n`,
  );
  console.table(
    Object.fromEntries(
      results.map(({ name, requestsPerSecond, p50Ms, p99Ms, spread }) => [
        name,
        {
          "requests/s": requestsPerSecond,
          "p50 ms": p50Ms,
          "p99 ms": p99Ms,
          spread: `${(spread * 100).toFixed(1)} %`,
        },
      ]),
    ),
  );
  printTargets(results, targets);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
}

/** Which machine this is. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
  ];
  return (low + high) / 2;
}
