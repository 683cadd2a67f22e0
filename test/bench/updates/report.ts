import { writeFile } from "node:fs/promises";
import type { BenchOptions } from "../options.ts";
import { machine, median } from "../report.ts";

/** One measurement, or the median of several. Latencies in milliseconds, from just before the commit. */
export interface UpdateResult {
  readonly name: string;
  readonly subscribers: number;
  readonly groups: number;
  /** Updates of a round. */
  readonly updates: number;
  /** Deliveries that did not come, that came twice, and that came out of order, of all rounds. */
  readonly lost: number;
  readonly duplicated: number;
  readonly disordered: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Of all the server's processes; PostgreSQL, writer and subscribers are not in it. */
  readonly cpuSeconds: number;
  readonly rssBytes: number;
}

/** The rounds of one case: sums of what must not be, medians of the rest. */
export function summariseUpdates(rounds: readonly UpdateResult[]): UpdateResult {
  const [first] = rounds;
  if (!first) throw new Error("No round has been measured");
  const middle = (name: "p50Ms" | "p99Ms" | "maxMs" | "cpuSeconds" | "rssBytes"): number =>
    median(rounds.map((round) => round[name]));
  const sum = (name: "lost" | "duplicated" | "disordered"): number =>
    rounds.reduce((all, round) => all + round[name], 0);
  return {
    ...first,
    lost: sum("lost"),
    duplicated: sum("duplicated"),
    disordered: sum("disordered"),
    p50Ms: middle("p50Ms"),
    p99Ms: middle("p99Ms"),
    maxMs: middle("maxMs"),
    cpuSeconds: Number(middle("cpuSeconds").toFixed(2)),
    rssBytes: middle("rssBytes"),
  };
}

/** Prints the table; writes the file where one is asked for. */
export async function publishUpdates(
  results: readonly UpdateResult[],
  { rounds, json }: Pick<BenchOptions, "rounds" | "json">,
): Promise<void> {
  console.log(`\n${machine()}, Node ${process.version}, ${rounds} rounds, medians\n`);
  console.table(
    Object.fromEntries(
      results.map(({ name, rssBytes, cpuSeconds, ...rest }) => [
        name,
        { ...rest, "CPU s": cpuSeconds, "RSS MiB": Math.round(rssBytes / 2 ** 20) },
      ]),
    ),
  );
  const report = { machine: machine(), versions: { node: process.version }, rounds, results };
  if (json !== undefined) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
}
