import { setTimeout as wait } from "node:timers/promises";
import { codeOf } from "./cluster-error.ts";
import { isAlive, startOf } from "./process-identity.ts";

/** How long each way of stopping is given before the next, in milliseconds. */
export interface StopPatience {
  /** For a fast shutdown, which ends sessions and writes everything out. Default 20 s. */
  readonly fastMs?: number;
  /** For an immediate one, after which the next start recovers from the log. Default 10 s. */
  readonly immediateMs?: number;
}

/**
 * Ends a postmaster and returns when it is gone. Its signals are those of PostgreSQL's manual,
 * "Shutting Down the Server": SIGINT fast, SIGQUIT immediate; SIGKILL only when it hears neither.
 */
export async function stopProcess(pid: number, patience: StopPatience = {}): Promise<void> {
  const start = await startOf(pid);
  if (start === undefined) return;
  const { fastMs = 20_000, immediateMs = 10_000 } = patience;
  if (await endsBy("SIGINT", fastMs)) return;
  if (await endsBy("SIGQUIT", immediateMs)) return;
  await endsBy("SIGKILL", Number.POSITIVE_INFINITY);

  async function endsBy(signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (codeOf(error) === "ESRCH") return true;
      throw error;
    }
    const deadline = performance.now() + withinMs;
    while (await isAlive(pid, start)) {
      if (performance.now() > deadline) return false;
      await wait(10);
    }
    return true;
  }
}
