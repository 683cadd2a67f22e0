/** Longest that work is reckoned with though its caller has stopped waiting, in milliseconds: no statement takes longer. */
export const LONGEST_UNFINISHED_MS = 15_000;

/** Work that goes on though its caller has stopped waiting, by the signal of its request. */
const unfinished = new WeakMap<AbortSignal, Set<Promise<unknown>>>();

/**
 * Notes work whose caller stops waiting for it, until it settles. Work that is waited for to its end needs
 * no note, and costs nothing.
 *
 * @param signal of the request.
 */
export function noteUnfinished(signal: AbortSignal, work: Promise<unknown>): void {
  let all = unfinished.get(signal);
  if (!all) unfinished.set(signal, (all = new Set()));
  const own = all;
  own.add(work);
  const done = (): void => void own.delete(work);
  work.then(done, done);
}

/** What a request has begun, no longer waits for, and has not settled. @param signal of the request. */
export function unfinishedOf(signal: AbortSignal): readonly Promise<unknown>[] {
  const all = unfinished.get(signal);
  return all ? [...all] : NONE;
}

const NONE: readonly Promise<unknown>[] = [];
