// The load, in a process of its own that is started once: it takes orders from its parent, and each
// answer is what was measured. A fresh process for each round would compile itself during the round.
import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import type { LoadOrder, LoadResult } from "./load.ts";

/** Slowness is measured, not failed: only what hangs counts as not answered. */
const ANSWERED_WITHIN_SECONDS = 30;

const HEADERS = { "content-type": "application/json" };

process.on("message", (order: LoadOrder) => {
  void run(order).then((result) => process.send?.(result));
});
process.on("disconnect", () => process.exit());

async function run(order: LoadOrder): Promise<LoadResult> {
  const bodies = shuffled(readFileSync(order.bodies, "utf8").trim().split("\n"));
  let wrong = 0;
  let firstFailure: string | undefined;
  const onResponse = (status: number, body: string): void => {
    // Errors stand in front of the data or behind them, which server it is decides.
    if (status === 200 && !body.includes('"errors":[')) return;
    wrong += 1;
    firstFailure ??= `${status} ${body.slice(0, 1000)}`;
  };
  let dealt = 0;
  const result = await autocannon({
    url: order.url,
    connections: order.connections,
    ...(order.requests === undefined ? { duration: order.seconds } : { amount: order.requests }),
    timeout: ANSWERED_WITHIN_SECONDS,
    // Each connection has requests of its own, written out beforehand: a request that is made only
    // when its turn comes takes from the machine what is to be measured.
    setupClient: (client) => {
      const first = dealt++;
      const own = bodies.filter((_body, at) => at % order.connections === first);
      client.setRequests(
        own.map((body) => ({ method: "POST", headers: HEADERS, body, onResponse })),
      );
    },
  });
  return {
    requestsPerSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    answered: result.requests.total,
    failed: wrong + result.errors + result.timeouts,
    ...(firstFailure === undefined ? {} : { firstFailure }),
  };
}

/** In a random order (Fisher and Yates). */
function shuffled(lines: readonly string[]): string[] {
  const left = [...lines];
  const order: string[] = [];
  while (left.length > 0) {
    const at = Math.floor(Math.random() * left.length);
    const [line = ""] = left.slice(at, at + 1);
    order.push(line);
    left[at] = left.at(-1) ?? "";
    left.pop();
  }
  return order;
}
