import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { dayWords } from "@alliance-hub/platform/words/times";

/** What was recorded when it was over. */
export interface ClosedRecord {
  readonly title: string;
  readonly state: string;
  /**
   * When it was recorded as over, not when it took place: what is entered years later can still be corrected
   * then.
   */
  readonly closedAt: Date;
}

/**
 * The last day (`YYYY-MM-DD`, Asia/Shanghai) on which it can be corrected: 31 January of the next year, by which
 * the year's digest is written.
 */
export function lastDayToCorrect(closedAt: Date): string {
  const year = Number(shanghaiDay(closedAt).slice(0, 4));
  return `${year + 1}-01-31`;
}

/**
 * Rejects a correction that comes too late.
 *
 * @throws HubError `ILLEGAL_TRANSITION`.
 */
export function requireStillCorrectable({ title, state, closedAt }: ClosedRecord, now: Date): void {
  const lastDay = lastDayToCorrect(closedAt);
  if (shanghaiDay(now) <= lastDay) return;
  const words = {
    zh: `“${title}”可以更正到${dayWords(lastDay).zh}为止，如今已成定案。如确有错误，请在委员会的会议上另行说明。`,
    en: `"${title}" could be corrected up to ${lastDay}, the end of the year's digest, and is final now. If it is wrong, say so at a meeting of the committee.`,
  };
  throw new HubError("ILLEGAL_TRANSITION", words, { state, allowed: [] });
}
