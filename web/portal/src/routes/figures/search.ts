import { oneOf, readDay, readText, searchReader } from "../../app/address.ts";
import type { ReportPeriod } from "../../graph/generated/graphql.ts";
import { type Day, dayOf, daysBetween } from "../../words/time.ts";

/** Of which place and time the figures are, as it stands in the page's address. */
export interface FigureSearch {
  readonly place?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Default: whatever fits the days. */
  readonly by?: ReportPeriod | undefined;
}

export const PERIODS: Readonly<Record<ReportPeriod, string>> = {
  MONTH: "按月",
  QUARTER: "按季度",
  YEAR: "按年",
};

/** Most days that are divided into months, and into quarters: a report has at most 60 parts. */
const MOST_DAYS = { MONTH: 1800, QUARTER: 5400, YEAR: 21_000 } as const;

export const readFigureSearch = searchReader<FigureSearch>({
  place: readText,
  from: readDay,
  to: readDay,
  by: oneOf(PERIODS),
});

/** The days that are counted, both included. Default: this year until today. */
export function daysCounted({ from, to }: FigureSearch): { readonly from: Day; readonly to: Day } {
  const today = dayOf(new Date());
  return { from: from ?? `${today.slice(0, 4)}-01-01`, to: to ?? today };
}

/** What the days are divided into: what was asked for, where it is not too fine for them. */
export function periodFor(search: FigureSearch): ReportPeriod {
  const { from, to } = daysCounted(search);
  const days = daysBetween(from, to);
  const fitting = days <= 800 ? "MONTH" : days <= MOST_DAYS.QUARTER ? "QUARTER" : "YEAR";
  const { by } = search;
  return by !== undefined && days <= MOST_DAYS[by] ? by : fitting;
}
