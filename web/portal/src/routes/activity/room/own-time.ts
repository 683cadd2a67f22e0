import type { FreeTime } from "../../resource/free-times.ts";

/** The time that an activity has already in a room. */
export interface OwnTime {
  readonly start: string;
  readonly end: string;
}

/** Free times, and the one that an activity has itself: it is not in its own way. */
export function withOwn(free: readonly FreeTime[], own: OwnTime | undefined): readonly FreeTime[] {
  if (!own) return free;
  return [...free, { ...own, quantity: 1 }].toSorted(
    (one, other) => Date.parse(one.start) - Date.parse(other.start),
  );
}
