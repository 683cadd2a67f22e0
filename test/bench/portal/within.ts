/**
 * Waits for work that may never end.
 *
 * @returns what it comes to. @throws Error that names it, if it takes longer; the signal's reason, if that fires.
 *   The work itself goes on: the caller ends what it needs.
 */
export async function within<T>(
  work: Promise<T>,
  {
    what,
    ms,
    signal,
  }: { readonly what: string; readonly ms: number; readonly signal: AbortSignal },
): Promise<T> {
  const late = AbortSignal.timeout(ms);
  const ended = AbortSignal.any([signal, late]);
  ended.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void =>
    reject(signal.aborted ? signal.reason : new Error(`${what} took longer than ${ms / 1000} s`));
  ended.addEventListener("abort", stop);
  try {
    return await Promise.race([work, promise]);
  } finally {
    ended.removeEventListener("abort", stop);
  }
}
