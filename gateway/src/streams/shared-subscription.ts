import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { FormattedExecutionResult } from "graphql";
import type { EventResult } from "../engine/engine.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import type { IdentityCache } from "../identity/identity-cache.ts";
import { type FollowedOperation, completeEvents } from "./complete-events.ts";
import { Batch, Delivery } from "./delivery.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Breathe, FanOut, Tell, Teller } from "./fan-out.ts";
import { recogniseAll } from "./recognise.ts";
import { Subscriber, type SubscriberEnd, type SubscriberIdentity } from "./subscriber.ts";

/** The operation that all subscribers of a shared subscription follow. */
export interface SharedOperation extends FollowedOperation {
  /** A result with the error messages that clients may read. */
  readonly show: (result: EventResult) => FormattedExecutionResult;
}

/** Whether an event only has the position up to which everything was delivered. */
export const isOpening = ({ data, errors }: EventResult): boolean =>
  data === undefined && errors === undefined;

/** What shared subscriptions need. */
export interface SharedSubscriptionConfig {
  readonly identityCache: IdentityCache;
  readonly fanOut: FanOut;
  /** Maximum number of deliveries that wait for one subscriber. */
  readonly queue: number;
  readonly metrics: Pick<Metrics, "observeEvent" | "observeOverflow">;
}

/** What one fan-out delivers to the subscribers. */
interface FanOutBatch {
  readonly batch: Batch;
  /** How the shared subscription had ended by then; undefined if it continues. */
  readonly end: SubscriberEnd | undefined;
}

/**
 * One execution for subscribers that request the same and may see the same. Each event is completed and written
 * once for all of them.
 */
export class SharedSubscription implements Teller {
  /** Fulfilled when new events reach every subscriber that has joined. */
  readonly opened: Promise<void>;
  readonly #following: SharedOperation;
  readonly #config: SharedSubscriptionConfig;
  readonly #fingerprint: string;
  readonly #subscribers = new Set<Subscriber>();
  readonly #empty = new AbortController();
  readonly #onEnd: () => void;
  #open!: () => void;
  #isOpen = false;
  /** Completed and not yet delivered. */
  #waiting: Delivery[] = [];
  /** Positions of the last completed and of the last delivered event. */
  #reached: string | undefined;
  #position: string | undefined;
  /** How it ended, once it has. Waiting events are delivered before. */
  #end: SubscriberEnd | undefined;
  #turn = new AbortController();

  /** @param onEnd called when nobody can join any more. */
  constructor(following: SharedOperation, config: SharedSubscriptionConfig, onEnd: () => void) {
    this.opened = new Promise((resolve) => {
      this.#open = () => {
        this.#isOpen = true;
        resolve();
      };
    });
    this.#following = following;
    this.#config = config;
    this.#fingerprint = fingerprintOf(following.viewer);
    this.#onEnd = onEnd;
    void this.#run();
  }

  /** Whether it is {@link opened}. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get size(): number {
    return this.#subscribers.size;
  }

  /** @param identity has the shared subscription's fingerprint, by the standings of its revision. */
  join(identity: SubscriberIdentity): Subscriber {
    const subscriber = new Subscriber(identity, this.#config.queue, (leaving) =>
      this.#left(leaving),
    );
    this.#subscribers.add(subscriber);
    return subscriber;
  }

  /**
   * The position up to which everything was delivered. Every subscriber that has joined gets everything after
   * it.
   */
  get position(): string | undefined {
    return this.#position;
  }

  /** Continues with the operation on the current supergraph. */
  swap(): void {
    this.#turn.abort();
  }

  /** Checks now, and not only with the next event, whose standing has changed. */
  async recheck(revision: string): Promise<void> {
    const { identityCache } = this.#config;
    const fingerprint = this.#fingerprint;
    await recogniseAll(this.#subscribers, { identityCache, revision, fingerprint });
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#turn = new AbortController();
        await this.#follow(this.#turn.signal);
      } while (this.#turn.signal.aborted && !this.#empty.signal.aborted);
      this.#end = { kind: "done" };
    } catch (error) {
      this.#end = { kind: "broken", error };
      // Its subscribers have been held for the maximum time, and a fan-out might hold them again.
      if (awayIn(error)) this.fail(error);
    }
    this.#onEnd();
    this.#config.fanOut.add(this);
  }

  take(): Tell {
    const taken = { batch: new Batch(this.#waiting), end: this.#end };
    this.#waiting = [];
    return async (revision, breathe) => await this.#tell(taken, revision, breathe);
  }

  fail(error: unknown): void {
    for (const subscriber of this.#subscribers) subscriber.close({ kind: "broken", error });
  }

  async #tell({ batch, end }: FanOutBatch, revision: string, breathe: Breathe): Promise<void> {
    // Whoever joins meanwhile may be known by an older revision.
    while (this.#changed(revision).length > 0) await this.recheck(revision);
    this.#position = batch.position ?? this.#position;
    // A subscriber that joins from here on begins after the position.
    const present = [...this.#subscribers];
    for (const subscriber of present) {
      if (batch.deliveries.length > 0) subscriber.push(batch);
      if (end) subscriber.close(end);
      const pause = breathe();
      if (pause) await pause;
    }
    if (end) this.#empty.abort();
    this.#open();
  }

  #changed(revision: string): Subscriber[] {
    return [...this.#subscribers].filter((subscriber) => subscriber.revision !== revision);
  }

  async #follow(turn: AbortSignal): Promise<void> {
    const { isResumable, show } = this.#following;
    const events = completeEvents(this.#following, {
      after: isResumable ? this.#reached : undefined,
      signal: AbortSignal.any([this.#empty.signal, turn]),
    });
    for await (const event of events) {
      const { position } = event;
      // What was being completed when the turn ended is delivered in the next one.
      if (turn.aborted && event.errors && position !== undefined) return;
      this.#waiting.push(new Delivery(isOpening(event) ? undefined : show(event), position));
      this.#reached = position ?? this.#reached;
      if (!isOpening(event)) this.#config.metrics.observeEvent(this.#subscribers.size);
      this.#config.fanOut.add(this);
      if (turn.aborted) return;
    }
  }

  #left(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    if (subscriber.end?.kind === "full") this.#config.metrics.observeOverflow();
    if (this.#subscribers.size > 0 || this.#empty.signal.aborted) return;
    this.#empty.abort();
    this.#onEnd();
    this.#open();
  }
}
