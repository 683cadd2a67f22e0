import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates } from "@alliance-hub/sharing/viewer";

/** What may be done with an organisation. The register is public: all may read it. */
export type OrganizationAction = "register" | "update";

/** What of an organisation the rule looks at. */
export interface OrganizationPlace {
  readonly id?: string;
  readonly regionPath: RegionPath;
}

/** Operators register and change what lies in their region; a liaison changes the own unit. */
export function can(
  viewer: Viewer,
  action: OrganizationAction,
  organization: OrganizationPlace,
): boolean {
  if (operates(viewer, organization.regionPath)) return true;
  return action === "update" && organization.id !== undefined && actsFor(viewer, organization.id);
}
