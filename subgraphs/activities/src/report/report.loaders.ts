import {
  type KindCount,
  type ReportKey,
  readFigures,
  readKinds,
} from "@alliance-hub/platform/figures/read-figures";
import type { ActivitiesContext } from "../context.ts";
import { ActivityKind } from "../nouns/activity/activity.entity.ts";

/** This subgraph's figures; `0009_report_figures.sql` and `0013_figures_by_kind.sql` say what counts in each. */
const FIGURES = {
  activities: "within",
  attendance: "within",
  meetings: "within",
  issuesRaised: "within",
  issuesResolved: "within",
} as const;

/** This subgraph's share of a report. */
export interface ReportShare extends ReportKey, Readonly<Record<keyof typeof FIGURES, number>> {
  readonly activitiesByKind: readonly KindCount<ActivityKind>[];
}

/** Reads this subgraph's share; it does not depend on who asks. */
export async function readReport(
  { rows }: Pick<ActivitiesContext, "rows">,
  key: ReportKey,
): Promise<ReportShare> {
  const kinds = Object.values(ActivityKind);
  const [figures, activitiesByKind] = await Promise.all([
    readFigures(rows, key, FIGURES),
    readKinds(rows, key, { figure: "activities", kinds, counted: "within" }),
  ]);
  return { ...key, ...figures, activitiesByKind };
}
