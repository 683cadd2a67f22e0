import { readFileSync } from "node:fs";
import autocannon from "autocannon";

/** One measurement, as the parent process asks for it on the command line (JSON). */
export interface LoadOrder {
  readonly url: string;
  readonly connections: number;
  /** How long; or, where `requests` is given, how long at most. */
  readonly seconds: number;
  /** How many requests instead of how long. */
  readonly requests?: number;
  /** File with the bodies to send, one JSON document a line; dealt to the connections at random. */
  readonly bodies: string;
}

/** What was measured. Latencies in milliseconds. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly answered: number;
  readonly failed: number;
  /** Status and text of the first wrong answer; there is none to requests that were not answered. */
  readonly firstFailure?: string;
}

/** Slowness is measured, not failed: only what hangs counts as not answered. */
const ANSWERED_WITHIN_SECONDS = 30;

const HEADERS = { "content-type": "application/json" };

const order = JSON.parse(process.argv[2] ?? "{}") as LoadOrder;
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
const measured: LoadResult = {
  requestsPerSecond: result.requests.total / result.duration,
  p50Ms: result.latency.p50,
  p99Ms: result.latency.p99,
  answered: result.requests.total,
  failed: wrong + result.errors + result.timeouts,
  ...(firstFailure === undefined ? {} : { firstFailure }),
};
console.log(JSON.stringify(measured));

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
