import {
  type KindCount,
  type ReportKey,
  readFigures,
  readKinds,
} from "@alliance-hub/platform/figures/read-figures";
import type { ResourcesContext } from "../context.ts";
import { ResourceKind } from "../vocabulary/resource-kind.ts";

/** This subgraph's figures; `0005_report_figures.sql` and `0009_figures_by_kind.sql` say what counts in each. */
const FIGURES = {
  venues: "standing",
  resources: "standing",
  needs: "within",
  agreements: "within",
} as const;

/** This subgraph's share of a report. */
export interface ReportShare extends ReportKey, Readonly<Record<keyof typeof FIGURES, number>> {
  readonly resourcesByKind: readonly KindCount<ResourceKind>[];
}

/** Reads this subgraph's share; it does not depend on who asks. */
export async function readReport(
  { rows }: Pick<ResourcesContext, "rows">,
  key: ReportKey,
): Promise<ReportShare> {
  const kinds = Object.values(ResourceKind);
  const [figures, resourcesByKind] = await Promise.all([
    readFigures(rows, key, FIGURES),
    readKinds(rows, key, { figure: "resources", kinds, counted: "standing" }),
  ]);
  return { ...key, ...figures, resourcesByKind };
}
