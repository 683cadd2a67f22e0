import { LONGEST_UNFINISHED_MS, unfinishedOf } from "../../engine/transport/unfinished.ts";
import type { Slot } from "./fair-queue.ts";

/**
 * Releases a slot when its work is done, not when the caller stops waiting. Otherwise a client that leaves
 * again and again could start any amount of work. It does not delay any answer.
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
