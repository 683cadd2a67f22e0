import { type ReportKey, readFigures } from "@alliance-hub/platform/figures/read-figures";
import type { ActivitiesContext } from "../context.ts";

/** This subgraph's figures; `0009_report_figures.sql` says what counts in each. */
const FIGURES = {
  activities: "within",
  attendance: "within",
  meetings: "within",
  issuesRaised: "within",
  issuesResolved: "within",
} as const;

/** This subgraph's share of a report. */
export type ReportShare = ReportKey & Readonly<Record<keyof typeof FIGURES, number>>;

/** Reads this subgraph's share; it does not depend on who asks. */
export async function readReport(
  { rows }: Pick<ActivitiesContext, "rows">,
  key: ReportKey,
): Promise<ReportShare> {
  return { ...key, ...(await readFigures(rows, key, FIGURES)) };
}
