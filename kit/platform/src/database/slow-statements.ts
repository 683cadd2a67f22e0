import { Recent } from "../cache/recent.ts";

/** How often a statement must have been slow of late: once or twice anything is, on a busy machine. */
const STRIKES = 2.5;
/** What a slow answer still counts after the next answer. */
const DECAY = 0.9;
/** How long a statement counts as slow, in milliseconds; tables and plans change. */
const REMEMBERED_MS = 60_000;
/** Texts that are remembered. */
const MOST_KEPT = 500;

/** Which statements are slow of late, by their text: they are not put in front of others. */
export class SlowStatements {
  readonly #strikes = new Recent<string, number>(MOST_KEPT);
  readonly #until = new Recent<string, number>(MOST_KEPT);

  /** Notes whether a statement of this text took long. */
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
