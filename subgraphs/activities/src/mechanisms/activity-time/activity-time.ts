import { hasBegun } from "@alliance-hub/platform/bookable/bookable-time";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import { instantWords } from "@alliance-hub/platform/words/times";

/** Maximum length of an activity, in days; also a constraint of the table. */
export const MAX_ACTIVITY_DAYS = 31;

/** 1990-01-01 in Asia/Shanghai. Past activities may be entered, but an earlier date is a typing error. */
const EARLIEST_START_MS = Date.UTC(1989, 11, 31, 16);
const MAX_DAYS_AHEAD = 800;
const DAY_MS = 86_400_000;

/**
 * Rejects a time that is reversed, too long, or too far away.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireActivityTime(during: TimeRangeInput, now: Date): void {
  requireRange("during", during, MAX_ACTIVITY_DAYS);
  const { start } = during;
  if (start.getTime() < EARLIEST_START_MS) {
    throw badInput("during", {
      zh: `时段于${instantWords(start).zh}开始；1990 年以前的活动不能登记。请填更晚的时间。`,
      en: `"during" starts at ${instantWords(start).en}; activities before 1990 cannot be entered. Give a later start.`,
    });
  }
  if (start.getTime() > now.getTime() + MAX_DAYS_AHEAD * DAY_MS) {
    throw badInput("during", {
      zh: `时段于${instantWords(start).zh}开始，距今超过 ${MAX_DAYS_AHEAD} 天。请填更早的时间。`,
      en: `"during" starts at ${instantWords(start).en}, more than ${MAX_DAYS_AHEAD} days ahead. Give an earlier start.`,
    });
  }
}

/**
 * Rejects moving what lies ahead into the past: a mistyped year would give its venue back and tell everybody. What has begun
 * may be moved there: it took place earlier than was entered, and nobody has marked it as held yet.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireNotIntoPast(
  { title, startsAt }: { readonly title: string; readonly startsAt: Date },
  during: TimeRangeInput,
  now: Date,
): void {
  if (hasBegun({ start: startsAt }, now) || !hasBegun(during, now)) return;
  const [start, today] = [instantWords(during.start), instantWords(now)];
  throw badInput("during", {
    zh: `“${title}”还没有开始，不能改到已经过去的${start.zh}；现在是${today.zh}。请填以后的时间。已经办过的活动，请另行补录；记为已举办以后时间有误的，请用更正。`,
    en: `"${title}" has not begun and cannot be moved to ${start.en}, which is in the past; it is ${today.en} now. Give a time ahead. Enter an activity that took place with scheduleActivity, and correct the time of one that was held with updateActivity.`,
  });
}
