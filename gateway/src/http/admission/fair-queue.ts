import type { FairQueueLimits } from "../../settings/admission-limits.ts";

/** Permission to do one piece of work. Disposing of it again does nothing. */
export type Slot = Disposable;

/** Somebody who wants work done. */
interface Client {
  readonly key: string;
  readonly waiting: Set<QueueEntry>;
  slots: number;
  /** Slot time that was given to it, in milliseconds, counted from where it had to start. */
  virtualTime: number;
  /** What a piece of its work takes, in milliseconds; undefined until one has been done. */
  usualMs: number | undefined;
  /** Pieces of its work that were done. */
  done: number;
  /** Its latest work: what is older counts for less. */
  readonly recent: Recent;
}

/** Work of the last seconds. */
interface Recent {
  pieces: number;
  slotMs: number;
  at: number;
}

/** When an active client last wanted something. */
interface Presence {
  readonly client: Client;
  readonly at: number;
}

interface QueueEntry {
  readonly begin: () => void;
  readonly giveUp: () => void;
}

/** How long an active client counts as being there after its last piece of work, in milliseconds. */
const PRESENT_MS = 5000;

/**
 * What a client must have asked for within about `PRESENT_MS` to be active: others are held back for one
 * that asks for page after page, not for a monitor that asks whether the hub is there.
 */
const ACTIVE = { pieces: 4, slotMs: 100 };

/** Work that usually takes less than this is never heavy, in milliseconds. */
const HEAVY_FROM_MS = 20;

/** A client's work is heavy if it usually takes so many times as long as that of the active client that was there last. */
const HEAVIER = 1.5;

/** Clients that are remembered; those that want nothing are forgotten beyond it. */
const REMEMBERED = 10_000;

/** Weight of the latest piece of work in what a client's work usually takes. */
const SMOOTHING = 0.2;

/**
 * A limit of work in progress with a short queue, shared fairly: of the clients that wait, the one that was
 * given the least slot time is next (start-time fair queueing, Goyal, Vin and Cheng 1996). Time is
 * measured, so a client with heavy work gets fewer pieces done than one with light work. Within a client,
 * first come is first served.
 */
export class FairQueue {
  readonly #limits: FairQueueLimits;
  readonly #now: () => number;
  readonly #clients = new Map<string, Client>();
  readonly #waiting = new Set<Client>();
  #inProgress = 0;
  #queued = 0;
  #virtualTime = 0;
  /** The last two active clients that wanted something, and when. */
  #latest: Presence | undefined;
  #beforeLatest: Presence | undefined;

