import { fork } from "node:child_process";
import { once } from "node:events";
import { built } from "./run.ts";

/** One measurement, as the load's process is asked for it. */
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

/** A process that a load comes from. */
export interface LoadProcess<Order, Result> extends AsyncDisposable {
  /** @throws Error if it ends, hangs half a minute longer than it was to take, or is interrupted. */
  run(order: Order): Promise<Result>;
}

/** The process that the load of autocannon comes from. */
export type Load = LoadProcess<LoadOrder, LoadResult>;

const GRACE_MS = 30_000;

/** Starts it. */
export function startLoad(signal: AbortSignal): Load {
  return startLoadProcess("test/dist/bench/load.main.js", signal);
}

/** Starts a script that takes orders, in a process of its own. @param script below the repository. */
export function startLoadProcess<Order extends { readonly seconds: number }, Result>(
  script: string,
  signal: AbortSignal,
): LoadProcess<Order, Result> {
  const child = fork(built(script), { stdio: "inherit" });
  return {
    run: async (order) => {
      const stop = AbortSignal.any([signal, AbortSignal.timeout(order.seconds * 1000 + GRACE_MS)]);
      const settled = new AbortController();
      const ended = once(child, "exit", { signal: settled.signal }).then(([code]) => {
        throw new Error(`The load's process ended (${code}) before it was done`);
      });
      child.send(order);
      try {
        const answered = once(child, "message", {
          signal: AbortSignal.any([stop, settled.signal]),
        });
        const [result] = await Promise.race([answered, ended]);
        return result as Result;
      } finally {
        settled.abort();
        ended.catch(() => undefined);
      }
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
