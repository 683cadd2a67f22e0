import type { RegionPath } from "@alliance-hub/sharing/place";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/**
 * Auditors may read what happened in the region for which they are appointed. Nobody else may read the audit
 * log.
 */
export function can(
  viewer: Viewer,
  _action: "read",
  entry: { readonly regionPath: RegionPath },
): boolean {
  return viewer.auditorRegionCodes.some((code) => entry.regionPath.includes(code));
}

/** Whether the viewer is an auditor of any place; nobody else is given even an empty list. */
export function canList(viewer: Viewer): boolean {
  return viewer.auditorRegionCodes.length > 0;
}

/** {@link can} as a WHERE condition. */
export function readable(viewer: Viewer): Expression<SqlBool> {
  return sql<SqlBool>`audit.entry.region_path && ${viewer.auditorRegionCodes}::text[]`;
}
