import { setTimeout as wait } from "node:timers/promises";
import { messageOf } from "./cluster-error.ts";
import type { Postmaster, ServerExit } from "./postmaster.ts";

/** How a hub restarts a server that ended unexpectedly: pauses before each attempt, in milliseconds. */
export const RESTART_PAUSES_MS: readonly number[] = [
  0, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000,
];

/** A server that ran this long counts as sound: its next fault is the first again. In milliseconds. */
const SOUND_AFTER_MS = 60_000;

/** See `keepRunning`. */
export interface KeepRunning {
  /** Starts the server again, on the same port. */
  readonly startAgain: () => Promise<Postmaster>;
  /** Pause before each attempt, in milliseconds; none for a server that is not started again. */
  readonly pausesMs: readonly number[];
  /** Called for each end and each start. */
  readonly log: (line: string) => void;
}

/**
 * Starts a server again whenever it ends unexpectedly (out of memory, a crash, `kill -9`), until all attempts
 * are used. PostgreSQL recovers from its log then, so that nothing committed is lost.
 *
 * `exited` resolves when it has ended for good.
 */
export function keepRunning(
  first: Postmaster,
  { startAgain, pausesMs, log }: KeepRunning,
): Pick<Postmaster, "exited" | "stop"> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current = first;

  const supervise = async (): Promise<ServerExit> => {
    for (let attempts = 0; ;) {
      const since = performance.now();
      const exit = await current.exited;
      if (exit.expected) return exit;
      if (performance.now() - since > SOUND_AFTER_MS) attempts = 0;
      for (let isUp = false; !isUp;) {
        const pauseMs = pausesMs[attempts];
        if (pauseMs === undefined) return exit;
        attempts += 1;
        log(
          `PostgreSQL ended by itself (${howOf(exit)}); it is started again, attempt ${attempts} of ${pausesMs.length}`,
        );
        await wait(pauseMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return { ...exit, expected: true };
        try {
          current = await startAgain();
          isUp = true;
        } catch (error) {
          log(messageOf(error));
        }
      }
      log("PostgreSQL runs again");
      if (signal.aborted) await current.stop();
    }
  };
  const exited = supervise();
  return {
    exited,
    async stop() {
      stopping.abort();
      await current.stop();
      await exited;
    },
  };
}

/** How a server ended, such as "SIGKILL" or "code 2". */
export function howOf({ code, signal }: ServerExit): string {
  return signal ?? `code ${code}`;
}
