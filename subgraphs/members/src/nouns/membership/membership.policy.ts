import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, actsFor, operates, runs } from "@alliance-hub/sharing/viewer";

/**
 * What may be done with a membership. Memberships, including ended ones, are public: everybody may read them.
 */
export type MembershipAction = "join" | "leave";

/** The columns of a membership that the rule needs. */
export interface MembershipPlace {
  readonly committeeId: string;
  readonly organizationId: string;
  /** Path of the committee's region. */
  readonly regionPath: RegionPath;
}

/** Whoever runs the committee decides, or an operator of its region. A unit may leave by itself. */
export function can(
  viewer: Viewer,
  action: MembershipAction,
  membership: MembershipPlace,
): boolean {
  if (runs(viewer, membership.committeeId) || operates(viewer, membership.regionPath)) return true;
  return action === "leave" && actsFor(viewer, membership.organizationId);
}
