/** A piece of work that waits. */
export interface QueueEntry {
  readonly begin: () => void;
  readonly giveUp: () => void;
}

/** How long an active client counts as present after its last piece of work, in milliseconds. */
export const PRESENT_MS = 5000;

/**
 * How many requests a client must send within about `PRESENT_MS` to be active. Others are held back for a
 * client that requests page after page, but not for a monitor that checks whether the hub is available.
 */
const ACTIVE = { pieces: 4, slotMs: 100 };

/** Work that usually takes less than this is never heavy, in milliseconds. */
const HEAVY_FROM_MS = 20;

/**
 * A client's work is heavy if it usually takes this many times as long as the work of the last active client.
 */
const HEAVIER = 1.5;

/** Weight of the latest piece of work in the usual time of a client's work. */
const SMOOTHING = 0.2;

/** One client of a fair queue: what it has under way, and what its work has taken so far. */
export class QueueClient {
  readonly key: string;
  readonly waiting = new Set<QueueEntry>();
  slots = 0;
  /** Slot time that it has received, in milliseconds, counted from its starting value. */
  virtualTime = 0;
  /** How long a piece of its work takes, in milliseconds; undefined until one is done. */
  #usualMs: number | undefined;
  /** How many pieces of its work were done. */
  #done = 0;
  /** Its work of the last seconds: what is older counts for less. */
  #recentPieces = 0;
  #recentSlotMs = 0;
  #recentAt: number;

  constructor(key: string, at: number) {
    this.key = key;
    this.#recentAt = at;
  }

  get isIdle(): boolean {
    return this.slots === 0 && this.waiting.size === 0;
  }

  /** Slot time to reckon with for a piece of work that begins, in milliseconds. */
  get expectedMs(): number {
    return this.#usualMs ?? 1;
  }

  /** A piece of work is wanted. @returns whether the client is active. */
  noteRequest(at: number): boolean {
    return this.#noteRecent(1, 0, at);
  }

  /** A piece of work was done. @returns whether the client is active. */
  noteWork(tookMs: number, at: number): boolean {
    this.#done += 1;
    const before = this.#usualMs ?? tookMs;
    this.#usualMs = before + Math.max(SMOOTHING, 1 / this.#done) * (tookMs - before);
    return this.#noteRecent(0, tookMs, at);
  }

  /** Clients whose work is not known yet are not counted as heavy. */
  isHeavierThan(other: QueueClient): boolean {
    if (other.#usualMs === undefined) return false;
    const usualMs = this.#usualMs ?? 0;
    return usualMs >= HEAVY_FROM_MS && usualMs > HEAVIER * other.#usualMs;
  }

  #noteRecent(pieces: number, slotMs: number, at: number): boolean {
    const left = Math.exp((this.#recentAt - at) / PRESENT_MS);
    this.#recentPieces = this.#recentPieces * left + pieces;
    this.#recentSlotMs = this.#recentSlotMs * left + slotMs;
    this.#recentAt = at;
    return this.#recentPieces >= ACTIVE.pieces && this.#recentSlotMs >= ACTIVE.slotMs;
  }
}
