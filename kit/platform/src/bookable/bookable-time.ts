import { badInput } from "../errors/hub-error.ts";
import { type TimeRangeInput, requireRange } from "../scalars/time-range.ts";
import { fieldInChinese } from "../words/fields.ts";
import { instantWords } from "../words/times.ts";

/** Maximum length of a booking, in days. */
export const MAX_DAYS = 31;
/** How far ahead a booking may end, in days. */
const MAX_DAYS_AHEAD = 400;
/** How far in the past "now" may be, in milliseconds, because a request takes time and clocks differ. */
const GRACE_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * Rejects a time that is no time of a booking, whatever the resource is: an empty one, one that is too long, or one that does
 * not begin and end on whole minutes, which is what people read and write.
 *
 * @param field where it stands in the input.
 * @param maxDays longest time in days. Default {@link MAX_DAYS}.
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireBookingRange(
  field: string,
  during: TimeRangeInput,
  maxDays = MAX_DAYS,
): void {
  requireRange(field, during, maxDays);
  const odd = [during.start, during.end].find((instant) => instant.getTime() % MINUTE_MS !== 0);
  if (!odd) return;
  throw badInput(field, {
    zh: `${fieldInChinese(field)}的起止须为整分钟，现有 ${odd.toISOString()}。请去掉秒。`,
    en: `"${field}" has ${odd.toISOString()}; bookings begin and end on whole minutes. Leave out the seconds.`,
  });
}

/** Whether a time has begun, so that it can no longer be booked. */
export function hasBegun({ start }: Pick<TimeRangeInput, "start">, now: Date): boolean {
  return start.getTime() < now.getTime() - GRACE_MS;
}

/**
 * The part of a range in which bookings may lie, whatever the rules of the resource: from this minute to the last moment;
 * null if nothing of it can be booked any more, or yet.
 */
export function bookablePart({ start, end }: TimeRangeInput, now: Date): TimeRangeInput | null {
  const first = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const from = Math.max(start.getTime(), first);
  const to = Math.min(end.getTime(), lastMoment(now).getTime());
  return from < to ? { start: new Date(from), end: new Date(to) } : null;
}

/** The last moment that can be booked. */
export function lastMoment(now: Date): Date {
  return new Date(now.getTime() + MAX_DAYS_AHEAD * 86_400_000);
}

/**
 * Rejects a time that has begun, or is too far ahead.
 *
 * @param field where it stands in the input. Default: `during`.
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireAhead(during: TimeRangeInput, now: Date, field = "during"): void {
  if (hasBegun(during, now)) {
    throw badInput(field, {
      zh: `${fieldInChinese(field)}于${instantWords(during.start).zh}开始，已经过去；现在是${instantWords(now).zh}。请从现在以后选择。`,
      en: `"${field}" starts in the past, at ${instantWords(during.start).en}; it is ${instantWords(now).en} now. Give a start from now on.`,
    });
  }
  if (during.end > lastMoment(now)) {
    throw badInput(field, {
      zh: `${fieldInChinese(field)}于${instantWords(during.end).zh}结束，距今超过 ${MAX_DAYS_AHEAD} 天。请临近时再预约。`,
      en: `"${field}" ends at ${instantWords(during.end).en}, more than ${MAX_DAYS_AHEAD} days ahead. Book nearer to the time.`,
    });
  }
}

/**
 * Rejects a time that nothing can be booked for: one that is no time of a booking, has begun, or is too far ahead.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireBookableTime(field: string, during: TimeRangeInput, now: Date): void {
  requireBookingRange(field, during);
  requireAhead(during, now, field);
}
