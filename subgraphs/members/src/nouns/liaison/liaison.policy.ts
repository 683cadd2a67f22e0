import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What may be done with a liaison; the sign-in (`readSubject`) is for those who keep the liaisons. */
export type LiaisonAction = "read" | "readSubject" | "name" | "end";

/** What of a liaison the rule looks at. */
export interface LiaisonPlace {
  readonly organizationId: string;
  /** Path of the unit's region. */
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
}

/**
 * Operators of the unit's region keep its liaisons, and whoever acts for the unit does; its partner
 * systems do not: a key must not name persons. Nor does whoever runs a committee that the unit is a member
 * of: taking a unit in needs no consent of the unit, acting for it must. Who acts for a unit is known in its alliance, and not
 * beyond.
 */
export function can(viewer: Viewer, action: LiaisonAction, liaison: LiaisonPlace): boolean {
  if (operates(viewer, liaison.regionPath)) return true;
  if (action !== "read") return viewer.kind === "PERSON" && actsFor(viewer, liaison.organizationId);
  return (
    viewer.allianceCodes.includes(liaison.allianceCode) ||
    viewer.organizationIds.includes(liaison.organizationId)
  );
}

/** `read` as a WHERE condition. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`(
    liaison.alliance_code = any(${viewer.allianceCodes}::text[])
    or liaison.organization_id = any(${viewer.organizationIds}::uuid[])
    or liaison.region_path && ${viewer.operatorRegionCodes}::text[]
  )`;
}
