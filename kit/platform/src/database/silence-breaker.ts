import { setTimeout as wait } from "node:timers/promises";

/** Pause between two probes, in milliseconds. */
const PAUSE_MS = 500;

/**
 * Keeps requests from a database that has gone silent: each of them would wait for its own limit. While
 * it is open, one probe at a time asks the database whether it is back; the first answer closes it.
 */
export class SilenceBreaker {
  readonly #answers: () => Promise<boolean>;
  #isOpen = false;
  #isStopped = false;
  #closedAt = -Infinity;

  /** @param answers one probe: whether the database answers, known within a limit. */
  constructor(answers: () => Promise<boolean>) {
    this.#answers = answers;
  }

  /** Whether the database is known to be silent. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * Somebody waited for an answer that did not come.
   *
   * @param since when the connection was opened or asked for, by `performance.now()`: one that is older than
   *   the last recovery went silent with that outage, not with another.
   */
  trip(since: number): void {
    if (this.#isOpen || this.#isStopped || since < this.#closedAt) return;
    this.#isOpen = true;
    void this.#probe();
  }

  /** Probes no more. It stays as it is. */
  stop(): void {
    this.#isStopped = true;
  }

  async #probe(): Promise<void> {
    while (!this.#isStopped) {
      if (await this.#answers()) {
        this.#isOpen = false;
        this.#closedAt = performance.now();
        return;
      }
      await wait(PAUSE_MS, undefined, { ref: false });
    }
  }
}
