import { setTimeout as wait } from "node:timers/promises";
import { DatabaseAway } from "@alliance-hub/platform/errors/database-away";
import { ExponentialBackoff, type IBackoff, halfJitterGenerator } from "cockatiel";

/**
 * Maximum time that subscribers wait for an event while something that it needs is unavailable, in
 * milliseconds.
 */
export const LONGEST_AWAY_MS = 30_000;

/**
 * Pauses before the next attempt, in milliseconds. They grow each time and differ between subscriptions,
 * because in an outage many subscriptions begin to wait at the same moment.
 */
const PAUSES = new ExponentialBackoff({
  initialDelay: 500,
  maxDelay: 5000,
  generator: halfJitterGenerator,
});

/** The wait for an unavailable subgraph or database. */
export class AwayHold implements Disposable {
  readonly #longestMs: number;
  readonly #over = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #pause: IBackoff<unknown> | undefined;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** Fires when the wait has lasted too long, whatever is in progress. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /**
   * Begins or continues the wait.
   *
   * @returns when it is time for the next attempt, or the signal has fired.
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

  /** Everything answers again. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pause = undefined;
  }

  [Symbol.dispose](): void {
    this.end();
  }
}
