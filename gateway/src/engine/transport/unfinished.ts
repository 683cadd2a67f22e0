/** Work that goes on though nobody waits for it any more, by the signal of its request. */
const unfinished = new WeakMap<AbortSignal, Set<Promise<unknown>>>();

/** Notes work of a request until it settles. @param signal of the request. */
export function noteWork(signal: AbortSignal, work: Promise<unknown>): void {
  let all = unfinished.get(signal);
  if (!all) unfinished.set(signal, (all = new Set()));
  const own = all;
  own.add(work);
  const done = (): void => void own.delete(work);
  work.then(done, done);
}

/** What a request has begun and has not settled. @param signal of the request. */
export function unfinishedOf(signal: AbortSignal): readonly Promise<unknown>[] {
  return [...(unfinished.get(signal) ?? [])];
}
