import type { WebhookSettings } from "./settings.ts";

/** The pauses of the Standard Webhooks specification, from 5 seconds to 24 hours, 41 hours in all. */
export const PAUSES_MS: readonly number[] = [
  5,
  5 * 60,
  30 * 60,
  2 * 3600,
  5 * 3600,
  10 * 3600,
  24 * 3600,
].map((seconds) => seconds * 1000);

/** The part by which a pause may be shorter or longer, so that retries do not all come at once. */
const SPREAD = 0.2;
/** Maximum time for which a receiver may ask to get nothing. */
const MOST_RETRY_AFTER_MS = 24 * 3600 * 1000;

/**
 * The pause after a failed attempt, in milliseconds.
 *
 * @param failures number of failed attempts so far, including this one.
 * @param retryAfterMs what the receiver asked for; it makes the pause longer, never shorter.
 * @returns undefined after the last attempt.
 */
export function pauseAfter(
  failures: number,
  retryAfterMs: number | undefined,
  settings: Pick<WebhookSettings, "pausesMs" | "chance">,
): number | undefined {
  const pause = (settings.pausesMs ?? PAUSES_MS)[failures - 1];
  if (pause === undefined) return undefined;
  const chance = settings.chance ?? Math.random;
  const spread = pause * (1 + SPREAD * (2 * chance() - 1));
  return Math.round(Math.max(spread, retryAfterMs ?? 0));
}

/**
 * `Retry-After` in milliseconds (RFC 9110, section 10.2.3), at most a day; undefined if it is invalid.
 *
 * @param now the time with which a date is compared.
 */
export function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? "";
  if (text === "") return undefined;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  if (Number.isNaN(ms)) return undefined;
  return Math.min(Math.max(ms, 0), MOST_RETRY_AFTER_MS);
}
