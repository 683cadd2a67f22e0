import { LRUCache } from "lru-cache";

/**
 * How often a statement must have been slow recently. On a busy machine, any statement is slow once or twice.
 */
const STRIKES = 2.5;
/** The weight of a slow answer after the next answer. */
const DECAY = 0.9;
/** How long a statement counts as slow, in milliseconds; tables and plans change. */
const REMEMBERED_MS = 60_000;
/** How many texts are remembered. */
const MOST_KEPT = 500;

/** Which statements were slow recently, by their text. They must not delay others. */
export class SlowStatements {
  readonly #strikes = new LRUCache<string, number>({ max: MOST_KEPT });
  readonly #until = new LRUCache<string, number>({ max: MOST_KEPT });

  /** Records whether a statement with this text took long. */
  note(text: string, wasSlow: boolean): void {
    const strikes = this.#strikes.get(text);
    if (strikes === undefined && !wasSlow) return;
    const now = (strikes ?? 0) * DECAY + (wasSlow ? 1 : 0);
    this.#strikes.set(text, now);
    if (now < STRIKES) return;
    this.#strikes.set(text, 0);
    this.#until.set(text, performance.now() + REMEMBERED_MS);
  }

  /** Whether statements of this text have taken long within the last minute. */
  has(text: string): boolean {
    const until = this.#until.get(text);
    return until !== undefined && performance.now() < until;
  }
}