  /** @param now the clock, in milliseconds. */
  constructor(limits: FairQueueLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
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
   * Waits for a slot. Whoever need not wait has it at once, without a promise.
   *
   * @param signal gives up waiting when it fires.
   * @returns the slot; undefined if there is no room, none came free in time, or the signal fired.
   */
  enter(key: string, signal?: AbortSignal): Slot | undefined | Promise<Slot | undefined> {
    if (signal?.aborted || !this.hasRoom(key)) return undefined;
    const now = this.#now();
    const client = this.#arrive(key, now);
    if (client.waiting.size === 0 && this.#canBegin(client)) return this.#begin(client, now);
    if (this.#queued >= this.#limits.queued) lastOf(this.#longest().waiting)?.giveUp();
    return this.#wait(client, signal);
  }

  /** Whether even a client with heavy work may begin: nothing need be found out about the others. */
  get #isNearlyEmpty(): boolean {
    return this.#queued === 0 && this.#inProgress < this.#limits.slotsPerHeavyClient;
  }

  #arrive(key: string, at: number): Client {
    let client = this.#clients.get(key);
    if (!client) {
      if (this.#clients.size >= REMEMBERED) this.#forgetIdle();
      client = newClient(key, at);
      this.#clients.set(key, client);
    }
    this.#noteRecent(client, { pieces: 1, slotMs: 0, at });
    // Who was away has saved up nothing.
    if (isIdle(client)) client.virtualTime = Math.max(client.virtualTime, this.#virtualTime);
    return client;
  }

  /** An active client counts as being there from now on. */
  #noteRecent(client: Client, { pieces, slotMs, at }: Recent): void {
    const { recent } = client;
    const left = Math.exp((recent.at - at) / PRESENT_MS);
    recent.pieces = recent.pieces * left + pieces;
    recent.slotMs = recent.slotMs * left + slotMs;
    recent.at = at;
    if (recent.pieces < ACTIVE.pieces || recent.slotMs < ACTIVE.slotMs) return;
    if (this.#latest?.client !== client) this.#beforeLatest = this.#latest;
    this.#latest = { client, at };
  }

  #wait(client: Client, signal: AbortSignal | undefined): Promise<Slot | undefined> {
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

  #canBegin(client: Client | undefined): boolean {
    if (this.#isNearlyEmpty) return true;
    if (this.#inProgress >= this.#limits.slots) return false;
    return !client || client.slots < this.#slotsOf(client);
  }

  /** How many slots a client may hold now: while others are there, something is left free for them. */
  #slotsOf(client: Client): number {
    const other = this.#latest?.client === client ? this.#beforeLatest : this.#latest;
    const isPresent = other !== undefined && this.#now() - other.at < PRESENT_MS;
    const { slots, slotsPerClient, slotsPerHeavyClient } = this.#limits;
    if (isPresent && isHeavier(client, other.client)) return slotsPerHeavyClient;
    const hasOthers = this.#inProgress > client.slots || this.#queued > client.waiting.size;
    return isPresent || hasOthers ? slotsPerClient : slots;
  }

  #begin(client: Client, began: number): Slot {
    const expectedMs = client.usualMs ?? 1;
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
        client.done += 1;
        const before = client.usualMs ?? tookMs;
        client.usualMs = before + Math.max(SMOOTHING, 1 / client.done) * (tookMs - before);
        this.#noteRecent(client, { pieces: 0, slotMs: tookMs, at: ended });
        client.slots -= 1;
        this.#inProgress -= 1;
        this.#beginNext();
      },
    };
  }

  #beginNext(): void {
    while (this.#queued > 0 && this.#inProgress < this.#limits.slots) {
      let next: Client | undefined;
      for (const client of this.#waiting) {
        if (next && client.virtualTime >= next.virtualTime) continue;
        if (this.#canBegin(client)) next = client;
      }
      if (!next) return;
      firstOf(next.waiting)?.begin();
    }
  }

  /** The client with the most work that waits: when the queue is full, others come in before its last. */
  #longest(): Pick<Client, "waiting"> {
    let longest: Pick<Client, "waiting"> = NOBODY;
    for (const client of this.#waiting)
      if (client.waiting.size > longest.waiting.size) longest = client;
    return longest;
  }

  #forgetIdle(): void {
    for (const client of this.#clients.values())
      if (isIdle(client)) this.#clients.delete(client.key);
  }
}

const NOBODY: Pick<Client, "waiting"> = { waiting: new Set() };

function newClient(key: string, at: number): Client {
  const recent = { pieces: 0, slotMs: 0, at };
  return { key, waiting: new Set(), slots: 0, virtualTime: 0, usualMs: undefined, done: 0, recent };
}

/** Nothing is said of clients whose work is not known yet. */
function isHeavier({ usualMs = 0 }: Client, other: Client): boolean {
  if (other.usualMs === undefined) return false;
  return usualMs >= HEAVY_FROM_MS && usualMs > HEAVIER * other.usualMs;
}

function isIdle({ slots, waiting }: Client): boolean {
  return slots === 0 && waiting.size === 0;
}

function firstOf<T>(values: ReadonlySet<T>): T | undefined {
  return values.values().next().value;
}

function lastOf<T>(values: ReadonlySet<T>): T | undefined {
  let last: T | undefined;
  for (const value of values) last = value;
  return last;
}
