/** The reason of `AbortSignal.timeout`. It distinguishes a late subgraph from a client that went away. */
export const timedOut = (): DOMException =>
  new DOMException("The deadline has passed.", "TimeoutError");

/**
 * Fires at the deadline, or when the signal does: one controller and one timer. `AbortSignal.any` of the signal
 * and an `AbortSignal.timeout` costs several times as much, most of it each time that it is looked at.
 *
 * @param deadlineMs from now, in milliseconds.
 */
export function untilDeadline(signal: AbortSignal, deadlineMs: number): AbortSignal {
  const controller = new AbortController();
  const leave = (): void => {
    clearTimeout(timer);
    controller.abort(signal.reason);
  };
  const timer = setTimeout(() => {
    signal.removeEventListener("abort", leave);
    controller.abort(timedOut());
  }, deadlineMs).unref();
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  return controller.signal;
}
