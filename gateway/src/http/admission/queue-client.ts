/** A piece of work that waits. */
export interface QueueEntry {
  readonly begin: () => void;
  readonly giveUp: () => void;
}

/** How long an active client counts as being there after its last piece of work, in milliseconds. */
export const PRESENT_MS = 5000;

/**
 * What a client must have asked for within about `PRESENT_MS` to be active: others are held back for one
 * that asks for page after page, not for a monitor that asks whether the hub is there.
 */
const ACTIVE = { pieces: 4, slotMs: 100 };

/** Work that usually takes less than this is never heavy, in milliseconds. */
const HEAVY_FROM_MS = 20;

/** A client's work is heavy if it usually takes so many times as long as that of the active client that was there last. */
const HEAVIER = 1.5;

/** Weight of the latest piece of work in what a client's work usually takes. */
const SMOOTHING = 0.2;

/** One client of a fair queue: what it has under way, and what its work has taken so far. */
export class QueueClient {
  readonly key: string;
  readonly waiting = new Set<QueueEntry>();
  slots = 0;
  /** Slot time that was given to it, in milliseconds, counted from where it had to start. */
  virtualTime = 0;
  /** What a piece of its work takes, in milliseconds; undefined until one has been done. */
  #usualMs: number | undefined;
  /** Pieces of its work that were done. */
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

  /** Nothing is said of clients whose work is not known yet. */
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
