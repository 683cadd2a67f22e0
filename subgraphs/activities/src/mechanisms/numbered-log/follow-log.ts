import { Opening } from "@alliance-hub/platform/streams/opening";
import type { EntryKey } from "@alliance-hub/updates/entry-key";
import type { Tail } from "@alliance-hub/updates/tail";
import { type Log, type LogReads, entryAt, readLog } from "./read-log.ts";

/** A part of a log, by its numbers, for code that works on the log itself. */
export interface NumberedStretch<Entry> {
  readonly nodes: readonly (Entry & EntryKey)[];
  /** The last entry that has been checked; undefined if there is none after the one it began with. */
  readonly end: EntryKey | undefined;
  readonly hasMore: boolean;
}

/** What a call needs to follow a log. */
export interface LogFollowing<Live extends EntryKey> extends LogReads {
  /** The live end of the log. There is one for the whole process. */
  readonly tail: Tail<Live>;
  readonly signal: AbortSignal;
}

/** What is followed. */
export interface FollowedEntries<Entry, Live> {
  /** The position after which to begin. Null: only what happens next. */
  readonly after: string | null;
  /** What the log has after an entry. */
  readonly read: (from: EntryKey, log: Log) => Promise<NumberedStretch<Entry>>;
  /** Whether something that happens now belongs to it: the same rule as that of `read`. */
  readonly isWanted: (entry: Live) => boolean;
}

/** An entry, as readers get it. */
export type Positioned<Entry> = Entry & { readonly position: string };

/** An entry with its position instead of its number. */
export function withPosition<Entry>(
  { number, ...row }: Entry & EntryKey,
  { positions }: Log,
): Positioned<Entry> {
  // What is left is the entry, of which the number was only added.
  return { ...row, position: positions.of({ number, id: row.id }) } as unknown as Positioned<Entry>;
}

/**
 * The entries after a position, and then new ones as they happen, without gap or overlap; in between, the
 * position up to which all have been delivered.
 *
 * @throws HubError as `entryAt`, from the first step.
 */
export async function* followLog<
  Entry,
  Live extends Entry & EntryKey & { readonly position: string },
>(
  { rows, source, tail, signal }: LogFollowing<Live>,
  { after, read, isWanted }: FollowedEntries<Entry, Live>,
): AsyncGenerator<Positioned<Entry> | Opening> {
  let position = after;
  for (;;) {
    using follower = await tail.follow();
    // The end of the call also wakes a reader that waits for the next update.
    const leave = (): void => follower[Symbol.dispose]();
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) return;
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };
    const begun = await readLog(rows, source);
    let reached =
      position === null ? follower.from : await entryAt({ rows, source }, begun, position);
    // Existing entries are read from the log itself, up to its end, because another process may have delivered
    // more than the tail here has read yet.
    for (let isBehind = position !== null; isBehind;) {
      const log = await readLog(rows, source);
      const stretch = await read(reached, log);
      for (const node of stretch.nodes) yield withPosition<Entry>(node, log);
      reached = stretch.end ?? reached;
      isBehind = stretch.hasMore || reached.number < follower.from.number;
    }
    position = begun.positions.upTo(reached);
    yield new Opening(position);
    for await (const entry of follower) {
      if (entry.number <= reached.number) continue;
      reached = entry;
      position = entry.position;
      if (isWanted(entry)) yield entry;
    }
    if (signal.aborted || tail.isClosed) return;
  }
}
