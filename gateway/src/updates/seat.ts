import type { Delivery } from "./delivery.ts";

/** Why a seat gives no more. */
export type SeatEnd =
  /** The subscription has ended. */
  | { readonly kind: "done" }
  /** The reader was too slow: it goes on from the log. */
  | { readonly kind: "full" }
  /** The reader is no longer who it was. */
  | { readonly kind: "moved" }
  /** Nothing more can be told. */
  | { readonly kind: "broken"; readonly error: unknown };

/** Who reads. */
export interface Reader {
  /** As it came in the `Authorization` header. */
  readonly authorization: string | undefined;
  /** Mark of the standings by which it is known to be who it is. */
  readonly mark: string;
}

/** A reader's place in a group: what waits for it, given as it has come together. */
export class Seat implements AsyncIterable<readonly Delivery[]>, Disposable {
  readonly authorization: string | undefined;
  /** Changes with whatever the reader has been found to be still. */
  mark: string;
  end: SeatEnd | undefined;
  readonly #limit: number;
  readonly #leave: (seat: Seat) => void;
  #waiting: readonly Delivery[] = NONE;
  #wake: (() => void) | undefined;

  /** @param limit deliveries that wait at most. */
  constructor(reader: Reader, limit: number, leave: (seat: Seat) => void) {
    this.authorization = reader.authorization;
    this.mark = reader.mark;
    this.#limit = limit;
    this.#leave = leave;
  }

  /** @param deliveries shared by all seats of a group. */
  push(deliveries: readonly Delivery[]): void {
    if (this.end) return;
    if (this.#waiting.length === 0) this.#waiting = deliveries;
    else if (this.#waiting.length < this.#limit) this.#waiting = [...this.#waiting, ...deliveries];
    else return this.close({ kind: "full" });
    this.#wake?.();
  }

  /** What waits is still given, unless the reader is no longer who it was. */
  close(end: SeatEnd): void {
    if (this.end) return;
    this.end = end;
    if (end.kind === "moved") this.#waiting = NONE;
    this.#leave(this);
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly Delivery[]> {
    for (;;) {
      while (this.#waiting.length > 0) {
        const deliveries = this.#waiting;
        this.#waiting = NONE;
        yield deliveries;
      }
      if (this.end) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
    }
  }

  [Symbol.dispose](): void {
    this.close({ kind: "done" });
  }
}

const NONE: readonly Delivery[] = [];
