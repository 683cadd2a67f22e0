import { type Condition, anyMet, condition } from "@alliance-hub/platform/conditions/condition";
import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with a committee's terms, besides reading them. */
export type TermAction = "start" | "plan";

/** Of which committee a term is, and where. */
export interface TermPlace {
  readonly committeeId: string;
  readonly regionPath: RegionPath;
}

/**
 * Whoever runs the committee enters and plans its terms, or an operator of its region. The secretary's deputy does
 * not: the term says until when the secretary is in office.
 */
export function can(viewer: Viewer, _action: TermAction, term: TermPlace): boolean {
  if (operates(viewer, term.regionPath)) return true;
  return runs(viewer, term.committeeId) && !viewer.deputyCommitteeIds.includes(term.committeeId);
}

/**
 * Terms that have begun are public. A planned one, with its seats, is for whoever may read the committee's records:
 * its units, those with a seat, and those who run it; and for operators.
 */
export function canRead(
  viewer: Viewer,
  term: TermPlace & { readonly startsOn: string },
  today: string,
): boolean {
  if (term.startsOn <= today || operates(viewer, term.regionPath)) return true;
  return runs(viewer, term.committeeId) || viewer.committeeIds.includes(term.committeeId);
}

/** {@link canRead} as a WHERE condition. */
export function readable(viewer: Viewer, today: string): Condition {
  const hasBegun = condition(
    "term has begun",
    [today],
    (day) => sql<SqlBool>`term.starts_on <= ${day}::date`,
  );
  const planned = forViewer(
    "planned term",
    viewer,
    ({ runsCommitteeIds, committeeIds, operatorRegionCodes }) =>
      anyWay([
        runsCommitteeIds.length > 0 &&
          sql<SqlBool>`term.committee_id = any(${runsCommitteeIds}::uuid[])`,
        committeeIds.length > 0 && sql<SqlBool>`term.committee_id = any(${committeeIds}::uuid[])`,
        operatorRegionCodes.length > 0 &&
          sql<SqlBool>`exists (select from directory.committee as of
            where of.id = term.committee_id and of.region_path && ${operatorRegionCodes}::text[])`,
      ]),
  );
  return anyMet(hasBegun, planned);
}
