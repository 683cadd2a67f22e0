import type { FairQueue, Slot } from "../http/admission/fair-queue.ts";

/** A subscriber that catches up. */
export interface CatchUpRequest {
  /** The client whose share it counts towards. */
  readonly client: string;
  /** Whether the end of what it missed will be known. Whatever cannot be taken up again is limited by its number alone. */
  readonly isResumable: boolean;
  /** Ends the waiting for a slot when it fires. */
  readonly signal: AbortSignal;
}

/** How long a subscriber reads before another one that waits has its turn, in milliseconds. */
const TURN_MS = 100;

/**
 * A subscriber's permission to read what it missed. Only so many read at once; the others wait, each client
 * for its share. A slot is given back whenever the subscriber is waited for, and passed on after a while,
 * so that neither a slow one nor one that missed much holds up the others.
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

  /** Waits for a slot, or until the signal fires. @param until default: the subscriber's own signal. */
  async begin(until: AbortSignal = this.#subscriber.signal): Promise<void> {
    const { client, isResumable } = this.#subscriber;
    if (!isResumable) return;
    this.#slot = await this.#queue.enter(client, until);
    this.#endsAt = performance.now() + TURN_MS;
  }

  /** Lets others read now if this one has read for its time, and waits for the next turn. */
  async pass(): Promise<void> {
    if (performance.now() < this.#endsAt) return;
    this.end();
    await this.begin();
  }

  /** Waits without a slot for something that is no reading, such as a client that takes nothing. */
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
