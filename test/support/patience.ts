import { until } from "@alliance-hub/testing/until";

/** How long to wait, in milliseconds: less than a test may take, so that it can still clean up. */
const PATIENCE_MS = 60_000;

/** Asks until a condition is true. @returns the answer. @throws Error after a minute, with the last answer. */
export async function patiently<T>(
  ask: () => Promise<T> | T,
  isSo: (value: T) => boolean,
): Promise<T> {
  const since = Date.now();
  const value = await until(ask, (found) => isSo(found) || Date.now() - since > PATIENCE_MS);
  if (!isSo(value)) throw new Error(`After a minute it was still ${JSON.stringify(value)}`);
  return value;
}
