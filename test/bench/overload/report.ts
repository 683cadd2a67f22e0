import { writeFile } from "node:fs/promises";
import type { BenchOptions } from "../options.ts";
import { machine, median } from "../report.ts";
import type { OverloadRound } from "./bench.ts";

/** The rounds of one case, summed up: medians, and for what must never be so, the worst. */
export function summariseOverload(rounds: readonly OverloadRound[]): OverloadRound {
  const [first] = rounds;
  if (!first) throw new Error("No round was measured");
  const middle = (value: (round: OverloadRound) => number): number =>
    Number(median(rounds.map(value)).toFixed(1));
  const worst = (value: (round: OverloadRound) => number): number => Math.max(...rounds.map(value));
  return {
    name: first.name,
    answeredPerSecond: middle((round) => round.answeredPerSecond),
    refusedPerSecond: middle((round) => round.refusedPerSecond),
    late: rounds.reduce((all, round) => all + round.late, 0),
    p50Ms: middle((round) => round.p50Ms),
    p99Ms: middle((round) => round.p99Ms),
    refusedP99Ms: middle((round) => round.refusedP99Ms),
    wrong: 0,
    healthMaxMs: worst((round) => round.healthMaxMs),
  };
}

/** Prints the table and what is aimed at; writes the file where one is asked for. */
export async function publishOverload(
  results: readonly OverloadRound[],
  { rounds, json }: BenchOptions,
): Promise<void> {
  console.log(`\n${machine()}, Node ${process.version}, ${rounds} rounds, medians\n`);
  console.table(
    Object.fromEntries(
      results.map(({ name, wrong: _wrong, ...result }) => [
        name,
        {
          "answered/s": result.answeredPerSecond,
          "refused/s": result.refusedPerSecond,
          late: result.late,
          "p50 ms": result.p50Ms,
          "p99 ms": result.p99Ms,
          "refused p99 ms": result.refusedP99Ms,
          "health max ms": result.healthMaxMs,
        },
      ]),
    ),
  );
  const of = (name: string): OverloadRound | undefined =>
    results.find((result) => result.name === name);
  const ratio = (
    value: "answeredPerSecond" | "p50Ms",
    [over, under]: readonly [string, string],
  ): string => ((of(over)?.[value] ?? 0) / (of(under)?.[value] ?? 1)).toFixed(2);
  console.log(
    `overload / capacity ${ratio("answeredPerSecond", ["overload", "capacity"])}× answered (target 0.9×)`,
  );
  console.log(
    `small-beside-heavy / small-alone ${ratio("p50Ms", ["small-beside-heavy", "small-alone"])}× at the median (target at most 3×)`,
  );
  if (json !== undefined) {
    const report = { machine: machine(), versions: { node: process.version }, rounds, results };
    await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  }
}
