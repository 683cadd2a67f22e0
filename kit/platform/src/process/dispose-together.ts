/**
 * Disposes of several things at once. Each may wait a moment for work in progress, and these moments do not add
 * up. All are disposed of, even if one fails.
 *
 * @throws AggregateError with what failed.
 */
export async function disposeTogether(things: readonly AsyncDisposable[]): Promise<void> {
  const outcomes = await Promise.allSettled(things.map((one) => one[Symbol.asyncDispose]()));
  const faults = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason as unknown] : [],
  );
  if (faults.length > 0) throw new AggregateError(faults, "Not everything could be closed");
}
