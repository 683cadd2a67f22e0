import { setTimeout as wait } from "node:timers/promises";

/** Pause between two probes, in milliseconds. */
const PAUSE_MS = 500;

/**
 * Keeps requests away from a database that has gone silent, because each of them would wait until its own
 * limit. While it is open, one probe at a time asks the database whether it is back. The first answer closes
 * it.
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
   * An answer did not come in time.
   *
   * @param since when the connection was opened or asked for, by `performance.now()`: a connection that is
   * older than the last recovery belongs to that outage, not to another.
   */
  trip(since: number): void {
    if (this.#isOpen || this.#isStopped || since < this.#closedAt) return;
    this.#isOpen = true;
    void this.#probe();
  }

  /** Stops probing. The state stays as it is. */
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
