import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { FormattedExecutionResult } from "graphql";
import type { EventResult } from "../engine/engine.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import type { Presence } from "../identity/identity-cache.ts";
import { isUnauthenticated } from "../identity/unauthenticated.ts";
import { type FollowedOperation, completeEvents } from "./complete-events.ts";
import { Batch, Delivery } from "./delivery.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Breathe, Rounds, Teller, Telling } from "./fan-out.ts";
import { type Reader, Seat, type SeatEnd } from "./subscriber.ts";

/** What all readers of a group have in common. */
export interface Following extends FollowedOperation {
  /** A result in the words that clients may read. */
  readonly show: (result: EventResult) => FormattedExecutionResult;
}

/** Whether an event only says up to where all has been told. */
export const isOpening = ({ data, errors }: EventResult): boolean =>
  data === undefined && errors === undefined;

/** What groups work with. */
export interface GroupConfig {
  readonly presence: Presence;
  readonly rounds: Rounds;
  /** Deliveries that wait for one reader at most. */
  readonly queue: number;
  readonly metrics: Pick<Metrics, "observeEvent" | "observeOverflow">;
}

/** What is told in one round. */
interface Taken {
  readonly batch: Batch;
  /** How the group had ended by then; undefined: it goes on. */
  readonly end: SeatEnd | undefined;
}

/**
 * Readers that ask the same and are told the same: each event is completed and written once for all of them.
 */
export class Group implements Teller {
  /** When what happens from now on reaches whoever has joined. */
  readonly opened: Promise<void>;
  readonly #following: Following;
  readonly #config: GroupConfig;
  readonly #fingerprint: string;
  readonly #seats = new Set<Seat>();
  readonly #empty = new AbortController();
  readonly #onEnd: () => void;
  #open!: () => void;
  #isOpen = false;
  /** Completed and not yet told. */
  #waiting: Delivery[] = [];
  /** Position of the last that was completed, and of the last that was told. */
  #reached: string | undefined;
  #position: string | undefined;
  /** How it ended, once it has; what waits is told before. */
  #end: SeatEnd | undefined;
  #turn = new AbortController();

  /** @param onEnd called once nobody can join any more. */
  constructor(following: Following, config: GroupConfig, onEnd: () => void) {
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
    return this.#seats.size;
  }

  /** @param reader known to have the group's fingerprint, by the standings of a mark. */
  join(reader: Reader): Seat {
    const seat = new Seat(reader, this.#config.queue, (leaving) => this.#left(leaving));
    this.#seats.add(seat);
    return seat;
  }

  /** Up to where all has been told: whoever has joined is told of everything after it. */
  get position(): string | undefined {
    return this.#position;
  }

  /** Goes on with what the supergraph in service makes of the operation. */
  swap(): void {
    this.#turn.abort();
  }

  /** Finds out now who is no longer who it was, not only with the next event. */
  async recheck(mark: string): Promise<void> {
    await Promise.all(this.#changed(mark).map((seat) => this.#recognise(seat, mark)));
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
      // Its readers have been held for as long as they may be: a round might hold them once more.
      if (awayIn(error)) this.fail(error);
    }
    this.#onEnd();
    this.#config.rounds.add(this);
  }

  take(): Telling {
    const taken = { batch: new Batch(this.#waiting), end: this.#end };
    this.#waiting = [];
    return async (mark, breathe) => await this.#tell(taken, mark, breathe);
  }

  fail(error: unknown): void {
    for (const seat of this.#seats) seat.close({ kind: "broken", error });
  }

  async #tell({ batch, end }: Taken, mark: string, breathe: Breathe): Promise<void> {
    // Whoever joins meanwhile may be known by an older mark.
    while (this.#changed(mark).length > 0) await this.recheck(mark);
    this.#position = batch.position ?? this.#position;
    // Whoever joins from here on begins after the position.
    const present = [...this.#seats];
    for (const seat of present) {
      if (batch.deliveries.length > 0) seat.push(batch);
      if (end) seat.close(end);
      const pause = breathe();
      if (pause) await pause;
    }
    if (end) this.#empty.abort();
    this.#open();
  }

  #changed(mark: string): Seat[] {
    return [...this.#seats].filter((seat) => seat.mark !== mark);
  }

  async #follow(turn: AbortSignal): Promise<void> {
    const { isResumable, show } = this.#following;
    const events = completeEvents(this.#following, {
      after: isResumable ? this.#reached : undefined,
      signal: AbortSignal.any([this.#empty.signal, turn]),
    });
    for await (const event of events) {
      const { position } = event;
      // What was being completed when the turn ended is told in the next one.
      if (turn.aborted && event.errors && position !== undefined) return;
      this.#waiting.push(new Delivery(isOpening(event) ? undefined : show(event), position));
      this.#reached = position ?? this.#reached;
      if (!isOpening(event)) this.#config.metrics.observeEvent(this.#seats.size);
      this.#config.rounds.add(this);
      if (turn.aborted) return;
    }
  }

  async #recognise(seat: Seat, mark: string): Promise<void> {
    try {
      const viewer = await this.#config.presence.identify(seat.authorization, mark);
      if (fingerprintOf(viewer) === this.#fingerprint) seat.mark = mark;
      else seat.close({ kind: "moved" });
    } catch (error) {
      seat.close(isUnauthenticated(error) ? { kind: "moved" } : { kind: "broken", error });
    }
  }

  #left(seat: Seat): void {
    this.#seats.delete(seat);
    if (seat.end?.kind === "full") this.#config.metrics.observeOverflow();
    if (this.#seats.size > 0 || this.#empty.signal.aborted) return;
    this.#empty.abort();
    this.#onEnd();
    this.#open();
  }
}
