import type { FairQueue, Slot } from "../http/admission/fair-queue.ts";

/** A subscriber that catches up. */
export interface CatchUpRequest {
  /** The client whose share it counts towards. */
  readonly client: string;
  /**
   * Whether it will be known when it has caught up. A subscription that cannot continue after a position is
   * limited only by the number of streams.
   */
  readonly isResumable: boolean;
  /** Ends the wait for a slot when it fires. */
  readonly signal: AbortSignal;
}

/** How long a subscriber reads before it is the turn of another one that waits, in milliseconds. */
const TURN_MS = 100;

/**
 * A subscriber's permission to read what it missed. Only a limited number read at once; the others wait, and
 * clients share the slots fairly. A slot is released whenever the subscriber itself is slow, and passed on
 * after a while, so that neither a slow subscriber nor one that missed much delays the others.
 */
export class CatchUpTurn implements Disposable {
  readonly #queue: FairQueue;
  readonly #subscriber: CatchUpRequest;
  #slot: Slot | undefined;
  #endsAt = 0;

  constructor(queue: FairQueue, subscriber: CatchUpRequest) {
    this.#queue = queue;
    this.#subscriber = subscriber;
  }

  /** Waits for a slot, or until the signal fires. @param until default: the signal of the subscriber. */
  async begin(until: AbortSignal = this.#subscriber.signal): Promise<void> {
    const { client, isResumable } = this.#subscriber;
    if (!isResumable) return;
    this.#slot = await this.#queue.enter(client, until);
    this.#endsAt = performance.now() + TURN_MS;
  }

  /** Lets others read if this one has read for its time, and waits for the next turn. */
  async pass(): Promise<void> {
    if (performance.now() < this.#endsAt) return;
    this.end();
    await this.begin();
  }

  /** Waits without a slot for something other than reading, such as a slow client. */
  async pauseFor(pause: Promise<void>): Promise<void> {
    this.end();
    await pause;
    await this.begin();
  }

  /** Gives the slot back. */
  end(): void {
    this.#slot?.[Symbol.dispose]();
    this.#slot = undefined;
  }

  [Symbol.dispose](): void {
    this.end();
  }
}
