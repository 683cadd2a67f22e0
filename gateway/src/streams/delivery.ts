import { eventOf } from "@alliance-hub/platform/streams/event-stream";
import type { FormattedExecutionResult } from "graphql";

/**
 * What a client gets: a result, or only the position up to which it has everything. Written once for all
 * clients.
 */
export class Delivery {
  /** The result as JSON; undefined if there is only a position. */
  readonly text: string | undefined;
  /** The position after which to continue. */
  readonly position: string | undefined;

  constructor(result: FormattedExecutionResult | undefined, position: string | undefined) {
    this.text = result && JSON.stringify(result);
    this.position = position;
  }
}

/** Deliveries that go out in one piece, to one subscriber or to many. Their written forms are made once. */
export class Batch {
  readonly deliveries: readonly Delivery[];
  #events: Buffer | undefined;
  #size: number | undefined;

  constructor(deliveries: readonly Delivery[]) {
    this.deliveries = deliveries;
  }

  /** The length of its results, in characters. */
  get size(): number {
    this.#size ??= this.deliveries.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
    return this.#size;
  }

  /** The position after it. */
  get position(): string | undefined {
    return this.deliveries.findLast(({ position }) => position !== undefined)?.position;
  }

  /** As server-sent events. */
  get events(): Buffer {
    this.#events ??= Buffer.from(
      this.deliveries.map(({ text, position }) => eventOf(text, position)).join(""),
    );
    return this.#events;
  }
}

/** Where the deliveries of a subscriber go. */
export interface Sink {
  /** @returns whether the subscriber accepts more now. If not, it gets no more until it is {@link drained}. */
  write(batch: Batch): boolean;
  /** Fulfilled when the subscriber accepts more, or has gone. */
  drained(): Promise<void>;
}
