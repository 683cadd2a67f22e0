import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";
import type { RegistrationState } from "./registration.entity.ts";

/** What may be done with a registration; `answer` is to accept it or send it back, `count` to report a headcount. */
export type RegistrationAction = "read" | "submit" | "answer" | "count" | "end";

/** The columns of a registration that the rule needs. */
export interface RegistrationPlace {
  readonly state: RegistrationState;
  readonly organizationId: string;
  readonly regionPath: RegionPath;
  /** Committees of the community or street itself. */
  readonly committeeIds: readonly string[];
}

/**
 * A unit registers itself. Whoever runs the community's committee answers, or an operator. These and the unit itself
 * report headcounts and end what was accepted. Accepted and ended registrations are public (a number). Only the unit
 * and the community may see registrations that wait or were sent back.
 */
export function can(
  viewer: Viewer,
  action: RegistrationAction,
  registration: RegistrationPlace,
): boolean {
  if (action === "submit") return actsFor(viewer, registration.organizationId);
  if (operates(viewer, registration.regionPath)) return true;
  if (registration.committeeIds.some((committeeId) => runs(viewer, committeeId))) return true;
  if (action === "answer") return false;
  if (action !== "read") return actsFor(viewer, registration.organizationId);
  return (
    registration.state === "ACCEPTED" ||
    registration.state === "ENDED" ||
    viewer.organizationIds.includes(registration.organizationId)
  );
}

/** `read` as a WHERE condition. Branches that cannot hold for this viewer are left out. */
export const readable = (viewer: Viewer) =>
  forViewer("registration", viewer, ({ organizationIds, operatorRegionCodes, runsCommitteeIds }) =>
    anyWay([
      sql<SqlBool>`registration.state in ('ACCEPTED', 'ENDED')`,
      organizationIds.length > 0 &&
        sql<SqlBool>`registration.organization_id = any(${organizationIds}::uuid[])`,
      operatorRegionCodes.length > 0 &&
        sql<SqlBool>`registration.region_path && ${operatorRegionCodes}::text[]`,
      // Evaluated once for the statement, not for each row.
      runsCommitteeIds.length > 0 &&
        sql<SqlBool>`registration.community_code = any(array(
          select region_code from directory.committee where id = any(${runsCommitteeIds}::uuid[])))`,
    ]),
  );
