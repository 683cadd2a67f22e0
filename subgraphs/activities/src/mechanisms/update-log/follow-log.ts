import { Opening } from "@alliance-hub/platform/streams/opening";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { EntryKey } from "@alliance-hub/updates/entry-key";
import type { Tail } from "@alliance-hub/updates/tail";
import type { ActivityUpdate, UpdateLogTables } from "./activity-update.ts";
import { type LiveUpdate, type Log, entryAt, readLog } from "./read-log.ts";

/** An update, as the log returns it. */
export interface ActivityUpdateRow extends Pick<
  ActivityUpdate,
  "id" | "type" | "occurredAt" | "activityId" | "previousStartsAt" | "previousEndsAt" | "reason"
> {
  readonly position: string;
}

/** The time that a rescheduling replaced; null for other updates and those from before it was kept. */
export function previousTime({
  previousStartsAt: startsAt,
  previousEndsAt: endsAt,
}: Pick<ActivityUpdate, "previousStartsAt" | "previousEndsAt">): {
  readonly startsAt: Date;
  readonly endsAt: Date;
} | null {
  return startsAt && endsAt ? { startsAt, endsAt } : null;
}

/** A part of the log, by its numbers, for code that works on the log itself. */
export interface NumberedStretch {
  readonly nodes: readonly (Omit<ActivityUpdateRow, "position"> & EntryKey)[];
  /** The last entry that has been checked; undefined if there is none after the one it began with. */
  readonly end: EntryKey | undefined;
  readonly hasMore: boolean;
}

/** What a call needs to follow the log. */
export interface LogFollowing extends Pick<BaseContext<UpdateLogTables>, "rows" | "signal"> {
  /** The live end of the update log. There is one for the whole process. */
  readonly tail: Tail<LiveUpdate>;
}

/** What is followed. */
export interface FollowedUpdates {
  /** The position after which to begin. Null: only what happens next. */
  readonly after: string | null;
  /** What the log has after an entry. */
  readonly read: (from: EntryKey, log: Log) => Promise<NumberedStretch>;
  /** Whether something that happens now belongs to it: the same rule as that of `read`. */
  readonly isWanted: (update: LiveUpdate) => boolean;
}

/** An update with its position instead of its number. */
export function withPosition(
  { number, ...row }: NumberedStretch["nodes"][number],
  { positions }: Log,
): ActivityUpdateRow {
  return { ...row, position: positions.of({ number, id: row.id }) };
}

/**
 * The updates after a position, and then new ones as they happen, without gap or overlap; in between, the
 * position up to which all have been delivered.
 *
 * @throws HubError as `entryAt`, from the first step.
 */
export async function* followLog(
  { rows, tail, signal }: LogFollowing,
  { after, read, isWanted }: FollowedUpdates,
): AsyncGenerator<ActivityUpdateRow | Opening> {
  let position = after;
  for (;;) {
    using follower = await tail.follow();
    // The end of the call also wakes a reader that waits for the next update.
    const leave = (): void => follower[Symbol.dispose]();
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) return;
    using _listening = { [Symbol.dispose]: () => signal.removeEventListener("abort", leave) };
    const begun = await readLog(rows);
    let reached = position === null ? follower.from : await entryAt(rows, begun, position);
    // Existing entries are read from the log itself, up to its end, because another process may have delivered
    // more than the tail here has read yet.
    for (let isBehind = position !== null; isBehind;) {
      const log = await readLog(rows);
      const stretch = await read(reached, log);
      for (const node of stretch.nodes) yield withPosition(node, log);
      reached = stretch.end ?? reached;
      isBehind = stretch.hasMore || reached.number < follower.from.number;
    }
    position = begun.positions.upTo(reached);
    yield new Opening(position);
    for await (const update of follower) {
      if (update.number <= reached.number) continue;
      reached = update;
      position = update.position;
      if (isWanted(update)) yield { ...update, position };
    }
    if (signal.aborted || tail.isClosed) return;
  }
}
