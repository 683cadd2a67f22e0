import { type ReportKey, readFigures } from "@alliance-hub/platform/figures/read-figures";
import type { ResourcesContext } from "../context.ts";

/** This subgraph's figures; `0005_report_figures.sql` says what counts in each. */
const FIGURES = {
  venues: "standing",
  resources: "standing",
  needs: "within",
  agreements: "within",
} as const;

/** This subgraph's share of a report. */
export type ReportShare = ReportKey & Readonly<Record<keyof typeof FIGURES, number>>;

/** Reads this subgraph's share; it does not depend on who asks. */
export async function readReport(
  { rows }: Pick<ResourcesContext, "rows">,
  key: ReportKey,
): Promise<ReportShare> {
  return { ...key, ...(await readFigures(rows, key, FIGURES)) };
}
