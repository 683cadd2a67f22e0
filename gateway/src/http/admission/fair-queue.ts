import type { FairQueueLimits } from "../../settings/admission-limits.ts";
import { ActiveClients } from "./active-clients.ts";
import { QueueClient, type QueueEntry } from "./queue-client.ts";

/** Permission to do one piece of work. Disposing of it again does nothing. */
export type Slot = Disposable;

/** How many clients are remembered. Above this number, clients without work are forgotten. */
const REMEMBERED = 10_000;

/**
 * A limit of work in progress with a short queue, shared fairly: of the clients that wait, the one that has
 * received the least slot time is next (start-time fair queueing, Goyal, Vin and Cheng 1996). Time is measured,
 * so a client with heavy work gets fewer pieces done than one with light work. Within a client, first come is
 * first served.
 */
export class FairQueue {
  readonly #limits: FairQueueLimits;
  readonly #now: () => number;
  readonly #clients = new Map<string, QueueClient>();
  readonly #waiting = new Set<QueueClient>();
  readonly #active: ActiveClients;
  #inProgress = 0;
  #queued = 0;
  #virtualTime = 0;

  /** @param now the clock, in milliseconds. */
  constructor(limits: FairQueueLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#active = new ActiveClients(now);
  }

  get inProgress(): number {
    return this.#inProgress;
  }

  get queued(): number {
    return this.#queued;
  }

  /** Whether a client's work may begin or wait now. */
  hasRoom(key: string): boolean {
    if (this.#isNearlyEmpty) return true;
    const client = this.#clients.get(key);
    const own = client?.waiting.size ?? 0;
    if (own === 0 && this.#canBegin(client)) return true;
    if (own >= this.#limits.queuedPerClient) return false;
    return this.#queued < this.#limits.queued || this.#longest().waiting.size > own + 1;
  }

  /**
   * Waits for a slot. If one is free, it is returned at once, without a promise.
   *
   * @param signal ends the waiting when it fires.
   * @returns the slot; undefined if the queue is full, none became free in time, or the signal fired.
   */
  enter(key: string, signal?: AbortSignal): Slot | undefined | Promise<Slot | undefined> {
    if (signal?.aborted || !this.hasRoom(key)) return undefined;
    const now = this.#now();
    const client = this.#arrive(key, now);
    if (client.waiting.size === 0 && this.#canBegin(client)) return this.#begin(client, now);
    if (this.#queued >= this.#limits.queued) lastOf(this.#longest().waiting)?.giveUp();
    return this.#wait(client, signal);
  }

  /** Whether even a client with heavy work may begin. Then nothing about the others needs to be computed. */
  get #isNearlyEmpty(): boolean {
    return this.#queued === 0 && this.#inProgress < this.#limits.slotsPerHeavyClient;
  }

  #arrive(key: string, at: number): QueueClient {
    let client = this.#clients.get(key);
    if (!client) {
      if (this.#clients.size >= REMEMBERED) this.#forgetIdle();
      client = new QueueClient(key, at);
      this.#clients.set(key, client);
    }
    if (client.noteRequest(at)) this.#active.note(client, at);
    // A client that was away has saved up nothing.
    if (client.isIdle) client.virtualTime = Math.max(client.virtualTime, this.#virtualTime);
    return client;
  }

  #wait(client: QueueClient, signal: AbortSignal | undefined): Promise<Slot | undefined> {
    return new Promise((resolve) => {
      const settle = (slot: Slot | undefined): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", entry.giveUp);
        client.waiting.delete(entry);
        if (client.waiting.size === 0) this.#waiting.delete(client);
        this.#queued -= 1;
        resolve(slot);
      };
      const entry: QueueEntry = {
        begin: () => settle(this.#begin(client, this.#now())),
        giveUp: () => settle(undefined),
      };
      const { waitMs } = this.#limits;
      const timer = waitMs === undefined ? undefined : setTimeout(entry.giveUp, waitMs).unref();
      signal?.addEventListener("abort", entry.giveUp);
      client.waiting.add(entry);
      this.#waiting.add(client);
      this.#queued += 1;
    });
  }

  #canBegin(client: QueueClient | undefined): boolean {
    if (this.#isNearlyEmpty) return true;
    if (this.#inProgress >= this.#limits.slots) return false;
    return !client || client.slots < this.#slotsOf(client);
  }

  /** How many slots a client may hold now. While others are present, some slots stay free for them. */
  #slotsOf(client: QueueClient): number {
    const other = this.#active.beside(client);
    const { slots, slotsPerClient, slotsPerHeavyClient } = this.#limits;
    if (other && client.isHeavierThan(other)) return slotsPerHeavyClient;
    const hasOthers = this.#inProgress > client.slots || this.#queued > client.waiting.size;
    return other || hasOthers ? slotsPerClient : slots;
  }

  #begin(client: QueueClient, began: number): Slot {
    const { expectedMs } = client;
    this.#inProgress += 1;
    client.slots += 1;
    this.#virtualTime = Math.max(this.#virtualTime, client.virtualTime);
    client.virtualTime += expectedMs;
    let isHeld = true;
    return {
      [Symbol.dispose]: () => {
        if (!isHeld) return;
        isHeld = false;
        const ended = this.#now();
        const tookMs = ended - began;
        client.virtualTime += tookMs - expectedMs;
        if (client.noteWork(tookMs, ended)) this.#active.note(client, ended);
        client.slots -= 1;
        this.#inProgress -= 1;
        this.#beginNext();
      },
    };
  }

  #beginNext(): void {
    while (this.#queued > 0 && this.#inProgress < this.#limits.slots) {
      let next: QueueClient | undefined;
      for (const client of this.#waiting) {
        if (next && client.virtualTime >= next.virtualTime) continue;
        if (this.#canBegin(client)) next = client;
      }
      if (!next) return;
      firstOf(next.waiting)?.begin();
    }
  }

  /** The client with the most waiting work. When the queue is full, others replace its last piece of work. */
  #longest(): Pick<QueueClient, "waiting"> {
    let longest: Pick<QueueClient, "waiting"> = NOBODY;
    for (const client of this.#waiting)
      if (client.waiting.size > longest.waiting.size) longest = client;
    return longest;
  }

  #forgetIdle(): void {
    for (const client of this.#clients.values())
      if (client.isIdle) this.#clients.delete(client.key);
  }
}

const NOBODY: Pick<QueueClient, "waiting"> = { waiting: new Set() };

function firstOf<T>(values: ReadonlySet<T>): T | undefined {
  return values.values().next().value;
}

function lastOf<T>(values: ReadonlySet<T>): T | undefined {
  let last: T | undefined;
  for (const value of values) last = value;
  return last;
}
