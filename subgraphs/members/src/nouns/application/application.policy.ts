import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with an application; `answer` is to accept it or send it back. */
export type ApplicationAction = "read" | "apply" | "answer" | "withdraw";

/** The columns of an application that the rule needs. */
export interface ApplicationPlace {
  readonly committeeId: string;
  readonly organizationId: string;
  /** Path of the committee's region. */
  readonly regionPath: RegionPath;
}

/**
 * A unit proposes itself, and may withdraw. Whoever runs the committee answers, or an operator of its region. Nobody
 * else may see that a unit has applied.
 */
export function can(
  viewer: Viewer,
  action: ApplicationAction,
  { committeeId, organizationId, regionPath }: ApplicationPlace,
): boolean {
  if (action === "apply" || action === "withdraw") return actsFor(viewer, organizationId);
  if (runs(viewer, committeeId) || operates(viewer, regionPath)) return true;
  return action === "read" && viewer.organizationIds.includes(organizationId);
}

/** `read` as a WHERE condition. Branches that cannot hold for this viewer are left out. */
export const readable = (viewer: Viewer) =>
  forViewer("application", viewer, ({ organizationIds, operatorRegionCodes, runsCommitteeIds }) =>
    anyWay([
      organizationIds.length > 0 &&
        sql<SqlBool>`application.organization_id = any(${organizationIds}::uuid[])`,
      operatorRegionCodes.length > 0 &&
        sql<SqlBool>`application.region_path && ${operatorRegionCodes}::text[]`,
      runsCommitteeIds.length > 0 &&
        sql<SqlBool>`application.committee_id = any(${runsCommitteeIds}::uuid[])`,
    ]),
  );
