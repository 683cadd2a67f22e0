import type { Condition } from "@alliance-hub/platform/conditions/condition";
import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with a handover. */
export type HandoverAction = "read" | "handOver" | "end";

/** The parts of a handover that the rule needs. */
export interface HandoverRule {
  readonly committeeId: string;
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
  /** The sign-in of the deputy; null where it does not matter. */
  readonly deputy: string | null;
}

/**
 * Only the secretary of the committee itself hands it over: neither an operator, nor a secretary above it, nor a
 * deputy. It is ended by whoever runs the committee or one above it, by the deputy, also before the first day, and by
 * operators. The alliance can see who runs a committee, as it can see who sits in it.
 */
export function can(viewer: Viewer, action: HandoverAction, handover: HandoverRule): boolean {
  const { committeeId, regionPath, allianceCode, deputy } = handover;
  if (action === "handOver") {
    return (
      viewer.kind === "PERSON" &&
      viewer.roles.some((held) => held.role === "SECRETARY" && held.committeeId === committeeId)
    );
  }
  if (runs(viewer, committeeId) || operates(viewer, regionPath)) return true;
  if (action === "read")
    return viewer.allianceCodes.includes(allianceCode) || viewer.committeeIds.includes(committeeId);
  return viewer.kind === "PERSON" && deputy !== null && viewer.subject === deputy;
}

/** `read` as a WHERE condition. */
export const readable = (viewer: Viewer): Condition =>
  forViewer(
    "handover",
    viewer,
    ({ allianceCodes, runsCommitteeIds, committeeIds, operatorRegionCodes }) =>
      anyWay([
        allianceCodes.length > 0 &&
          sql<SqlBool>`handover.alliance_code = any(${allianceCodes}::text[])`,
        runsCommitteeIds.length > 0 &&
          sql<SqlBool>`handover.committee_id = any(${runsCommitteeIds}::uuid[])`,
        committeeIds.length > 0 &&
          sql<SqlBool>`handover.committee_id = any(${committeeIds}::uuid[])`,
        operatorRegionCodes.length > 0 &&
          sql<SqlBool>`handover.region_path && ${operatorRegionCodes}::text[]`,
      ]),
  );
