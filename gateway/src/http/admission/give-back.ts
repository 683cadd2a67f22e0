import { LONGEST_UNFINISHED_MS, unfinishedOf } from "../../engine/transport/unfinished.ts";
import type { Slot } from "./fair-queue.ts";

/**
 * Gives a slot back when the work that it was given for is done, not when its caller stops waiting: otherwise
 * a client that leaves again and again would have any amount of work begun. Delays no answer.
 *
 * @param signal of the request.
 */
export function giveBackWhenDone(slot: Slot, signal: AbortSignal): void {
  const work = unfinishedOf(signal);
  if (work.length === 0) return slot[Symbol.dispose]();
  const giveBack = (): void => {
    clearTimeout(timer);
    slot[Symbol.dispose]();
  };
  const timer = setTimeout(giveBack, LONGEST_UNFINISHED_MS).unref();
  void Promise.allSettled(work).then(giveBack);
}
