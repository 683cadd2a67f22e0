import type { HubError } from "../errors/hub-error.ts";
import { overloaded } from "../errors/overloaded.ts";

/** Limits of the transactions of one pool. */
export interface TransactionLimits {
  /** Maximum number of transactions open at once. */
  readonly most: number;
  /** Maximum number of transactions that wait for one to end. Default 100. */
  readonly queue?: number;
  /** Maximum time that one waits, in milliseconds. Default 4,000. */
  readonly waitMs?: number;
}

/**
 * Slots for transactions. There are fewer than connections in the pool, so that a reader always finds a
 * connection, however many writers wait for the same row.
 */
export class TransactionSlots {
  readonly #limits: Required<TransactionLimits>;
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(limits: TransactionLimits) {
    this.#limits = { queue: 100, waitMs: 4000, ...limits };
    this.#free = limits.most;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** A slot, if one is free. The caller returns it with {@link give}. */
  tryTake(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /**
   * Takes a slot once one is free, in the order of arrival.
   *
   * @throws HubError `OVERLOADED` if too many wait already, or it takes too long.
   */
  async take(): Promise<void> {
    if (this.tryTake()) return;
    if (this.#waiting.size >= this.#limits.queue) throw tooManyChanges();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(begin);
        reject(tooManyChanges());
      }, this.#limits.waitMs);
      const begin = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.add(begin);
    });
  }

  /** Returns a slot. The transaction that has waited longest gets it. */
  give(): void {
    for (const begin of this.#waiting) {
      this.#waiting.delete(begin);
      begin();
      return;
    }
    this.#free += 1;
  }
}

const tooManyChanges = (): HubError =>
  overloaded({
    zh: "枢纽同时处理的变更已达上限，未开始此变更。",
    en: "The hub is making as many changes as it can at once, and did not begin this one.",
  });
