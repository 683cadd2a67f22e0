import { badInput } from "../errors/hub-error.ts";
import type { TimeRangeInput } from "../scalars/time-range.ts";
import { instantWords } from "../words/times.ts";

/** How far ahead a booking may end, in days. */
const MAX_DAYS_AHEAD = 400;
/** How far in the past "now" may be, in milliseconds, because a request takes time and clocks differ. */
const GRACE_MS = 60_000;

/** Whether a time has begun, so that it can no longer be booked. */
export function hasBegun({ start }: Pick<TimeRangeInput, "start">, now: Date): boolean {
  return start.getTime() < now.getTime() - GRACE_MS;
}

/** The last moment that can be booked. */
export function lastMoment(now: Date): Date {
  return new Date(now.getTime() + MAX_DAYS_AHEAD * 86_400_000);
}

/**
 * Rejects a time that has begun, or is too far ahead.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireAhead(during: TimeRangeInput, now: Date): void {
  if (hasBegun(during, now)) {
    throw badInput("during", {
      zh: `时段于${instantWords(during.start).zh}开始，已经过去；现在是${instantWords(now).zh}。请从现在以后选择。`,
      en: `"during" starts in the past, at ${instantWords(during.start).en}; it is ${instantWords(now).en} now. Give a start from now on.`,
    });
  }
  if (during.end > lastMoment(now)) {
    throw badInput("during", {
      zh: `时段于${instantWords(during.end).zh}结束，距今超过 ${MAX_DAYS_AHEAD} 天。请临近时再预约。`,
      en: `"during" ends at ${instantWords(during.end).en}, more than ${MAX_DAYS_AHEAD} days ahead. Book nearer to the time.`,
    });
  }
}
