import { badInput } from "@alliance-hub/platform/errors/hub-error";
import type { ReportKey } from "@alliance-hub/platform/figures/read-figures";
import type { ReportPeriod } from "../vocabulary/report-period.ts";

/** Maximum number of parts of one report. */
const MOST_PERIODS = 60;
const MONTHS: Readonly<Record<ReportPeriod, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * The parts of a report: months, quarters or years of the calendar, the first and the last cut to its days.
 *
 * @throws HubError `BAD_USER_INPUT` for too many of them.
 */
export function periodsOf({ regionCode, from, to }: ReportKey, by: ReportPeriod): ReportKey[] {
  const periods: ReportKey[] = [];
  for (let first = from; first <= to;) {
    const next = nextStart(first, MONTHS[by]);
    const last = dayBefore(next);
    periods.push({ regionCode, from: first, to: last < to ? last : to });
    if (periods.length > MOST_PERIODS) {
      throw badInput("by", {
        zh: `这段时间可以分成的段数超过 ${MOST_PERIODS}。请缩短时间，或者按更长的时段划分。`,
        en: `"by" ${by} divides ${from} to ${to} into more than ${MOST_PERIODS} parts. Ask for fewer days or longer parts.`,
      });
    }
    first = next;
  }
  return periods;
}

/** The first day of the period of so many months that follows a day's own. */
function nextStart(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const at = Math.floor((month - 1) / months) * months + months;
  return new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
