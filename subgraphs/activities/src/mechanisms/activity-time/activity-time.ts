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
