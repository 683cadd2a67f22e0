import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates } from "@alliance-hub/sharing/viewer";

/** What may be done with an organisation. The register is public: everybody may read it. */
export type OrganizationAction = "register" | "update" | "correct" | "end" | "merge";

/** The columns of an organisation that the rule needs. */
export interface OrganizationPlace {
  readonly id?: string;
  readonly regionPath: RegionPath;
}

/**
 * Operators register, correct, end and merge organisations in their region. Whoever acts for a unit may change its
 * name and its brand.
 */
export function can(
  viewer: Viewer,
  action: OrganizationAction,
  organization: OrganizationPlace,
): boolean {
  if (operates(viewer, organization.regionPath)) return true;
  return action === "update" && organization.id !== undefined && actsFor(viewer, organization.id);
}
