import { Batch, type Sink } from "./delivery.ts";

/** Why a subscriber delivers no more. */
export type SubscriberEnd =
  /** The subscription has ended. */
  | { readonly kind: "done" }
  /** The subscriber was too slow: it continues from the update log. */
  | { readonly kind: "full" }
  /** The subscriber's standing has changed. */
  | { readonly kind: "moved" }
  /** Nothing more can be delivered. */
  | { readonly kind: "broken"; readonly error: unknown };

/**
 * Maximum length of the results that wait for one subscriber, in characters, except a single larger one. They
 * go out in one piece. A subscriber that reads nothing can take this much memory.
 */
const MOST_WAITING = 1_000_000;

/** What identifies a subscriber. */
export interface SubscriberIdentity {
  /** As it came in the `Authorization` header. */
  readonly authorization: string | undefined;
  /** Revision of the standings by which it is known to be who it is. */
  readonly revision: string;
}

/** One subscriber of a shared subscription. Its buffer keeps deliveries until the client accepts them. */
export class Subscriber implements Disposable {
  readonly authorization: string | undefined;
  /** The latest revision by which it was found to be who it was. */
  revision: string;
  end: SubscriberEnd | undefined;
  /** The position of the subscriber, once it has received something. */
  position: string | undefined;
  readonly #limit: number;
  readonly #leave: (subscriber: Subscriber) => void;
  readonly #ended = Promise.withResolvers<SubscriberEnd>();
  #waiting: Batch[] = [];
  #waits = 0;
  #waitingSize = 0;
  #sink: Sink | undefined;
  #draining: Promise<void> | undefined;
  #newIn: ((batch: Batch) => Batch | undefined) | undefined;

  /** @param limit maximum number of deliveries that wait. */
  constructor(
    identity: SubscriberIdentity,
    limit: number,
    leave: (subscriber: Subscriber) => void,
  ) {
    this.authorization = identity.authorization;
    this.revision = identity.revision;
    this.#limit = limit;
    this.#leave = leave;
  }

  /** Fulfilled when the subscriber accepts more; undefined if it accepts more now. */
  get draining(): Promise<void> | undefined {
    return this.#draining;
  }

  /** @param batch shared by all subscribers of a shared subscription. */
  push(batch: Batch): void {
    if (this.end) return;
    if (this.#sink && !this.#draining) return this.#write(batch);
    const isTooMuch = this.#waitingSize > 0 && this.#waitingSize + batch.size > MOST_WAITING;
    if (this.#waits >= this.#limit || isTooMuch) return this.close({ kind: "full" });
    this.#waiting.push(batch);
    this.#waits += batch.deliveries.length;
    this.#waitingSize += batch.size;
  }

  /**
   * Delivers what waits, and from then on whatever comes.
   *
   * @param newIn returns what the subscriber has not received before; called until there is something new.
   * @returns why it ends, after everything has been delivered.
   */
  giveTo(sink: Sink, newIn?: (batch: Batch) => Batch | undefined): Promise<SubscriberEnd> {
    this.#sink = sink;
    this.#newIn = newIn;
    this.#flush();
    return this.#ended.promise;
  }

  /** What waits is still delivered, unless the subscriber's standing has changed, or it has left. */
  close(end: SubscriberEnd): void {
    if (this.end) return;
    this.end = end;
    if (end.kind === "moved") this.#waiting = [];
    this.#leave(this);
    this.#settle();
  }

  [Symbol.dispose](): void {
    this.#waiting = [];
    this.close({ kind: "done" });
    this.#settle();
  }

  #write(batch: Batch): void {
    const fresh = this.#newIn ? this.#newIn(batch) : batch;
    if (!fresh || !this.#sink) return;
    this.#newIn = undefined;
    this.position = fresh.position ?? this.position;
    if (this.#sink.write(fresh)) return;
    this.#draining = this.#sink.drained().then(() => {
      this.#draining = undefined;
      this.#flush();
    });
  }

  /** Deliveries that have gathered go out together. */
  #flush(): void {
    if (this.#waiting.length > 0 && !this.#draining) {
      const [first, ...more] = this.#waiting;
      this.#waiting = [];
      this.#waits = 0;
      this.#waitingSize = 0;
      if (first && more.length === 0) this.#write(first);
      else if (first)
        this.#write(new Batch([first, ...more].flatMap(({ deliveries }) => deliveries)));
    }
    this.#settle();
  }

  #settle(): void {
    if (this.end && this.#waiting.length === 0) this.#ended.resolve(this.end);
  }
}
