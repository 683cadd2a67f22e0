import { setTimeout as wait } from "node:timers/promises";
import { DatabaseAway } from "@alliance-hub/platform/errors/database-away";
import { ExponentialBackoff, type IBackoff, halfJitterGenerator } from "cockatiel";

/** Longest that subscribers wait for an event while something that it needs is away, in milliseconds. */
export const LONGEST_AWAY_MS = 30_000;

/**
 * Pauses before it is asked for once more, in milliseconds: longer each time, and not the same for all, since an
 * outage has many subscriptions wait from one moment on.
 */
const PAUSES = new ExponentialBackoff({
  initialDelay: 500,
  maxDelay: 5000,
  generator: halfJitterGenerator,
});

/** The wait for a subgraph or the database that is away. */
export class AwayHold implements Disposable {
  readonly #longestMs: number;
  readonly #over = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #pause: IBackoff<unknown> | undefined;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** Fires when the wait has lasted too long, whatever is under way. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /**
   * Begins the wait, or goes on with it.
   *
   * @returns when it is time to ask once more, or the signal has fired.
   * @throws DatabaseAway once the wait has lasted too long.
   */
  async pause(signal: AbortSignal): Promise<void> {
    this.#timer ??= setTimeout(() => this.#over.abort(), this.#longestMs);
    this.#pause = this.#pause?.next(undefined) ?? PAUSES.next();
    const waking = AbortSignal.any([signal, this.over]);
    await wait(this.#pause.duration, undefined, { signal: waking }).catch(() => undefined);
    if (this.over.aborted && !signal.aborted)
      throw new DatabaseAway({ fault: "or a subgraph was away for longer than subscribers wait" });
  }

  /** What was away answers again. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pause = undefined;
  }

  [Symbol.dispose](): void {
    this.end();
  }
}
