import { STOP_MS, within } from "@alliance-hub/platform/database/within";
import type { EntryKey } from "./entry-key.ts";

/** A numbered log, as its tail reads it. */
export interface TailConfig<Row extends EntryKey> {
  /** Entries after a number, in order, as many as the reader chooses; and up to where it has looked. */
  readonly read: (behind: EntryKey) => Promise<Stretch<Row>>;
  /** Where the log ends now. */
  readonly end: () => Promise<EntryKey>;
  /** Calls back when something may have been written. */
  readonly listen: (wake: () => void) => Promise<AsyncDisposable>;
  /** Called for a failed read; it is tried again. */
  readonly onFault: (error: unknown) => void;
  /** Maximum number of entries that wait for one follower. Default 1000. */
  readonly queue?: number;
}

/** A part of a log. */
export interface Stretch<Row> {
  readonly rows: readonly Row[];
  /** Up to here everything has been checked. */
  readonly end: EntryKey;
  /** Whether there are more entries already, or an entry is being written that must come first. */
  readonly isMoreNear: boolean;
  /**
   * Whether entries after its beginning, or the entry at its beginning, were removed from the log. Default
   * false.
   */
  readonly hasGap?: boolean;
}

/** The live end of a log: read once, for all who follow it. */
export interface Tail<Row extends EntryKey> extends AsyncDisposable {
  /** Begins to follow. Entries that are written from now on wait for the follower. */
  follow(): Promise<Follower<Row>>;
  /** Whether it has been disposed of. Then nobody gets anything any more. */
  readonly isClosed: boolean;
  /** Number of the entry up to which followers have been given everything; undefined before anybody follows. */
  readonly told: number | undefined;
}

/** One reader of a tail. */
export interface Follower<Row> extends AsyncIterable<Row>, Disposable {
  /** The follower gets all entries after this one, and none before. */
  readonly from: EntryKey;
}

/** How often it looks for new entries without a notification, in milliseconds. */
const IDLE_MS = 2000;
/** The same while somebody is writing, because a rollback sends no notification. */
const NEAR_MS = 100;

/**
 * Follows a log once for many readers. A follower that is too slow gets what waits for it and then ends; it
 * continues by reading the log itself. Nothing is dropped or delivered out of order.
 */
export function createTail<Row extends EntryKey>(config: TailConfig<Row>): Tail<Row> {
  const limit = config.queue ?? 1000;
  const followers = new Set<Queue<Row>>();
  let position: EntryKey = { number: 0, id: "" };
  let started: Promise<AsyncDisposable> | undefined;
  let isReading = false;
  let isAsked = false;
  let isClosed = false;
  let isStarted = false;
  let timer: NodeJS.Timeout | undefined;

  const wake = (): void => {
    isAsked = true;
    if (isReading || isClosed) return;
    isReading = true;
    clearTimeout(timer);
    void readOn().finally(() => {
      isReading = false;
    });
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(wake, ms).unref();
  };
  const readOn = async (): Promise<void> => {
    let isMoreNear = false;
    while (isAsked && !isClosed) {
      isAsked = false;
      try {
        const stretch = await config.read(position);
        // Followers continue by reading the log itself, which reports that entries are missing.
        if (stretch.hasGap) for (const follower of followers) follower[Symbol.dispose]();
        for (const row of stretch.rows) for (const follower of followers) follower.push(row);
        position = stretch.end;
        ({ isMoreNear } = stretch);
        if (stretch.rows.length > 0) isAsked = true;
      } catch (error) {
        config.onFault(error);
        isMoreNear = true;
        break;
      }
    }
    later(isMoreNear ? NEAR_MS : IDLE_MS);
  };

  const start = async (): Promise<AsyncDisposable> => {
    const listening = await config.listen(wake);
    try {
      position = await config.end();
      isStarted = true;
    } catch (error) {
      await listening[Symbol.asyncDispose]();
      throw error;
    }
    later(IDLE_MS);
    return listening;
  };

  return {
    get isClosed() {
      return isClosed;
    },
    get told() {
      return isStarted ? position.number : undefined;
    },
    follow: async () => {
      started ??= start();
      started.catch(() => {
        started = undefined;
      });
      await started;
      const follower = new Queue<Row>(position, limit, () => followers.delete(follower));
      followers.add(follower);
      return follower;
    },
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      clearTimeout(timer);
      for (const follower of followers) follower[Symbol.dispose]();
      // What is still being opened is closed once it is open.
      const closed = started?.then(
        (listening) => listening[Symbol.asyncDispose](),
        () => undefined,
      );
      await within(STOP_MS, Promise.resolve(closed), undefined);
    },
  };
}

/** What waits for one follower. */
class Queue<Row> implements Follower<Row> {
  readonly from: EntryKey;
  readonly #limit: number;
  readonly #leave: () => void;
  #waiting: Row[] = [];
  #isEnded = false;
  #notify: (() => void) | undefined;

  constructor(from: EntryKey, limit: number, leave: () => void) {
    this.from = from;
    this.#limit = limit;
    this.#leave = leave;
  }

  push(row: Row): void {
    if (this.#isEnded) return;
    if (this.#waiting.length >= this.#limit) {
      this.#end();
      return;
    }
    this.#waiting.push(row);
    this.#notify?.();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Row> {
    try {
      for (;;) {
        const rows = this.#waiting;
        this.#waiting = [];
        yield* rows;
        if (this.#waiting.length > 0) continue;
        if (this.#isEnded) return;
        await new Promise<void>((resolve) => (this.#notify = resolve));
        this.#notify = undefined;
      }
    } finally {
      this.#end();
    }
  }

  [Symbol.dispose](): void {
    this.#end();
  }

  #end(): void {
    this.#isEnded = true;
    this.#leave();
    this.#notify?.();
  }
}
