import { setImmediate as turn } from "node:timers/promises";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import type { FairQueue } from "../http/admission/fair-queue.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import type { IdentityCache } from "../identity/identity-cache.ts";
import { CatchUpTurn } from "./catch-up-turn.ts";
import { completeEvents } from "./complete-events.ts";
import { Batch, Delivery } from "./delivery.ts";
import { anyoneLike, fingerprintOf } from "./fingerprint.ts";
import { recogniseAll } from "./recognise.ts";
import { type SharedOperation, isOpening } from "./shared-subscription.ts";
import type { SharedSubscriptions } from "./shared-subscriptions.ts";
import { Subscriber, type SubscriberEnd, type SubscriberIdentity } from "./subscriber.ts";

/** What to catch up on, and for whom. */
export interface CatchUpRequest {
  /** Everything except the viewer that the answers depend on, as text. */
  readonly requestKey: string;
  readonly follow: (viewer: Viewer) => SharedOperation;
  /** Whether it will be known when the subscriber has caught up. */
  readonly isResumable: boolean;
  /** A viewer with the standing of all these subscribers. */
  readonly viewer: Viewer;
  /** Position after which it begins. */
  readonly after: string;
}

/** What catch-ups need. */
export interface CatchUpConfig {
  readonly sharedSubscriptions: SharedSubscriptions;
  readonly identityCache: IdentityCache;
  /** Where catch-ups wait for a slot. */
  readonly queue: FairQueue;
  /** Maximum number of deliveries that wait for one subscriber. */
  readonly buffer: number;
  readonly metrics: Pick<Metrics, "observeOverflow">;
}

/** A subscriber that comes back. */
export interface Returning {
  /** Gets what it missed. */
  readonly missed: Subscriber;
  /**
   * Collects what happens in the meantime; undefined until the reading has begun, so that nothing piles up
   * before.
   */
  live: Subscriber | undefined;
}

/** How many positions are remembered: more than can wait in a subscriber that is not full. */
const REMEMBERED = 100_000;

/** How many subscribers are served before other work may run. */
const IN_ONE_GO = 64;

/**
 * A catch-up for subscribers that request the same, may see the same and come back to the same position. What
 * they missed is read and completed once for all of them, while their live subscribers collect what happens in
 * the meantime. A subscriber that comes after the reading has begun uses another catch-up, so that no data is
 * kept that may have changed since.
 */
export class CatchUp {
  /** Fires when the reading begins, or nobody is left. After that nobody can join. */
  readonly closed: AbortSignal;
  /** Whether the end of the log was reached. */
  isComplete = false;
  readonly #request: CatchUpRequest;
  readonly #config: CatchUpConfig;
  readonly #returning = new Map<Subscriber, Returning>();
  /** The clients for which it waits. The first of them that gets a slot begins the reading. */
  readonly #clients = new Set<string>();
  readonly #closing = new AbortController();
  readonly #empty = new AbortController();
  /** Positions of the delivered updates. The last of these updates wait in the live subscribers, too. */
  readonly #told = new Set<string>();

  constructor(request: CatchUpRequest, config: CatchUpConfig) {
    this.#request = request;
    this.#config = config;
    this.closed = this.#closing.signal;
  }

  /**
   * @param identity has the viewer's fingerprint, by the standings of its revision.
   * @param client the client whose share of the slots it counts towards.
   */
  join(identity: SubscriberIdentity, client: string): Returning {
    const missed = new Subscriber(identity, this.#config.buffer, (left) => this.#left(left));
    const returning: Returning = { missed, live: undefined };
    this.#returning.set(missed, returning);
    if (!this.#clients.has(client)) {
      this.#clients.add(client);
      void this.#beginFor(client);
    }
    return returning;
  }

  /**
   * The deliveries of a live subscriber, from the first one that was not delivered before. A delivery with only
   * a position was delivered already.
   */
  newIn({ deliveries }: Batch): Batch | undefined {
    const at = deliveries.findIndex(
      ({ text, position }) => text !== undefined && !(position && this.#told.has(position)),
    );
    return at < 0 ? undefined : new Batch(deliveries.slice(at));
  }

  async #beginFor(client: string): Promise<void> {
    const { isResumable } = this.#request;
    const subscriber = { client, isResumable, signal: this.#empty.signal };
    using slot = new CatchUpTurn(this.#config.queue, subscriber);
    await slot.begin(this.closed);
    if (this.closed.aborted) return;
    this.#closing.abort();
    try {
      await this.#read(slot);
      this.#close({ kind: "done" });
    } catch (error) {
      this.#close({ kind: "broken", error });
    }
  }

  async #read(slot: CatchUpTurn): Promise<void> {
    const { requestKey, follow, viewer, after } = this.#request;
    await this.#recognise();
    if (this.#empty.signal.aborted) return;
    const shared = this.#config.sharedSubscriptions.find(requestKey, viewer, follow);
    for (const one of this.#returning.values()) one.live = shared.join(one.missed);
    if (!shared.isOpen) await slot.pauseFor(shared.opened);
    // They have waited for the maximum time already, and the catch-up would wait again.
    for (const { missed, live } of this.#returning.values())
      if (live?.end?.kind === "broken") missed.close(live.end);
    const following = follow(anyoneLike(viewer));
    const events = completeEvents(following, {
      after,
      signal: this.#empty.signal,
      pauseFor: (pause) => slot.pauseFor(pause),
    });
    for await (const event of events) {
      await this.#recognise();
      // What was being completed when the last subscriber left is delivered when it comes back.
      if (this.#empty.signal.aborted) return;
      if (event.position !== undefined) this.#remember(event.position);
      this.isComplete = isOpening(event);
      const result = this.isComplete ? undefined : following.show(event);
      await this.#tell(new Batch([new Delivery(result, event.position)]));
      if (this.isComplete) return;
      await this.#pause(slot);
    }
  }

  async #tell(batch: Batch): Promise<void> {
    let told = 0;
    for (const subscriber of this.#returning.keys()) {
      subscriber.push(batch);
      if (++told % IN_ONE_GO === 0) await turn();
    }
  }

  /** A slow subscriber continues by itself once it is full. If nobody accepts anything, nothing is read. */
  async #pause(slot: CatchUpTurn): Promise<void> {
    const slow: Promise<void>[] = [];
    for (const { draining } of this.#returning.keys()) {
      if (!draining) return await slot.pass();
      slow.push(draining);
    }
    if (slow.length > 0) await slot.pauseFor(Promise.race(slow));
  }

  async #recognise(): Promise<void> {
    const { identityCache } = this.#config;
    const revision = await identityCache.revision();
    const fingerprint = fingerprintOf(this.#request.viewer);
    await recogniseAll(this.#returning.keys(), { identityCache, revision, fingerprint });
  }

  #close(end: SubscriberEnd): void {
    for (const subscriber of this.#returning.keys()) subscriber.close(end);
  }

  #left(subscriber: Subscriber): void {
    this.#returning.delete(subscriber);
    if (subscriber.end?.kind === "full") this.#config.metrics.observeOverflow();
    if (this.#returning.size > 0) return;
    this.#empty.abort();
    this.#closing.abort();
  }

  #remember(position: string): void {
    this.#told.add(position);
    if (this.#told.size <= REMEMBERED) return;
    for (const oldest of this.#told) {
      this.#told.delete(oldest);
      break;
    }
  }
}
