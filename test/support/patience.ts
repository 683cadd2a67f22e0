import { until } from "@alliance-hub/testing/until";

/** How long is waited, in milliseconds: less than a test has, so that it can still tidy up. */
const PATIENCE_MS = 60_000;

/** Asks until something is so. @returns what was asked for. @throws Error after a minute, with the last answer. */
export async function patiently<T>(
  ask: () => Promise<T> | T,
  isSo: (value: T) => boolean,
): Promise<T> {
  const since = Date.now();
  const value = await until(ask, (found) => isSo(found) || Date.now() - since > PATIENCE_MS);
  if (!isSo(value)) throw new Error(`After a minute it was still ${JSON.stringify(value)}`);
  return value;
}
