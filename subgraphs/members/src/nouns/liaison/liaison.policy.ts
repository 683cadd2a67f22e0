import { anyWay, forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates } from "@alliance-hub/sharing/viewer";
import { type SqlBool, sql } from "kysely";

/** What may be done with a liaison. Only those who manage the liaisons may see the sign-in (`readSubject`). */
export type LiaisonAction = "read" | "readSubject" | "name" | "update" | "end";

/** The columns of a liaison that the rule needs. */
export interface LiaisonPlace {
  readonly organizationId: string;
  /** Path of the unit's region. */
  readonly regionPath: RegionPath;
  readonly allianceCode: string;
}

/**
 * Operators of the unit's region and whoever acts for the unit manage its liaisons. Its partner systems do not,
 * because a key must not name persons. Whoever runs a committee of which the unit is a member does not either:
 * the committee can take in a unit without its consent, but nobody may act for it without consent. The alliance
 * can see who acts for a unit; others cannot.
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
export const readable = (viewer: Viewer) =>
  forViewer("liaison", viewer, ({ allianceCodes, organizationIds, operatorRegionCodes }) =>
    anyWay([
      allianceCodes.length > 0 &&
        sql<SqlBool>`liaison.alliance_code = any(${allianceCodes}::text[])`,
      organizationIds.length > 0 &&
        sql<SqlBool>`liaison.organization_id = any(${organizationIds}::uuid[])`,
      operatorRegionCodes.length > 0 &&
        sql<SqlBool>`liaison.region_path && ${operatorRegionCodes}::text[]`,
    ]),
  );
