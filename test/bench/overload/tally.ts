import type { Answer } from "./connection.ts";
import type { StreamResult } from "./stream.ts";

/** Counts what comes of requests. */
export interface Tally {
  sent(): void;
  /** @param answer undefined where there was none. */
  answered(answer: Answer | undefined): void;
  result(seconds: number): Omit<StreamResult, "name">;
}

/** Nothing yet. @param deadlineMs what comes after it is late. */
export function createTally(deadlineMs: number): Tally {
  const answered: number[] = [];
  const refused: number[] = [];
  let [sent, late, wrong] = [0, 0, 0];
  let firstWrong: string | undefined;
  return {
    sent: () => (sent += 1),
    answered: (answer) => {
      if (!answer) return;
      const { status, body, ms } = answer;
      if (ms > deadlineMs) late += 1;
      if (status === 200 && !body.includes('"errors":[')) answered.push(ms);
      else if (status === 503 && body.includes('"OVERLOADED"')) refused.push(ms);
      else {
        wrong += 1;
        firstWrong ??= `${status} ${body.slice(0, 500)}`;
      }
    },
    result: (seconds) => ({
      answeredPerSecond: Number((answered.length / seconds).toFixed(1)),
      refusedPerSecond: Number((refused.length / seconds).toFixed(1)),
      late: late + sent - answered.length - refused.length - wrong,
      p50Ms: percentile(answered, 0.5),
      p99Ms: percentile(answered, 0.99),
      refusedP99Ms: percentile(refused, 0.99),
      wrong,
      ...(firstWrong === undefined ? {} : { firstWrong }),
    }),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
  return Number(value.toFixed(1));
}
